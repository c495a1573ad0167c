import { useState } from 'react';
import type { EventView } from '../../shared/views/view.ts';
import { useSend, useServerNow } from '../connection/hooks.tsx';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { clockTime, dayIn } from '../look/zones.ts';
import { staffSentence } from '../refusals/staff.ts';
import css from './clock-notice.module.css';
import { rundownMessages } from './messages.en.ts';

const say = catalogue(rundownMessages);

/** For whoever runs the event: the server's clock jumped. Both times, and the press that says that the new one is right. */
export function ClockNotice({ event }: { event: EventView }) {
  const now = useServerNow(1_000);
  const send = useSend();
  const [why, setWhy] = useState<string | null>(null);
  const { clockAhead, timezone } = event;
  if (clockAhead == null) return null;
  const trust = async () => {
    const outcome = await send({ type: 'clock.trust' }, 10_000);
    setWhy(outcome.ok ? null : say('clock.notTrusted', { why: staffSentence(outcome) }));
  };
  return (
    <div className={css.notice} role="alert">
      <p>
        {say('clock.jumped', {
          wall: moment(now + clockAhead, now, timezone),
          used: moment(now, now, timezone),
        })}
      </p>
      <Button size="small" onClick={() => void trust()}>
        {say('clock.trust')}
      </Button>
      {why !== null && <p>{why}</p>}
    </div>
  );
}

/** A time of day, with its day where that is not today's. */
function moment(at: number, now: number, zone: string): string {
  const day = dayIn(at, zone);
  return day === dayIn(now, zone) ? clockTime(at, zone) : `${day} ${clockTime(at, zone)}`;
}
