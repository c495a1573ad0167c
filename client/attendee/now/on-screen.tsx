import { useEffect, useState } from 'react';
import type { Show } from '../../../shared/stage/show.ts';
import type { QuestionView, SessionView, View } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import styles from './on-screen.module.css';

/** How much of a question is read out when it comes on the screen, in characters. */
const readOut = 120;

/** How high a line is, in rem: what stands below keeps out of its way. */
const lineHeight = 3.5;

const roomsToLook = (view: View) => view.stages;

/**
 * What the rooms' screens show, a line each, in sight wherever one reads; a press tells all of it. [X33] Nobody looks at what
 * a screen was left with: an answered question of a session that has ended, or anything once all is `over`.
 */
export function OnScreen(props: { room: string | null; over: boolean; column: HTMLElement | null }) {
  const { room, over, column } = props;
  const say = useText(boardMessages);
  const announce = useAnnounce();
  const stages = useView(roomsToLook);
  const questions = useView((view) => view.questions);
  const sessions = useView((view) => view.sessions);
  const rooms = useView((view) => view.event?.rooms) ?? [];
  const late = useView(
    (view) => view.me?.attendance === 'remote' && (view.event?.policy.streamDelaySeconds ?? 0) > 0,
  );
  const shown = rooms
    .filter(({ id }) => !over && (room === null || id === room))
    .flatMap(({ id, name }) => {
      const stage = stages?.[id];
      const content = stage && !stage.black ? contentOf(stage.show, questions) : null;
      return content && !isLeft(content.question, sessions) ? [{ room: id, name, ...content }] : [];
    });
  const said = shown.map(({ text }) => text.slice(0, readOut)).join(' ');
  useEffect(() => {
    if (said !== '') announce(say('screen.said', { text: said }));
  }, [said, announce, say]);
  useEffect(() => {
    column?.style.setProperty('--shown', `${shown.length * lineHeight}rem`);
  }, [column, shown.length]);
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-label={say('screen.region')}>
      {shown.map((content) => (
        <Line
          key={content.room}
          lead={say(late ? 'screen.remote' : 'screen.inRoom')}
          room={rooms.length > 1 ? content.name : null}
          text={content.text}
          question={content.question}
        />
      ))}
    </section>
  );
}

function Line(props: {
  lead: string;
  room: string | null;
  text: string;
  question: QuestionView | undefined;
}) {
  const { lead, room, text, question } = props;
  const say = useText(boardMessages);
  const [whole, setWhole] = useState(false);
  return (
    <div className={styles.line}>
      <button
        type="button"
        className={styles.shown}
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
        onKeyDown={({ key }) => key === 'Escape' && setWhole(false)}
      >
        <span className={styles.words}>
          <strong>
            {lead}
            {room && (
              <>
                {' '}
                <bdi>{room}</bdi>
              </>
            )}
            {question && question.n !== null && ` ${say('list.number', { n: question.n })}`}
          </strong>{' '}
          {/* Bare, so that the line takes its direction: what is before it stands by itself. */}
          {text}
        </span>
        {whole && question && (
          <span className={styles.meta}>
            <bdi>{question.author?.name ?? say('list.anonymous')}</bdi>
            {'\u00a0· '}
            {say(`list.${question.attendance}`)}
          </span>
        )}
      </button>
    </div>
  );
}

/** Whether a question was only left where it stands: it is answered, and its session has ended. */
function isLeft(
  question: QuestionView | undefined,
  sessions: Readonly<Record<string, SessionView>> | undefined,
): boolean {
  if (question?.status !== 'answered' || question.session === null) return false;
  return sessions?.[question.session]?.status === 'ended';
}

function contentOf(
  show: Show,
  questions: Readonly<Record<string, QuestionView>> | undefined,
): { text: string; question: QuestionView | undefined } | null {
  if (show.kind === 'message') return { text: show.text, question: undefined };
  if (show.kind !== 'question') return null;
  const question = questions?.[show.question];
  return question?.text ? { text: question.text, question } : null;
}
