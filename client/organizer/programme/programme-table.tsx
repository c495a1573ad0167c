import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { instantAt } from '../../look/local-time.ts';
import { catalogue } from '../../look/messages.ts';
import { dayName } from '../../look/zones.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type Draft, type DraftSession, keyIn } from './draft.ts';
import css from './programme-page.module.css';
import { SessionLine } from './session-line.tsx';

const say = catalogue(programmeMessages);

/** The sessions day by day, in the order in which they start. */
export function ProgrammeTable(props: {
  event: EventView;
  draft: Draft;
  live: ReadonlyMap<string, SessionView>;
  locked: (session: DraftSession) => boolean;
  /** The session whose form is open. */
  open: string | null;
  onOpen: (key: string) => void;
}) {
  const { event, draft, live, locked, open, onOpen } = props;
  const rooms = (draft.rooms?.length ?? 1) > 1;
  return daysOf(draft).map(([day, rows]) => (
    <table key={day} className={css.table}>
      <caption>{dayName(day)}</caption>
      <thead>
        <tr>
          <th scope="col">{say('programme.time')}</th>
          <th scope="col">{say('programme.title')}</th>
          <th scope="col">{say('programme.who')}</th>
          {rooms && <th scope="col">{say('programme.where')}</th>}
          <th scope="col" aria-label={say('programme.edit')} />
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, session]) => (
          <SessionLine
            key={key}
            {...{ event, draft, session }}
            live={session.id === undefined ? undefined : live.get(session.id)}
            locked={locked(session)}
            open={open === key}
            onOpen={() => onOpen(key)}
          />
        ))}
      </tbody>
    </table>
  ));
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
