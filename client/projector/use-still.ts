import { useState } from 'react';
import { useConnection, useEventConnection } from '../connection/hooks.tsx';
import type { Scene } from '../stage/scene.ts';

const minute = 60_000;

/** After how long without a change a picture begins to move, and how often it does then, in milliseconds. */
const idle = { after: 20 * minute, every: 2 * minute } as const;

/** After how long without a word from the server a stage shows the doors, in milliseconds. */
const goneAfter = 5 * minute;

/** Pictures that stand for hours when nobody does anything. What an operator put up for the room stays where it is. */
const idling: ReadonlySet<Scene['kind']> = new Set([
  'doors',
  'break',
  'posters',
  'join',
  'talk',
  'spotlight',
  'panel',
  'end',
]);

/** Whether a picture that did not change for long stands mirrored now; `key` names it, `at` is the server's time. */
export function useMirrored(key: string, kind: Scene['kind'], at: number): boolean {
  const [still, setStill] = useState({ key, since: at });
  if (still.key !== key || at < still.since) setStill({ key, since: at });
  const past = at - still.since - idle.after;
  return idling.has(kind) && past >= 0 && Math.floor(past / idle.every) % 2 === 0;
}

/** Whether this screen has heard nothing for so long that what it shows says nothing any more. */
export function useLongGone(at: number): boolean {
  const { clock } = useEventConnection();
  const { state, lastFrameAt } = useConnection();
  const [opened] = useState(at);
  const heard = lastFrameAt === null ? opened : lastFrameAt + clock.offset;
  return state !== 'live' && at - heard >= goneAfter;
}
