import { useState } from 'react';
import { questionLimits } from '../../../shared/questions/question.ts';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import { tidied, typedLength } from '../../questions/typed-length.ts';
import styles from '../list/rows.module.css';
import { boardMessages } from '../messages/board.en.ts';

/** The words of a question to be changed; what was begun is there again after a reload. */
export function EditForm({
  text,
  begun,
  onWrite,
  onSave,
  onCancel,
}: {
  text: string;
  begun: string;
  onWrite: (words: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
}) {
  const say = useText(boardMessages);
  const [words, setWords] = useState(begun || text);
  const units = typedLength(words);
  const over = units - questionLimits.units;
  const ready = over <= 0 && tidied(words) !== '' && tidied(words) !== text;
  return (
    <form
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave(tidied(words));
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <textarea
        dir="auto"
        ref={(area) => area?.focus({ preventScroll: true })}
        className={styles.field}
        rows={4}
        aria-label={say('mine.editLabel')}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          onWrite(event.target.value);
        }}
      />
      {over > 0 && (
        <output className={styles.problem}>
          {say('ask.over', { units, limit: questionLimits.units, over })}
        </output>
      )}
      <p className={styles.actions}>
        <Button type="submit" kind="primary" disabled={!ready}>
          {say('mine.save')}
        </Button>
        <Button onClick={onCancel}>{say('mine.cancel')}</Button>
      </p>
    </form>
  );
}
