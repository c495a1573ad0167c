import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { inOneLine } from '../../look/written.ts';
import { endOf, startOf } from '../../rundown/on-now.ts';
import type { ChosenSession } from '../list/chosen-session.ts';
import { boardMessages } from '../messages/board.en.ts';
import { focusOf } from './focus.ts';
import { SessionFacts } from './session-facts.tsx';
import styles from './talk-head.module.css';

interface TalkHeadProps {
  event: EventView;
  ordered: readonly SessionView[];
  chosen: ChosenSession;
  onOpen: (id: string) => void;
}

/** What is on, in two lines: who gives what, and how long it still runs. A press tells all of it. */
export function TalkHead({ event, ordered, chosen, onOpen }: TalkHeadProps) {
  const say = useText(boardMessages);
  const now = useServerNow(1_000);
  const { session, over } = focusOf(ordered, chosen, event.closed);
  const start = session ? startOf(session) : 0;
  const end = session ? endOf(session) : 0;
  return (
    <section className={styles.head} aria-label={say('now.heading')}>
      <h2 className={styles.title}>
        {session && !over ? (
          <button
            type="button"
            className={styles.open}
            aria-haspopup="dialog"
            onClick={() => onOpen(session.id)}
          >
            <Title session={session} now={now} />
          </button>
        ) : over ? (
          say('now.thanks')
        ) : (
          say('now.nothing')
        )}
      </h2>
      <p className={styles.standing}>
        {over ? (
          <span>
            {say('now.eventOver', { asked: event.counters.asked, answered: event.counters.answered })}
          </span>
        ) : (
          session && <SessionFacts session={session} event={event} ordered={ordered} now={now} />
        )}
      </p>
      {session?.status === 'onAir' && !over && end > start && (
        <progress
          className={styles.progress}
          max={1}
          value={Math.min(1, Math.max(0, (now - start) / (end - start)))}
          aria-label={say('now.progress')}
        />
      )}
    </section>
  );
}

/** A session with its speakers; or, where it has parts, with the one that runs. */
function Title({ session, now }: { session: SessionView; now: number }) {
  const say = useText(boardMessages);
  const part =
    session.parts.find((each) => each.startedAt && !each.endedAt) ??
    session.parts.find((each) => startOf(each) <= now && now < endOf(each));
  const names = (part?.speakers.length ? part : session).speakers.map(({ name, remote }) =>
    remote ? say('now.remoteSpeaker', { name }) : name,
  );
  return (
    <span>
      <bdi>{session.title}</bdi>
      {part && (
        <>
          {' · '}
          <bdi>{part.title}</bdi>
        </>
      )}
      {names.length > 0 && (
        <>
          {' · '}
          {inOneLine(names)}
        </>
      )}
    </span>
  );
}
