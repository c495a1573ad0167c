import { catalogue } from '../look/messages.ts';
import { speakerMessages } from './messages.en.ts';
import { type Moment, timerDigits } from './phase.ts';
import css from './timer.module.css';

const say = catalogue(speakerMessages);

/** The digits: what is left, or how much it is over. With `~` where the page has not heard from the server lately. */
export function Digits({ to, at, stale }: { to: number; at: number; stale: boolean }) {
  return (
    <div className={css.digits} role="timer" aria-label={say('timer.left')}>
      {stale && '~'}
      {timerDigits(to, at)}
    </div>
  );
}

/** The phase in a word, and a bar that fills: colour is never the only one to say it. */
export function PhaseWord({ phase, to, filled }: Moment) {
  return (
    <div className={css.phase}>
      <p className={css.word} role="status">
        {say(`phase.${phase}`)}
      </p>
      {to !== null && (
        <div className={css.bar} aria-hidden="true">
          <div className={css.fill} style={{ transform: `scaleX(${filled})` }} />
        </div>
      )}
    </div>
  );
}
