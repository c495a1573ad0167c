import { whereWeAre } from '../../shared/rundown/on-now.ts';
import type { EventView, SessionView, View } from '../../shared/views/view.ts';
import { useView } from '../connection/hooks.tsx';
import { useAwake } from '../look/awake.ts';
import { cityOf } from '../look/cities.ts';
import { useLetters } from '../look/letters.ts';
import { Loading } from '../look/loading.tsx';
import { catalogue } from '../look/messages.ts';
import { usePageTitle } from '../look/page-title.ts';
import { clockTime } from '../look/zones.ts';
import { programmeOf } from '../stage/room-programme.ts';
import { useHideNext } from './hide-next.ts';
import css from './lectern.module.css';
import { LecternFoot } from './lectern-foot.tsx';
import { LecternTexts, somethingToRead } from './lectern-texts.tsx';
import { speakerMessages } from './messages.en.ts';
import { kindOf, type Moment, momentOf, questionsFrom, timerDigits } from './phase.ts';
import { Digits, PhaseWord } from './timer.tsx';
import { useSecond } from './use-second.ts';
import { lateWords, waitWords } from './words.ts';

const say = catalogue(speakerMessages);

/** The screen at the lectern: time and what is coming, read at a glance from four metres. It follows its room by itself. */
export function LecternScreen({ room }: { room: string }) {
  const view = useView(whole);
  const name = view?.event?.rooms.find(({ id }) => id === room)?.name;
  usePageTitle(say('page.lectern'), name, view?.event?.title);
  useAwake();
  const letters = useLetters();
  return view?.event && letters ? <Lectern view={view} event={view.event} /> : <Loading />;
}

function Lectern({ view, event }: { view: View; event: EventView }) {
  const { at, silence } = useSecond();
  const [hidden, setHidden] = useHideNext();
  const session = event.closed ? null : (view.session ?? null);
  const moment = momentOf(session, at);
  return (
    <main className={css.lectern} data-phase={moment.phase}>
      <section className={css.time}>
        {moment.to === null ? (
          <p className={css.sentence}>
            {event.closed ? say('end.closed') : sentence(session, at, event.timezone)}
          </p>
        ) : (
          <Digits to={moment.to} at={at} stale={silence !== null} />
        )}
        <div className={css.beside}>
          <PhaseWord {...moment} kind={kindOf(session)} />
          <Facts view={view} event={event} moment={moment} at={at} silence={silence} />
        </div>
      </section>
      <LecternTexts view={view} event={event} at={at} hidden={hidden} />
      <LecternFoot
        session={session}
        next={event.closed ? null : nextHere(view)}
        at={at}
        zone={event.timezone}
        hidden={hidden}
        onHide={setHidden}
      />
    </main>
  );
}

function Facts(props: { view: View; event: EventView; moment: Moment; at: number; silence: number | null }) {
  const { view, event, moment, at, silence } = props;
  const session = event.closed ? null : (view.session ?? null);
  const zone = event.timezone;
  const city = cityOf(zone);
  const late = session && lateWords(session);
  const asked = somethingToRead(view, at) ? null : questionsFrom(moment);
  return (
    <div className={css.facts}>
      <p className={css.clock}>{say('timer.now', { time: clockTime(at, zone), city })}</p>
      {asked !== null && (
        <p className={css.fact}>{say('timer.questions', { time: clockTime(asked, zone) })}</p>
      )}
      {session && moment.phase !== 'end' && (
        <p className={css.fact}>
          {say('timer.end', { time: clockTime(Date.parse(session.plannedEnd), zone) })}
        </p>
      )}
      {late && <p className={css.fact}>{late}</p>}
      <p className={css.desk} role="status">
        {event.unattended && say('desk.empty')}
      </p>
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

/** What comes in this room after the session it is at. */
function nextHere({ sessions = {}, stage = null, session }: View): SessionView | null {
  const room = session?.room ? { id: session.room, name: '' } : null;
  const others = programmeOf({ sessions, stage, room }).filter(({ id }) => id !== session?.id);
  return whereWeAre(others).next;
}

function whole(view: View): View {
  return view;
}
