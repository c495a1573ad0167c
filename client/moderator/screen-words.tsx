import { useState } from 'react';
import { questionLimits } from '../../shared/questions/question.ts';
import type { QuestionView } from '../../shared/views/view.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { typedLength } from '../questions/typed-length.ts';
import { deskMessages } from './messages.en.ts';
import css from './preview-panel.module.css';

const say = catalogue(deskMessages);

/** Where a question is worded for the screen; its author's words stay. Ctrl+Enter saves, Escape goes back. */
export function ScreenWords({
  question,
  onDraft,
  onSave,
  onCancel,
}: {
  question: QuestionView;
  onDraft: (text: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
}) {
  const [text, setText] = useState(question.text ?? '');
  const over = typedLength(text) - questionLimits.units;
  const save = () => {
    if (over <= 0 && text.trim() !== '') onSave(text.trim());
  };
  return (
    <div className={css.editor}>
      <label htmlFor="screen-words">{say('preview.edit')}</label>
      <textarea
        dir="auto"
        id="screen-words"
        rows={3}
        // biome-ignore lint/a11y/noAutofocus: it opens at the operator's own press, to be typed into
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onDraft(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && event.ctrlKey) save();
        }}
      />
      <p className={css.original}>{over > 0 ? say('preview.over', { over }) : say('preview.ethics')}</p>
      <div className={css.buttons}>
        <Button size="small" kind="primary" disabled={over > 0 || text.trim() === ''} onClick={save}>
          {say('do.save')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {say('do.cancel')}
        </Button>
      </div>
    </div>
  );
}
