import type { SessionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { clockDigits, secondsUntil } from '../../look/digits.ts';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './chair.module.css';

const say = catalogue(deskMessages);

/** From how many seconds before its end a session's time is told in amber. */
const lastSeconds = 120;

/** What is left of the session, to be read from a hand; past its end, by how much it is over; of a closed event, that it is. */
export function ChairClock({ session, closed }: { session: SessionView | null; closed: boolean }) {
  const at = useServerNow(500);
  if (closed)
    return (
      <p className={css.timer}>
        <strong>{say('desk.closedShort')}</strong>
      </p>
    );
  if (session?.status !== 'onAir' || session.expectedEnd === null) return null;
  const left = secondsUntil(Date.parse(session.expectedEnd), at);
  const time = left < 0 ? 'over' : left <= lastSeconds ? 'last' : 'left';
  return (
    <p className={css.timer} data-time={time} role="timer">
      <strong>
        {left < 0 && '+'}
        {clockDigits(left)}
      </strong>{' '}
      <span>{say(left < 0 ? 'chair.over' : 'chair.left')}</span>
    </p>
  );
}
