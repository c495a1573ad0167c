import { useState } from 'react';
import type { EventView, SessionView } from '../../shared/views/view.ts';
import { Button } from '../look/button.tsx';
import { instantAt } from '../look/local-time.ts';
import { catalogue } from '../look/messages.ts';
import { inOneLine } from '../look/written.ts';
import { dayName } from '../look/zones.ts';
import { staffSentence } from '../refusals/staff.ts';
import { isLocked } from '../rundown/lock.ts';
import {
  type Draft,
  type DraftSession,
  edited,
  indexOf,
  keyIn,
  withNewSession,
  withoutSession,
} from './draft.ts';
import { EventFields } from './event-fields.tsx';
import css from './programme-editor.module.css';
import { programmeMessages } from './programme-messages.en.ts';
import { SessionLines } from './session-lines.tsx';
import { StagedBar } from './staged-bar.tsx';
import { useProgramme } from './use-programme.ts';

const say = catalogue(programmeMessages);

/** The programme as a table whose rows are edited in their places; what is changed waits until it is applied. */
export function ProgrammeEditor({ event, sessions }: { event: EventView; sessions: readonly SessionView[] }) {
  const programme = useProgramme(event.slug, stampOf(event, sessions));
  const [open, setOpen] = useState<string | null>(null);
  const { loaded, problem } = programme;
  if (loaded === null)
    return (
      <Section>
        {problem === null ? (
          <p>{say('programme.loading')}</p>
        ) : (
          <p role="alert">
            {say('programme.failed', { why: staffSentence(problem) })}{' '}
            <Button onClick={() => void programme.reload()}>{say('programme.again')}</Button>
          </p>
        )}
      </Section>
    );
  const { draft, version, lost } = loaded;
  const live = new Map(sessions.map((session) => [session.id, session]));
  const runs = sessions.some(({ status }) => status === 'onAir');
  const locked = ({ id }: DraftSession) => {
    const session = id === undefined ? undefined : live.get(id);
    return session !== undefined && isLocked(sessions, session) && open !== session.id;
  };
  return (
    <Section>
      <p className={css.note}>{say(runs ? 'programme.locked' : 'programme.how')}</p>
      {lost.length > 0 && (
        <p className={css.note} role="alert">
          {say('programme.lost', { count: lost.length, titles: inOneLine(lost) })}
        </p>
      )}
      <EventFields key={`event ${version}`} draft={draft} onEdit={programme.change} />
      {daysOf(draft).map(([day, rows]) => (
        <table key={day} className={css.table}>
          <caption>{dayName(day)}</caption>
          <thead>
            <tr>
              <th scope="col">{say('programme.time')}</th>
              <th scope="col">{say('programme.title')}</th>
              <th scope="col">{say('programme.who')}</th>
              {event.rooms.length > 1 && <th scope="col">{say('programme.where')}</th>}
              <th scope="col" aria-label={say('programme.edit')} />
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, session]) => (
              <SessionLines
                key={`${key} ${version}`}
                event={event}
                draft={draft}
                session={session}
                live={session.id === undefined ? undefined : live.get(session.id)}
                locked={locked(session)}
                open={open === key}
                onOpen={(wanted) => setOpen(wanted ? key : null)}
                onUnlock={() => setOpen(key)}
                onEdit={(edit, carry) =>
                  programme.change((before) => edited(before, indexOf(before, key), edit, carry))
                }
                onRemove={() => {
                  setOpen(null);
                  programme.change((before) => withoutSession(before, indexOf(before, key)));
                }}
              />
            ))}
          </tbody>
        </table>
      ))}
      <div>
        <Button
          onClick={() => {
            const more = withNewSession(draft, say('programme.newTitle'));
            setOpen(keyIn(more, more.sessions.length - 1));
            programme.change((before) => withNewSession(before, say('programme.newTitle')));
          }}
        >
          {say('programme.add')}
        </Button>
      </div>
      <StagedBar programme={programme} zone={draft.timezone} />
    </Section>
  );
}

function Section({ children }: { children: React.ReactNode }) {
  return (
    <section className={css.section} aria-labelledby="programme-title">
      <h2 id="programme-title">{say('programme.heading')}</h2>
      {children}
    </section>
  );
}

/** The sessions by the day on which they start, in order, each with its key. */
function daysOf(draft: Draft): [string, [string, DraftSession][]][] {
  const days = new Map<string, [string, DraftSession][]>();
  const inOrder = [...draft.sessions.entries()].sort(
    ([, a], [, b]) =>
      instantAt(a.start, draft.timezone) - instantAt(b.start, draft.timezone) || (a.start < b.start ? -1 : 1),
  );
  for (const [index, session] of inOrder) {
    const day = session.start.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), [keyIn(draft, index), session]]);
  }
  return [...days];
}

/** What tells that the plan was changed by somebody: it is read anew then. */
function stampOf(event: EventView, sessions: readonly SessionView[]): string {
  return JSON.stringify([
    event.title,
    event.timezone,
    event.venue,
    sessions.map(({ id, title, plannedStart, plannedEnd, room, kind, fixed, speakers }) => [
      id,
      title,
      plannedStart,
      plannedEnd,
      room,
      kind,
      fixed,
      speakers,
    ]),
  ]);
}
