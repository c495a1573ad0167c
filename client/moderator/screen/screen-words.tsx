import { questionLimits } from '../../../shared/questions/question.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { typedLength } from '../../questions/typed-length.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { caretAtEnd } from '../panels/caret-at-end.ts';
import { useDeskDraft } from '../panels/use-desk-draft.ts';
import css from './preview-panel.module.css';

const say = catalogue(deskMessages);

/** Where a question is worded for the screen; its author's words stay. Ctrl+Enter saves, Escape gives it up. */
export function ScreenWords({
  question,
  onDraft,
  onSave,
  onCancel,
}: {
  question: QuestionView;
  onDraft: (text: string) => void;
  /** Gives whether it was done. */
  onSave: (text: string) => Promise<boolean>;
  onCancel: () => void;
}) {
  const { text, write, hand, drop } = useDeskDraft(`screen ${question.id}`, question.text ?? '');
  const over = typedLength(text) - questionLimits.units;
  const save = () => {
    if (over <= 0 && text.trim() !== '') void hand(onSave);
  };
  const cancel = () => {
    drop();
    onCancel();
  };
  return (
    <div className={css.editor}>
      <label htmlFor="screen-words">{say('preview.edit')}</label>
      <textarea
        ref={caretAtEnd}
        dir="auto"
        id="screen-words"
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: it opens at the operator's own press, to be typed into
        autoFocus
        value={text}
        onChange={(event) => {
          write(event.currentTarget.value);
          onDraft(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') cancel();
          if (event.key === 'Enter' && event.ctrlKey) save();
        }}
      />
      <p className={css.original}>{over > 0 ? say('preview.over', { over }) : say('preview.ethics')}</p>
      <div className={css.buttons}>
        <Button size="small" kind="primary" disabled={over > 0 || text.trim() === ''} onClick={save}>
          {say('do.save')}
        </Button>
        <Button size="small" onClick={cancel}>
          {say('do.cancel')}
        </Button>
      </div>
    </div>
  );
}
