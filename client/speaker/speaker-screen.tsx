import type { EventView, SessionView, View } from '../../shared/views/view.ts';
import { useView } from '../connection/hooks.tsx';
import { useAwake } from '../look/awake.ts';
import { cityOf } from '../look/cities.ts';
import { ConnectionBanner } from '../look/connection-banner.tsx';
import { Loading } from '../look/loading.tsx';
import { catalogue } from '../look/messages.ts';
import { useMyZone } from '../look/my-zone.ts';
import { usePageTitle } from '../look/page-title.ts';
import { PlainPage } from '../look/plain-page.tsx';
import { Time } from '../look/time.tsx';
import { clockTime } from '../look/zones.ts';
import { Announcements } from './announcements.tsx';
import { speakerMessages } from './messages.en.ts';
import { NoteCard } from './note-card.tsx';
import { kindOf, momentOf, questionsFrom, timerDigits } from './phase.ts';
import { NextQuestions } from './questions.tsx';
import { Ring } from './ring.tsx';
import { RoomScreen } from './room-screen.tsx';
import { SeenButton } from './seen-button.tsx';
import css from './speaker.module.css';
import { Digits, PhaseWord } from './timer.tsx';
import { useSecond } from './use-second.ts';
import { lateWords, waitWords } from './words.ts';
import '../look/hyperlegible.css';

const say = catalogue(speakerMessages);

/** A speaker's own page, before, during and after their session: time, the chair's message, what is on screen, what comes. */
export function SpeakerScreen({ session: id }: { session: string }) {
  const view = useView(whole);
  useAwake();
  if (!view?.event) return <Loading />;
  const session = view.session ?? null;
  if (session === null)
    return (
      <PlainPage title={say('page.gone')}>
        <p>{say('page.goneHelp')}</p>
      </PlainPage>
    );
  if (session.id !== id)
    return (
      <PlainPage title={say('page.other')}>
        <p>{say('page.otherHelp', { title: session.title })}</p>
      </PlainPage>
    );
  return <SpeakerPage view={view} event={view.event} session={session} />;
}

function SpeakerPage({ view, event, session }: { view: View; event: EventView; session: SessionView }) {
  usePageTitle(say('page.speaker'), session.title, event.title);
  const over = event.closed || session.status === 'ended' || session.status === 'cancelled';
  return (
    <>
      <ConnectionBanner floats="bottom" />
      <main>
        <div className={css.page}>
          <div className={css.column}>
            <Head event={event} session={session} />
            <TimeCard event={event} session={session} />
          </div>
          <div className={css.column}>
            <p className={css.desk} role="status">
              {event.unattended && say('desk.empty')}
            </p>
            <Announcements view={view} />
            <RoomScreen view={view} />
            {!over && <SeenButton session={session.id} zone={event.timezone} />}
            <NextQuestions view={view} />
          </div>
        </div>
        <NoteCard note={view.note ?? null} session={session} zone={event.timezone} />
      </main>
    </>
  );
}

function Head({ event, session }: { event: EventView; session: SessionView }) {
  const room = event.rooms.find(({ id }) => id === session.room)?.name;
  const late = lateWords(session);
  return (
    <header className={css.head}>
      <p className={css.event} dir="auto">
        {event.title}
      </p>
      <h1 className={css.title}>{session.title}</h1>
      <p className={css.when}>
        <Time
          at={session.expectedStart ?? session.plannedStart}
          until={session.expectedEnd ?? session.plannedEnd}
          venueZone={event.timezone}
          day={session.day}
        />
        {room && <span>{say('page.venue', { room })}</span>}
      </p>
      <p className={css.late}>{late}</p>
    </header>
  );
}

function TimeCard({ event, session }: { event: EventView; session: SessionView }) {
  const { at, silence } = useSecond();
  const moment = momentOf(event.closed ? null : session, at);
  const mine = useMyZone();
  const end = Date.parse(session.expectedEnd ?? session.plannedEnd);
  const asked = questionsFrom(moment);
  return (
    <section className={css.time} data-phase={moment.phase}>
      {moment.to === null ? (
        <>
          <PhaseWord {...moment} kind={kindOf(session)} />
          <p className={css.sentence}>
            {event.closed ? say('end.closed') : sentence(session, at, event.timezone, mine)}
          </p>
        </>
      ) : (
        <Ring filled={moment.filled}>
          <PhaseWord {...moment} to={null} kind={kindOf(session)} />
          <Digits to={moment.to} at={at} stale={silence !== null} />
        </Ring>
      )}
      <p className={css.clock}>
        <span>{say('timer.now', { time: clockTime(at, event.timezone), city: cityOf(event.timezone) })}</span>
        {asked !== null && <span>{say('timer.questions', { time: clockTime(asked, event.timezone) })}</span>}
        {session.status === 'onAir' && !event.closed && (
          <span>
            {say('timer.endNow', { time: clockTime(end, event.timezone), city: cityOf(event.timezone) })}
          </span>
        )}
        {silence !== null && <span>{say('stale.update', { time: timerDigits(at + silence, at) })}</span>}
      </p>
    </section>
  );
}

function sentence(session: SessionView, at: number, zone: string, mine: string): string {
  if (session.status === 'cancelled') return say('end.cancelled');
  return session.status === 'ended' ? say('end.session') : waitWords(session, at, zone, mine);
}

function whole(view: View): View {
  return view;
}
