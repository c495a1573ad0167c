import type { QuestionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './preview-panel.module.css';

const say = catalogue(deskMessages);

/** What the screen does not say of a question: its author's own words, a written reply, what was merged into it. */
export function QuestionAsides({
  question,
  merged,
  onUnmerge,
}: {
  question: QuestionView;
  merged: readonly QuestionView[];
  onUnmerge: (question: QuestionView) => void;
}) {
  const isEdited = question.texts?.screen != null && question.texts.original !== null;
  if (!isEdited && question.reply === null && merged.length === 0) return null;
  return (
    <div className={css.words}>
      {question.texts?.screen != null && question.texts.original !== null && (
        <p className={css.original} dir="auto">
          {say('preview.original', { text: question.texts.original })}
        </p>
      )}
      {question.reply !== null && (
        <p className={css.original} dir="auto">
          {say('preview.reply', { text: question.reply })}
        </p>
      )}
      {merged.length > 0 && (
        <ul className={css.merged} aria-label={say('preview.merged')}>
          {merged.map((other) => (
            <li key={other.id}>
              <span dir="auto">{other.text ?? say('row.erased')}</span>
              <Button size="small" onClick={() => onUnmerge(other)}>
                {say('do.unmerge')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
