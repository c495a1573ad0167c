import type { QuestionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { Origin } from '../list/origin.tsx';
import styles from '../list/rows.module.css';
import { boardMessages } from '../messages/board.en.ts';

/** Below the words of a question of mine: what was made of it, where it is, and under which name. */
export function MyQuestionNotes(props: {
  question: QuestionView;
  /** What its status has to add. */
  note: string | null;
  /** The session whose questions are looked at, which needs no naming. */
  here: string | undefined;
}) {
  const { question, note, here } = props;
  const say = useText(boardMessages);
  const target =
    useView((view) => (question.mergedInto ? view.questions?.[question.mergedInto]?.text : null)) ?? null;
  const session =
    useView((view) => (question.session ? view.sessions?.[question.session]?.title : null)) ?? null;
  return (
    <>
      {question.original && (
        <p className={styles.note}>{say('mine.original', { text: question.original })}</p>
      )}
      {target && <p className={styles.note}>{say('mine.mergedInto', { text: target })}</p>}
      {note && <p className={styles.note}>{note}</p>}
      <p className={styles.meta}>
        {session && question.session !== here && <bdi>{session}</bdi>}
        <Origin question={question} />
        {question.anonymous && <span>{say('mine.anonymously')}</span>}
      </p>
    </>
  );
}
