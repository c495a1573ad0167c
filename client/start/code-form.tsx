import { type FormEvent, useState } from 'react';
import { base } from '../connection/base.ts';
import { Button } from '../look/button.tsx';
import { useText } from '../look/messages.ts';
import css from './code-form.module.css';
import { bareCode } from './events.ts';
import { startMessages } from './messages.en.ts';

/** How many boxes stand there before anything is typed: as many as most codes have signs. */
const boxes = 4;

/**
 * A code opens what the server knows under it: an event that is listed or not, or somebody's link. One real field lies
 * over the boxes, so that it is pasted, dictated and read out like any other.
 */
export function CodeForm() {
  const say = useText(startMessages);
  const [typed, setTyped] = useState('');
  const code = bareCode(typed);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (code === '') event.currentTarget.querySelector('input')?.focus();
    else location.assign(`${base}/j/${encodeURIComponent(code)}`);
  };
  const signs = [...code];
  const places = Array.from({ length: Math.max(boxes, signs.length) }, (_, place) => place);
  return (
    <form className={css.code} onSubmit={submit}>
      <label htmlFor="code" className={css.label}>
        {say('start.codeLabel')}
      </label>
      <div className={css.row}>
        <div className={css.boxes} dir="ltr">
          {places.map((place) => (
            <span
              key={place}
              aria-hidden="true"
              data-next={place === Math.min(signs.length, places.length - 1)}
            >
              {signs[place] ?? ''}
            </span>
          ))}
          <input
            dir="ltr"
            id="code"
            className={css.field}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
          />
        </div>
        <Button type="submit" kind="primary" className={css.go}>
          {say('start.codeGo')}
        </Button>
      </div>
    </form>
  );
}
