import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import css from './programme-bar.module.css';

const say = catalogue(timelineMessages);

/** Buttons that add minutes to a session's length or start, or take them away; `title` is the session's. */
export function MinuteButtons({
  of,
  title,
  steps,
  off = false,
  onStep,
}: {
  of: 'length' | 'start';
  title: string;
  steps: readonly number[];
  /** Nothing can be changed now. */
  off?: boolean;
  onStep: (minutes: number) => void;
}) {
  const more = of === 'length' ? 'length.longer' : 'start.later';
  const fewer = of === 'length' ? 'length.shorter' : 'start.earlier';
  return (
    <span className={css.minutes}>
      {steps.map((minutes) => {
        const what = say(minutes < 0 ? fewer : more, { minutes: Math.abs(minutes) });
        const shown = minutes < 0 ? `−${-minutes}` : `+${minutes}`;
        return (
          <Button
            key={minutes}
            size="small"
            aria-label={say('minutes.of', { shown, what, title })}
            title={what}
            aria-disabled={off || undefined}
            onClick={() => onStep(minutes)}
          >
            {shown}
          </Button>
        );
      })}
    </span>
  );
}
