import { type CSSProperties, useEffect, useId, useRef, useState } from 'react';
import { dismissReasons } from '../../shared/questions/commands.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { deskMessages } from './messages.en.ts';
import { reasonOfKey } from './reasons.ts';
import css from './reasons-menu.module.css';

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
  const [place, setPlace] = useState<CSSProperties>({ opacity: 0 });
  useEffect(() => {
    const row = document.querySelector(`[data-row="${CSS.escape(question)}"]`)?.getBoundingClientRect();
    const box = menu.current;
    if (!row || !box) return;
    const top = Math.max(8, Math.min(row.bottom - 8, innerHeight - box.offsetHeight - 8));
    setPlace({ top, left: Math.max(8, Math.min(row.left + 24, innerWidth - box.offsetWidth - 8)) });
    box.querySelector('button')?.focus();
  }, [question]);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);
  return (
    <div
      ref={menu}
      className={css.menu}
      style={place}
      role="dialog"
      aria-labelledby={titleId}
      data-menu="true"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        const reason =
          event.target instanceof HTMLInputElement || event.repeat ? null : reasonOfKey(event.key);
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
