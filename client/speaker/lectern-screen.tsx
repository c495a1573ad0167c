import type { EventView, SessionView, View } from '../../shared/views/view.ts';
import { useView } from '../connection/hooks.tsx';
import { useAwake } from '../look/awake.ts';
import { Loading } from '../look/loading.tsx';
import { catalogue } from '../look/messages.ts';
import { cityOf, clockTime } from '../look/zones.ts';
import { programmeOf, whereWeAre } from '../stage/room-programme.ts';
import css from './lectern.module.css';
import { LecternTexts } from './lectern-texts.tsx';
import { speakerMessages } from './messages.en.ts';
import { type Moment, momentOf, timerDigits } from './phase.ts';
import { Digits, PhaseWord } from './timer.tsx';
import { useSecond } from './use-second.ts';
import { lateWords, waitWords } from './words.ts';

const say = catalogue(speakerMessages);

/** The screen at the lectern: time and what is coming, read at a glance from four metres. It follows its room by itself. */
export function LecternScreen() {
  const view = useView(whole);
  useAwake();
  return view?.event ? <Lectern view={view} event={view.event} /> : <Loading />;
}

function Lectern({ view, event }: { view: View; event: EventView }) {
  const { at, silence } = useSecond();
  const session = view.session ?? null;
  const moment = momentOf(session, at);
  return (
    <main className={css.lectern} data-phase={moment.phase}>
      <section className={css.time}>
        {moment.to === null ? (
          <p className={css.sentence}>{sentence(session, at, event.timezone)}</p>
        ) : (
          <Digits to={moment.to} at={at} stale={silence !== null} />
        )}
        <Beside view={view} event={event} session={session} moment={moment} at={at} silence={silence} />
      </section>
      <LecternTexts view={view} event={event} />
    </main>
  );
}

function Beside(props: {
  view: View;
  event: EventView;
  session: SessionView | null;
  moment: Moment;
  at: number;
  silence: number | null;
}) {
  const { view, event, session, moment, at, silence } = props;
  const zone = event.timezone;
  const city = cityOf(zone);
  const late = session && lateWords(session);
  const next = moment.phase === 'break' ? nextHere(view, at) : null;
  return (
    <div className={css.beside}>
      <PhaseWord {...moment} />
      {session && <h1 className={css.title}>{session.title}</h1>}
      {next && (
        <p className={css.fact}>
          {say('next.session', {
            title: next.title,
            time: clockTime(Date.parse(next.expectedStart ?? next.plannedStart), zone),
          })}
        </p>
      )}
      {session && moment.phase !== 'end' && (
        <p className={css.fact}>
          {say('timer.end', { time: clockTime(Date.parse(session.plannedEnd), zone), city })}
        </p>
      )}
      {late && <p className={css.fact}>{late}</p>}
      <p className={css.clock}>{say('timer.now', { time: clockTime(at, zone), city })}</p>
      {silence !== null && (
        <p className={css.stale} role="status">
          {say('stale.update', { time: timerDigits(at + silence, at) })}
        </p>
      )}
    </div>
  );
}

function sentence(session: SessionView | null, at: number, zone: string): string {
  if (session?.status === 'cancelled') return say('end.cancelled');
  return session && session.status !== 'ended' ? waitWords(session, at, zone) : say('end.room');
}

/** What comes after the break in this room. */
function nextHere({ sessions = {}, stage = null, session }: View, at: number): SessionView | null {
  const room = session?.room ? { id: session.room, name: '' } : null;
  return whereWeAre(programmeOf({ sessions, stage, room }), at).next;
}

function whole(view: View): View {
  return view;
}
