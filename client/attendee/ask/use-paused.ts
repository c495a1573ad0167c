import { useEffect, useRef } from 'react';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { attendeeMessages } from '../messages/attendee.en.ts';
import type { Outgoing } from './kept-texts.ts';
import { firstPaused } from './paused.ts';
import type { Sent } from './sent.ts';

/** How soon a question goes out once slow mode was switched off, in milliseconds. */
const soon = 1_000;

/** Sends what slow mode holds back by itself, the oldest first, when its pause is over, and says so once. */
export function usePaused(all: readonly Outgoing[], deliver: (question: Outgoing) => Promise<Sent>): void {
  const say = useText(attendeeMessages);
  const announce = useAnnounce();
  const slow = useView((view) => view.event?.policy.slowMode === true);
  const next = firstPaused(all);
  const going = useRef(new Set<string>());
  useEffect(() => {
    if (next?.pausedUntil === undefined) return;
    const { id, pausedUntil } = next;
    const left = Math.max(0, pausedUntil - Date.now());
    const go = async () => {
      if (going.current.has(id)) return;
      going.current.add(id);
      const { status } = await deliver(next);
      going.current.delete(id);
      if (status !== null) announce(say(status === 'inReview' ? 'ask.sent' : 'ask.sentLive'));
    };
    const timer = setTimeout(() => void go(), slow === false ? Math.min(left, soon) : left);
    return () => clearTimeout(timer);
  }, [next, slow, deliver, announce, say]);
}
