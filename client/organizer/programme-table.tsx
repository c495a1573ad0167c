import type { EventView, SessionView } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { clockTime, dayName } from '../look/zones.ts';
import { organizerMessages } from './messages.en.ts';
import css from './organizer-screen.module.css';

const say = catalogue(organizerMessages);

/** The programme as it was announced, by the event's own days, with the times it is expected at where they differ. */
export function ProgrammeTable({ event, sessions }: { event: EventView; sessions: readonly SessionView[] }) {
  const several = event.rooms.length > 1;
  const inOrder = sessions.toSorted((a, b) => Date.parse(a.plannedStart) - Date.parse(b.plannedStart));
  return (
    <section className={css.section} aria-labelledby="programme-title">
      <h2 id="programme-title">{say('organizer.programme')}</h2>
      <p className={css.note}>{say('organizer.zone', { zone: event.timezone })}</p>
      {event.days.map((day) => (
        <table key={day} className={css.table}>
          <caption>{dayName(day)}</caption>
          <thead>
            <tr>
              <th scope="col">{say('organizer.time')}</th>
              <th scope="col">{say('organizer.title')}</th>
              {several && <th scope="col">{say('organizer.where')}</th>}
            </tr>
          </thead>
          <tbody>
            {inOrder
              .filter((session) => session.day === day)
              .map((session) => (
                <Row key={session.id} event={event} session={session} />
              ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

function Row({ event, session }: { event: EventView; session: SessionView }) {
  const time = (instant: string) => clockTime(Date.parse(instant), event.timezone);
  const planned = `${time(session.plannedStart)}–${time(session.plannedEnd)}`;
  const { expectedStart, expectedEnd } = session;
  const expected =
    expectedStart === null || expectedEnd === null ? planned : `${time(expectedStart)}–${time(expectedEnd)}`;
  return (
    <tr>
      <td className={css.times}>
        {expected === planned ? (
          planned
        ) : (
          <>
            <s>{planned}</s> {expected}
          </>
        )}
      </td>
      <td>
        {session.title}
        {session.speakers.length > 0 && (
          <div className={css.note}>{session.speakers.map(({ name }) => name).join(', ')}</div>
        )}
        {session.parts.map((part) => (
          <div key={part.id} className={css.note}>
            {time(part.plannedStart)} {part.title}
          </div>
        ))}
      </td>
      {event.rooms.length > 1 && <td>{event.rooms.find(({ id }) => id === session.room)?.name ?? ''}</td>}
    </tr>
  );
}
