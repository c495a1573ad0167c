import { useState } from 'react';
import { questionLimits } from '../../shared/questions/question.ts';
import type { QuestionView, View } from '../../shared/views/view.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { typedLength } from '../questions/typed-length.ts';
import { deskMessages } from './messages.en.ts';
import { Mirror } from './mirror.tsx';
import css from './preview-panel.module.css';
import { publicly, stageSource } from './stage-source.ts';

const say = catalogue(deskMessages);

interface PreviewProps {
  view: View;
  room: string;
  question: QuestionView | null;
  editing: boolean;
  onEdit: () => void;
  onSave: (text: string) => void;
  onCancel: () => void;
}

/** The row in focus exactly as the room would see it; where its words for the screen are written too. */
export function PreviewPanel({ view, room, question, editing, onEdit, onSave, onCancel }: PreviewProps) {
  const [draft, setDraft] = useState<{ question: string; text: string } | null>(null);
  const written =
    editing && draft?.question === question?.id && draft?.text.trim() !== '' ? (draft?.text ?? null) : null;
  const words = written ?? question?.text ?? '';
  const source = previewSource(view, room, question, written);
  return (
    <section className={css.panel} aria-labelledby="preview-title">
      <div className={css.head}>
        <h2 id="preview-title" className={css.title}>
          {say('preview.title')}
        </h2>
        {question !== null && !editing && (
          <Button size="small" kind="quiet" aria-keyshortcuts="E" onClick={onEdit}>
            {say('do.edit')}
          </Button>
        )}
      </div>
      {question !== null && editing && (
        <Editor
          key={question.id}
          question={question}
          onDraft={(text) => setDraft({ question: question.id, text })}
          onSave={onSave}
          onCancel={onCancel}
        />
      )}
      {question === null || source === null ? (
        <p className={css.none}>{say('preview.none')}</p>
      ) : (
        <div className={css.picture}>
          <Mirror source={source} label={`${say('preview.title')}: ${words}`} />
        </div>
      )}
      {question !== null &&
        !editing &&
        question.texts?.screen != null &&
        question.texts.original !== null && (
          <p className={css.original}>{say('preview.original', { text: question.texts.original })}</p>
        )}
    </section>
  );
}

function Editor({
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

/** The stage of the room if this question were shown now. */
function previewSource(view: View, room: string, question: QuestionView | null, draft: string | null) {
  const source = stageSource(view, room);
  if (source === null || question === null) return null;
  const shown = publicly(question, source.event, source.sessions);
  return {
    ...source,
    stage: { room, show: { kind: 'question' as const, question: question.id }, black: false, since: '' },
    question: draft === null ? shown : { ...shown, text: draft },
  };
}
