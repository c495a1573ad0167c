import { whereWeAre } from '../../../shared/rundown/on-now.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { classes } from '../../look/classes.ts';
import { clockDigits, secondsUntil } from '../../look/digits.ts';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import css from './chair.module.css';
import { ChairClock } from './chair-clock.tsx';

const say = catalogue(timelineMessages);
const sayDesk = catalogue(deskMessages);

/**
 * What runs in the room and what is left of it; until its Q&A how long that is, and while it is a break what comes after
 * it. Where nothing runs: whose questions are taken.
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
  const toQa = useTimeToQa(event.closed ? null : now);
  const under = then ? say('next.then', { title: then.title }) : toQa;
  return (
    <>
      <p className={css.session} data-then={under !== null}>
        <span className={under === null ? undefined : css.oneLine} dir="auto">
          {(now ?? active)?.title ?? event.title}
        </span>
        {under !== null && <span className={classes(css.oneLine, css.then)}>{under}</span>}
      </p>
      <ChairClock session={now} closed={event.closed} />
    </>
  );
}

/** How long it is until the Q&A of what runs, in words; null where that has begun, or there is none. */
function useTimeToQa(session: SessionView | null): string | null {
  const at = useServerNow(1_000);
  if (session?.status !== 'onAir' || session.qaStart === null) return null;
  const seconds = secondsUntil(Date.parse(session.qaStart), at);
  return seconds > 0 ? sayDesk('qa.startsIn', { time: clockDigits(seconds) }) : null;
}
