import type { EventView, SessionView } from '../../../shared/views/view.ts';
import type { Choice } from '../../../shared/wire/refusals.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import type { Meeting } from '../actions/use-commands.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { SidePanel } from '../panels/side-panel.tsx';
import css from './programme-panel.module.css';

const say = catalogue(timelineMessages);

/** A change meets a fixed session: what may give way, each with what it would move. It covers lists, never the screen. */
export function AnchorPanel({
  event,
  sessions,
  meeting,
  onGive,
  onLeave,
}: {
  event: EventView;
  sessions: Readonly<Record<string, SessionView>>;
  meeting: Meeting;
  onGive: (choice: Choice) => void;
  onLeave: () => void;
}) {
  return (
    <SidePanel title={say('anchor.title')} onClose={onLeave}>
      <p>{say('anchor.what', { what: meeting.done })}</p>
      {meeting.choices.length === 0 && <p>{say('anchor.nothing')}</p>}
      <ul className={css.choices}>
        {meeting.choices.map((choice) => (
          <li key={choice.give} className={css.choice}>
            <Button onClick={() => onGive(choice)}>{say(`anchor.${choice.give}`)}</Button>
            <ul className={css.consequences}>
              {consequences(choice, sessions, event.timezone).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={onLeave}>{say('anchor.leave')}</Button>
      </div>
    </SidePanel>
  );
}

/** What a choice would do, a line each: what gets shorter, who starts when instead of when, and which fixed one stays. */
export function consequences(
  { give, what, shorter = [] }: Choice,
  sessions: Readonly<Record<string, SessionView>>,
  zone: string,
): string[] {
  const time = (at: string) => clockTime(Date.parse(at), zone);
  const moves = what.flatMap(({ session: id, from, to }) => {
    const title = sessions[id]?.title;
    return title === undefined || time(from) === time(to)
      ? []
      : [say('anchor.moves', { title, from: time(from), to: time(to) })];
  });
  const gives = shorter.flatMap(({ session: id, of, from, to }) => {
    const title = sessions[id]?.title;
    return title === undefined
      ? []
      : [say(of === 'qa' ? 'anchor.qaLength' : 'anchor.length', { title, from, to })];
  });
  const lines = [...gives, ...moves];
  if (give === 'anchor') return lines;
  const stays = nextFixed(
    what.map(({ session }) => session),
    sessions,
  );
  if (stays?.expectedStart == null) return lines;
  return [...lines, say('anchor.stays', { title: stays.title, time: time(stays.expectedStart) })];
}

/** The first fixed session after the last of these in its room. */
function nextFixed(
  ids: readonly string[],
  sessions: Readonly<Record<string, SessionView>>,
): SessionView | undefined {
  const moved = ids.flatMap((id) => sessions[id] ?? []);
  const from = Math.max(...moved.map(startOf));
  const rooms = new Set(moved.map(({ room }) => room));
  return Object.values(sessions)
    .filter(
      (session) =>
        session.fixed &&
        session.startedAt === null &&
        session.status !== 'cancelled' &&
        (session.room === null || rooms.has(session.room)) &&
        startOf(session) > from,
    )
    .toSorted((a, b) => startOf(a) - startOf(b))[0];
}

function startOf({ expectedStart, plannedStart }: SessionView): number {
  return Date.parse(expectedStart ?? plannedStart);
}
