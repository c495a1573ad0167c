import type { QuestionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { OutgoingQuestion } from '../ask/outgoing-question.tsx';
import type { OutgoingQuestions } from '../ask/use-outgoing.ts';
import styles from '../list/rows.module.css';
import { boardMessages } from '../messages/board.en.ts';
import { MyQuestion } from './my-question.tsx';
import type { Around } from './my-status.ts';

interface MyQuestionsProps {
  mine: readonly QuestionView[];
  outgoing: OutgoingQuestions;
  /** The session in sight: its name need not be said again. */
  here: string | undefined;
  /** What is over: the day, or the event is closed; null: neither. */
  over: Around['over'];
  onPutBack: (session: string, text: string) => void;
}

/** Everything I asked, newest first, each with what has become of it; first of all what is still on its way. */
export function MyQuestions({ mine, outgoing, here, over, onPutBack }: MyQuestionsProps) {
  const say = useText(boardMessages);
  const questions = useView((view) => view.questions);
  const underway = outgoing.all.filter(({ id }) => !questions?.[id]);
  return (
    <section className={styles.section} aria-labelledby="my-questions">
      <h2 id="my-questions" className={styles.heading} tabIndex={-1}>
        {say('mine.heading')}
      </h2>
      {mine.length + underway.length === 0 && (
        <p className={styles.empty}>{say(over ? 'mine.noneOver' : 'mine.none')}</p>
      )}
      <ul className={styles.list}>
        {underway.map((question) => (
          <OutgoingQuestion key={question.id} question={question} outgoing={outgoing} onPutBack={onPutBack} />
        ))}
        {mine.map((question) => (
          <MyQuestion key={question.id} {...{ question, here, over, onPutBack }} />
        ))}
      </ul>
    </section>
  );
}
