import type { EventView, SessionView, View } from '../../../shared/views/view.ts';
import { usePresence, useServerNow } from '../../connection/hooks.tsx';
import buttons from '../../look/button.module.css';
import { classes } from '../../look/classes.ts';
import { catalogue } from '../../look/messages.ts';
import { clockTime, dayIn, dayName } from '../../look/zones.ts';
import { pageAt, stageAt } from '../frame/links.ts';
import { Part } from '../frame/part.tsx';
import { organizerMessages } from '../messages/messages.en.ts';
import css from './overview.module.css';

const say = catalogue(organizerMessages);

/** What runs now or comes next, who is here, how many questions wait; and the ways to desk and stages. */
export function NowLine({ view, event }: { view: View; event: EventView }) {
  const now = useServerNow(10_000);
  const people = usePresence() ?? event.people ?? { inRoom: 0, remote: 0 };
  const waiting = event.counters.inReview ?? 0;
  const several = event.rooms.length > 1;
  return (
    <Part title={say('now.heading')}>
      <div className={css.nowLine}>
        <ul className={css.runs}>
          {linesOf(Object.values(view.sessions ?? {}), event, now).map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
          <li className={css.counts}>
            {say('now.people', { inRoom: people.inRoom, remote: people.remote })} ·{' '}
            {say('now.waiting', { waiting })}
          </li>
        </ul>
        <div className={css.actions}>
          <a
            className={classes(buttons.button, buttons.primary)}
            href={pageAt(event, '/desk')}
            target="_blank"
            rel="noreferrer"
          >
            {say('now.desk')}
          </a>
          {event.rooms.map(({ id, name }) => (
            <a
              key={id}
              className={classes(buttons.button, buttons.plain)}
              href={stageAt(event, id)}
              target="_blank"
              rel="noreferrer"
            >
              {several ? say('now.stageOf', { room: name }) : say('now.stage')}
            </a>
          ))}
        </div>
      </div>
    </Part>
  );
}

/** What runs, each with its end; else what comes next, or that it is over. */
function linesOf(
  sessions: readonly SessionView[],
  event: EventView,
  now: number,
): { id: string; words: string }[] {
  const { timezone } = event;
  const room = (session: SessionView) =>
    event.rooms.length > 1 ? event.rooms.find(({ id }) => id === session.room)?.name : undefined;
  const running = sessions.filter(({ status }) => status === 'onAir');
  if (running.length > 0)
    return running.map((session) => {
      const time = clockTime(Date.parse(session.expectedEnd ?? session.plannedEnd), timezone);
      const where = room(session);
      return {
        id: session.id,
        words: where
          ? say('now.runsIn', { title: session.title, time, room: where })
          : say('now.runs', { title: session.title, time }),
      };
    });
  const startOf = (session: SessionView) => Date.parse(session.expectedStart ?? session.plannedStart);
  const next = sessions
    .filter(({ status, passed }) => (status === 'upcoming' || status === 'due') && !passed)
    .sort((one, other) => startOf(one) - startOf(other))[0];
  if (!next) return [{ id: 'none', words: say(sessions.length === 0 ? 'now.none' : 'now.over') }];
  const at = startOf(next);
  const day = dayIn(at, timezone);
  const time = clockTime(at, timezone);
  const when = day === dayIn(now, timezone) ? time : `${dayName(day, 'short')}, ${time}`;
  return [{ id: next.id, words: say('now.next', { title: next.title, time: when }) }];
}
