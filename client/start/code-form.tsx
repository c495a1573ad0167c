import { type FormEvent, useRef, useState } from 'react';
import { base } from '../connection/base.ts';
import { Button } from '../look/button.tsx';
import { type Say, useText } from '../look/messages.ts';
import css from './code-form.module.css';
import { bareCode, isStaffCode } from './events.ts';
import { startMessages } from './messages.en.ts';

/** How many boxes stand there before anything is typed: as many as most codes have signs. */
const boxes = 4;

/**
 * A code opens what the server knows under it: an event that is listed or not, or somebody's link. One real field lies
 * over the boxes, so that it is pasted, dictated and read out like any other.
 */
export function CodeForm({ initial = '' }: { initial?: string }) {
  const say = useText(startMessages);
  const [typed, setTyped] = useState(initial);
  const code = bareCode(typed);
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const path = `${base}/j/${encodeURIComponent(code)}`;
    const status = code === '' ? 'missing' : await lookUp(path);
    if (status === 'leads') return location.assign(path);
    setProblem(wordsOf(status, code, say));
    field.current?.focus();
  };
  const signs = [...code];
  const places = Array.from({ length: Math.max(boxes, signs.length) }, (_, place) => place);
  return (
    <form className={css.code} onSubmit={(event) => void submit(event)}>
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
            ref={field}
            id="code"
            className={css.field}
            value={typed}
            aria-invalid={problem !== ''}
            aria-describedby="code-problem"
            onChange={(event) => {
              setTyped(event.target.value);
              setProblem('');
            }}
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
      <p id="code-problem" role="alert" className={css.problem}>
        {problem}
      </p>
    </form>
  );
}

type Status = 'leads' | 'missing' | 'unknown' | 'tooMany';

/** Whether a code leads anywhere, without going there: who typed a wrong one keeps what they typed. */
async function lookUp(path: string): Promise<Status> {
  try {
    const { status } = await fetch(path, { redirect: 'manual', headers: { Accept: 'text/html' } });
    if (status === 429) return 'tooMany';
    return status === 404 ? 'unknown' : 'leads';
  } catch {
    // The page that the address opens says what is wrong.
    return 'leads';
  }
}

function wordsOf(status: Exclude<Status, 'leads'>, code: string, say: Say<typeof startMessages>): string {
  if (status === 'missing') return say('start.codeMissing');
  if (status === 'tooMany') return say('start.codeTooMany');
  return isStaffCode(code)
    ? `${say('code.staffUnknown', { code })}. ${say('code.staffHelp')}`
    : `${say('code.unknown', { code })} ${say('code.unknownHelp')}`;
}
