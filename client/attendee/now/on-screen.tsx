import { useEffect } from 'react';
import type { Show } from '../../../shared/stage/show.ts';
import type { QuestionView, View } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import styles from './on-screen.module.css';

/** How much of a question is read out when it comes on the screen, in characters. */
const readOut = 120;

const roomsToLook = (view: View) => view.stages;

/** What the rooms' projectors show, in words, as long as it is a question or a message. */
export function OnScreen({ room, remote }: { room: string | null; remote: boolean }) {
  const say = useText(boardMessages);
  const announce = useAnnounce();
  const stages = useView(roomsToLook);
  const questions = useView((view) => view.questions);
  const rooms = useView((view) => view.event?.rooms) ?? [];
  const shown = rooms
    .filter(({ id }) => room === null || id === room)
    .flatMap(({ id, name }) => {
      const stage = stages?.[id];
      const content = stage && !stage.black ? contentOf(stage.show, questions) : null;
      return content ? [{ room: id, name, ...content }] : [];
    });
  const said = shown.map(({ text }) => text.slice(0, readOut)).join(' ');
  useEffect(() => {
    if (said !== '') announce(say('screen.said', { text: said }));
  }, [said, announce, say]);
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="on-screen">
      <h2 id="on-screen" className={styles.heading}>
        {say(remote ? 'screen.remote' : 'screen.inRoom')}
      </h2>
      {shown.map((content) => (
        <figure key={content.room} className={styles.shown} data-steady>
          {rooms.length > 1 && (
            <p className={styles.room} dir="auto">
              {content.name}
            </p>
          )}
          <blockquote className={styles.text} dir="auto">
            {content.text}
          </blockquote>
          {content.question && (
            <figcaption className={styles.meta}>
              {content.question.n !== null && say('list.number', { n: content.question.n })}
              <bdi>{content.question.author?.name ?? say('list.anonymous')}</bdi>
              <span>{say(`list.${content.question.attendance}`)}</span>
            </figcaption>
          )}
        </figure>
      ))}
    </section>
  );
}

function contentOf(
  show: Show,
  questions: Readonly<Record<string, QuestionView>> | undefined,
): { text: string; question?: QuestionView } | null {
  if (show.kind === 'message') return { text: show.text };
  if (show.kind !== 'question') return null;
  const question = questions?.[show.question];
  return question?.text ? { text: question.text, question } : null;
}
