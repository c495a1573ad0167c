import type { SessionView } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { Switch } from '../look/switch.tsx';
import { clockTime, dayName } from '../look/zones.ts';
import css from './lectern.module.css';
import { speakerMessages } from './messages.en.ts';

const say = catalogue(speakerMessages);

/** The last line of the lectern, always in its place: what waits in this room, and what the speaker may switch off. */
export function LecternFoot({
  session,
  next,
  at,
  zone,
  hidden,
  onHide,
}: {
  session: SessionView | null;
  next: SessionView | null;
  at: number;
  zone: string;
  hidden: boolean;
  onHide: (hidden: boolean) => void;
}) {
  return (
    <footer className={css.foot}>
      <p className={css.coming} dir="auto">
        {next ? nextWords(next, session, at, zone) : session && say('next.nothing')}
      </p>
      <div className={css.switch}>
        <Switch label={say('next.hide')} checked={hidden} onChange={onHide} />
      </div>
    </footer>
  );
}

/** When the session here ends as the crew knows it, in epoch milliseconds: nothing comes before that. */
function endHere(session: SessionView | null): number {
  return session?.status === 'onAir' && session.expectedEnd !== null ? Date.parse(session.expectedEnd) : 0;
}

/** What comes next and when, as long as that is still to come; with its day where that is another one of the event's. */
function nextWords(next: SessionView, session: SessionView | null, at: number, zone: string): string {
  const { title, day } = next;
  const start = Math.max(Date.parse(next.expectedStart ?? next.plannedStart), endHere(session));
  if (start <= at) return say('next.after', { title });
  const time = clockTime(start, zone);
  return session === null || session.day === day
    ? say('next.session', { title, time })
    : say('next.sessionDay', { title, day: dayName(day), time });
}
