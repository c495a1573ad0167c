import type { QuestionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { printedKey } from '../actions/printed-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { textOf } from '../messages/question-text.ts';
import css from './merge-panel.module.css';

const say = catalogue(deskMessages);

/** Two questions that may ask the same, side by side: the marked one goes into the one in focus, or the other way round. */
export function MergePanel({
  marked,
  into,
  onMerge,
  onLeave,
}: {
  marked: QuestionView;
  /** The row in focus; null while it is the marked one. */
  into: QuestionView | null;
  onMerge: (question: QuestionView, into: QuestionView) => void;
  onLeave: () => void;
}) {
  return (
    <section className={css.panel} aria-label={say('merge.title')}>
      <div className={css.texts}>
        <Text title={say('merge.marked')} question={marked} />
        {into === null ? (
          <p className={css.how}>{say('merge.how')}</p>
        ) : (
          <Text title={say('merge.into')} question={into} />
        )}
      </div>
      <div className={css.buttons}>
        {into !== null && (
          <>
            <Button
              size="small"
              kind="primary"
              aria-keyshortcuts={printedKey('merge')}
              onClick={() => onMerge(marked, into)}
            >
              {say('merge.do')}
              <kbd>{printedKey('merge')}</kbd>
            </Button>
            <Button size="small" onClick={() => onMerge(into, marked)}>
              {say('merge.other')}
            </Button>
          </>
        )}
        <Button size="small" onClick={onLeave}>
          {say('do.cancel')}
        </Button>
      </div>
    </section>
  );
}

function Text({ title, question }: { title: string; question: QuestionView }) {
  return (
    <div className={css.text}>
      <p className={css.title}>
        {title}
        {question.n !== null && ` · #${question.n}`}
        {question.upvotes !== null && ` · ${say('row.upvotes', { count: question.upvotes })}`}
      </p>
      <p dir="auto">{textOf(question)}</p>
    </div>
  );
}
