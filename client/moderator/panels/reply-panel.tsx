import { useState } from 'react';
import { allows } from '../../../shared/questions/moves.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { Switch } from '../../look/switch.tsx';
import { deskMessages } from '../messages/desk.en.ts';
import { textOf } from '../messages/question-text.ts';
import { caretAtEnd } from './caret-at-end.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';
import { useDeskDraft } from './use-desk-draft.ts';

const say = catalogue(deskMessages);

/** Longest written answer, in characters: the contract's. */
const longest = 4_000;

/** Answers a question in writing; it may stay where it is, or count as answered by it. */
export function ReplyPanel({
  question,
  onReply,
  onClose,
}: {
  question: QuestionView;
  /** Gives whether it was done. */
  onReply: (text: string, publish: boolean, answered: boolean) => Promise<boolean>;
  onClose: () => void;
}) {
  const { text, write, hand } = useDeskDraft(`reply ${question.id}`, question.reply ?? '');
  const [publish, setPublish] = useState(true);
  const isAnswered = question.status === 'answered';
  const canAnswer = isAnswered || allows('answer', question.status);
  const save = (answered: boolean) => {
    void hand((words) => onReply(words, publish, answered));
    onClose();
  };
  return (
    <SidePanel title={say('reply.title')} onClose={onClose}>
      <blockquote className={css.quote} dir="auto">
        {textOf(question)}
      </blockquote>
      <div className={css.form}>
        <label htmlFor="reply">{say('reply.text')}</label>
        <textarea
          ref={caretAtEnd}
          dir="auto"
          id="reply"
          rows={8}
          maxLength={longest}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: it opens at the operator's own press, to be typed into
          autoFocus
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey && text.trim() !== '') save(canAnswer);
          }}
        />
        <Switch
          label={say('reply.publish')}
          hint={say(publish ? 'reply.public' : 'reply.private')}
          checked={publish}
          onChange={setPublish}
        />
        <div className={css.actions}>
          {canAnswer && (
            <Button kind="primary" disabled={text.trim() === ''} onClick={() => save(true)}>
              {say(isAnswered ? 'do.save' : 'reply.andAnswered')}
            </Button>
          )}
          {!isAnswered && (
            <Button disabled={text.trim() === '' && question.reply === null} onClick={() => save(false)}>
              {say('reply.only')}
            </Button>
          )}
        </div>
      </div>
    </SidePanel>
  );
}
