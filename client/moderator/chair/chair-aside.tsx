import { whereWeAre } from '../../../shared/rundown/on-now.ts';
import { takesQuestions } from '../../../shared/rundown/session.ts';
import { nextStep } from '../../../shared/views/next-step.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { noteAge } from '../../rundown/note-age.ts';
import type { SessionActions } from '../actions/session-actions.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { notePresets } from '../panels/note-panel.tsx';
import { SentNote } from '../panels/sent-note.tsx';
import { MinuteButtons } from '../programme/minute-buttons.tsx';
import css from './chair.module.css';

const say = catalogue(deskMessages);
const sayTimes = catalogue(timelineMessages);

interface AsideProps {
  event: EventView;
  /** The session whose questions are taken. */
  session: SessionView | null;
  programme: readonly SessionView[];
  actions: SessionActions;
  off: boolean;
}

/** A minute more or less, what runs and what comes, and what a speaker is told. */
export function ChairAside(props: AsideProps) {
  const to = writtenTo(props);
  return (
    <>
      <Times {...props} />
      {to !== null && <ToSpeaker {...props} session={to} />}
    </>
  );
}

/** Whose speaker is written to: whoever is asked now, else whoever is next. Messages about what is over reach nobody. */
function writtenTo({ session, programme }: AsideProps): SessionView | null {
  const ahead = ({ status }: SessionView) => status !== 'ended' && status !== 'cancelled';
  if (session !== null && ahead(session)) return session;
  return programme.find((each) => ahead(each) && !each.passed && takesQuestions(each)) ?? null;
}

/** What is done to the times of what runs, which is named, and what begins next. */
function Times({ programme, actions, off }: AsideProps) {
  const { now } = whereWeAre(programme);
  const step = nextStep(programme);
  if (now === null && step === null) return null;
  const disabled = off || undefined;
  const title = step && (step.session === now ? (step.part ?? now).title : step.session.title);
  return (
    <section className={css.group} aria-labelledby="chair-time">
      <h2 id="chair-time" className={css.title}>
        {say('chair.time')}
        {now && (
          <span className={css.oneLine} dir="auto">
            {now.title}
          </span>
        )}
      </h2>
      <div className={css.time}>
        {now && (
          <>
            <MinuteButtons
              of="length"
              title={now.title}
              steps={[-1, 1]}
              off={off}
              onStep={(minutes) => actions.extend(now, minutes)}
            />
            <Button
              aria-label={sayTimes('of.session', { what: sayTimes('do.end'), title: now.title })}
              aria-disabled={disabled}
              onClick={() => actions.end(now)}
            >
              {sayTimes('do.end')}
            </Button>
          </>
        )}
        {step && (
          <Button
            className={css.start}
            aria-disabled={disabled}
            onClick={() => actions.start(step.session, step.part)}
          >
            <span className={css.take}>
              <span>{sayTimes('next.do')}</span>{' '}
              <span className={css.takes} dir="auto">
                {title}
              </span>
            </span>
          </Button>
        )}
      </div>
    </section>
  );
}

/** What a speaker is told with one press, and what became of the last message. */
function ToSpeaker({ event, session, actions, off }: AsideProps & { session: SessionView }) {
  const at = useServerNow(1_000);
  const { note } = session;
  return (
    <section className={css.group} aria-labelledby="chair-messages">
      <h2 id="chair-messages" className={css.title}>
        {say('chair.messages')}
        <span className={css.oneLine} dir="auto">
          {session.title}
        </span>
      </h2>
      <div className={css.messages}>
        {notePresets(session).map((preset) => (
          <Button
            key={preset}
            aria-disabled={off || undefined}
            onClick={() => void actions.note(session, sayTimes(`note.preset.${preset}`))}
          >
            {sayTimes(`note.preset.${preset}`)}
          </Button>
        ))}
      </div>
      {note && noteAge(session, note, at) !== null ? (
        <SentNote
          note={note}
          zone={event.timezone}
          off={off}
          onTakeAway={() => void actions.note(session, null)}
        />
      ) : (
        <p className={css.unsent}>{sayTimes('note.none')}</p>
      )}
    </section>
  );
}
