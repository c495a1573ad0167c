import { programmeOf } from './room-programme.ts';
import type { Picture, StageSource } from './scene.ts';

/**
 * What a stage shows that has heard nothing for minutes: the doors, with the next start that was known, and nothing that
 * may be over by now. Black stays black: somebody wanted it.
 */
export function offlinePicture(source: StageSource, at: number): Picture {
  if (source.stage?.black === true) return { scene: { kind: 'blank' }, black: true };
  const next =
    programmeOf(source).find(
      ({ expectedStart, status }) =>
        status === 'upcoming' && expectedStart !== null && Date.parse(expectedStart) > at,
    ) ?? null;
  const countdown =
    next?.expectedStart == null
      ? null
      : { to: Date.parse(next.expectedStart), from: null, of: 'start' as const };
  return { scene: { kind: 'doors', now: null, next, countdown }, black: false };
}
