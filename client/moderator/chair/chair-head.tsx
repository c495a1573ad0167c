import { whereWeAre } from '../../../shared/rundown/on-now.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { classes } from '../../look/classes.ts';
import { catalogue } from '../../look/messages.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import css from './chair.module.css';
import { ChairClock } from './chair-clock.tsx';

const say = catalogue(timelineMessages);

/**
 * What runs in the room and what is left of it; while that is a break, what comes after it. Where nothing runs: whose
 * questions are taken.
 */
export function ChairHead({
  event,
  programme,
  active,
}: {
  event: EventView;
  programme: readonly SessionView[];
  active: SessionView | null;
}) {
  const { now, next } = whereWeAre(programme);
  const then = now !== null && now !== active && !event.closed ? next : null;
  return (
    <>
      <p className={css.session} data-then={then !== null}>
        <span className={then ? css.oneLine : undefined} dir="auto">
          {(now ?? active)?.title ?? event.title}
        </span>
        {then && (
          <span className={classes(css.oneLine, css.then)}>{say('next.then', { title: then.title })}</span>
        )}
      </p>
      <ChairClock session={now} closed={event.closed} />
    </>
  );
}
