import { useRef } from 'react';
import type { SessionKind } from '../../shared/rundown/session-kind.ts';
import { catalogue } from '../look/messages.ts';
import { useFitWidth } from './fit-width.ts';
import { speakerMessages } from './messages.en.ts';
import { type Moment, type Phase, timerDigits } from './phase.ts';
import css from './timer.module.css';

const say = catalogue(speakerMessages);

/**
 * The digits: what is left, or how much it is over. With `~` where the page has not heard from the server lately. They
 * become smaller only where an hour, or a sign before them, needs more than the whole width.
 */
export function Digits({ to, at, stale }: { to: number; at: number; stale: boolean }) {
  const line = useRef<HTMLDivElement>(null);
  const text = timerDigits(to, at);
  const over = text.startsWith('+');
  useFitWidth(line, `${stale} ${over} ${text.length}`);
  return (
    <div ref={line} className={css.digits} role="timer" aria-label={say('timer.left')}>
      {stale && <span className={css.sign}>~</span>}
      {over && <span className={css.sign}>+</span>}
      {over ? text.slice(1) : text}
    </div>
  );
}

/** The phase in a word, and a bar that fills: colour is never the only one to say it. */
export function PhaseWord({ phase, to, filled, toQuestions, kind }: Moment & { kind: SessionKind }) {
  return (
    <div className={css.phase}>
      <p className={css.word} role="status">
        {wordOf(phase, toQuestions, kind)}
      </p>
      {to !== null && (
        <div className={css.bar} aria-hidden="true">
          <div className={css.fill} style={{ transform: `scaleX(${filled})` }} />
        </div>
      )}
    </div>
  );
}

/** A phase in a word; where the digits count to the questions, that they do. */
function wordOf(phase: Phase, toQuestions: boolean | undefined, kind: SessionKind): string {
  if (phase === 'talk') return toQuestions ? say('phase.toQuestions') : say(`kind.${kind}`);
  return phase === 'wrapUp' && toQuestions ? say('phase.wrapUpToQuestions') : say(`phase.${phase}`);
}
