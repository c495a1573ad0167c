import { useEffect, useId, useRef, useState } from 'react';
import { dismissReasons } from '../../shared/questions/commands.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { digitOf } from './choice-menu.tsx';
import { deskMessages } from './messages.en.ts';
import { reasonOfKey } from './reasons.ts';
import css from './reasons-menu.module.css';
import { useMenuPlace } from './use-menu-place.ts';

const say = catalogue(deskMessages);

/** Asks why a question is not taken: 1 to 6, or in one's own words. Escape goes back without doing anything. */
export function ReasonsMenu({
  question,
  onChoose,
  onClose,
}: {
  question: string;
  onChoose: (why: string) => void;
  onClose: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const [own, setOwn] = useState('');
  useMenuPlace(menu, question, onClose);
  useEffect(() => menu.current?.querySelector('button')?.focus(), []);
  return (
    <div
      ref={menu}
      className={css.menu}
      role="dialog"
      aria-labelledby={titleId}
      data-menu="true"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.target instanceof HTMLInputElement || event.repeat) return;
        const reason = reasonOfKey(String(digitOf(event)));
        if (reason) onChoose(reason);
      }}
    >
      <p id={titleId} className={css.title}>
        {say('why.title')}
      </p>
      <ol className={css.reasons}>
        {dismissReasons.map((reason, index) => (
          <li key={reason}>
            <button type="button" className={css.reason} onClick={() => onChoose(reason)}>
              <kbd>{index + 1}</kbd> {say(`why.${reason}`)}
            </button>
          </li>
        ))}
      </ol>
      <form
        className={css.own}
        onSubmit={(event) => {
          event.preventDefault();
          if (own.trim() !== '') onChoose(own.trim());
        }}
      >
        <input
          aria-label={say('why.own')}
          placeholder={say('why.own')}
          maxLength={200}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <Button size="small" type="submit" disabled={own.trim() === ''}>
          {say('why.send')}
        </Button>
      </form>
    </div>
  );
}
