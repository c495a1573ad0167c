import { useEffect, useRef } from 'react';
import type { SessionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { catalogue } from '../../look/messages.ts';
import { useMyZone } from '../../look/my-zone.ts';
import { clockTime } from '../../look/zones.ts';
import { type ScheduleChange, ScheduleChanges } from '../../rundown/schedule-changes.ts';
import { boardMessages } from '../messages/board.en.ts';

const say = catalogue(boardMessages);

/** Says each change of the schedule once, in one sentence, to those who listen to the page. */
export function useScheduleChanges(ordered: readonly SessionView[]): void {
  const announce = useAnnounce();
  const zone = useMyZone();
  const at = useServerNow(60_000);
  const changes = useRef<ScheduleChanges | null>(null);
  useEffect(() => {
    if (ordered.length === 0) return;
    changes.current ??= new ScheduleChanges();
    const change = changes.current.hear(ordered, at);
    if (change) announce(changeWords(change, zone));
  }, [ordered, at, zone, announce]);
}

/** A change of the schedule in one breath: what, when now, how late, what else, and what stays. */
export function changeWords({ session, of, lateness, more, stays }: ScheduleChange, zone: string): string {
  const time = (instant: number) => clockTime(instant, zone);
  const values = { title: session.title, time: time(lateness.shown), minutes: lateness.minutes };
  const what =
    of === 'late' && lateness.of === 'about' ? say('change.about', values) : say(`change.${of}`, values);
  return [
    say('change.heading', { what }),
    ...(more > 0 ? [say('change.more', { count: more })] : []),
    ...(stays && of !== 'back'
      ? [say('change.stays', { title: stays.title, time: time(Date.parse(stays.plannedStart)) })]
      : []),
  ].join(' ');
}
