import type { Role } from '../../shared/people/role.ts';

/** How sure we are of what the screen shows. */
export type ConnectionState = 'connecting' | 'live' | 'unsure' | 'stale' | 'refused';

/** After how long without a frame a page says that it is not sure, and that its data are old. */
export interface HintAfterMs {
  readonly unsure: number;
  readonly stale: number;
}

/** Attendees hear from the server every 20 s at least, everybody else every 2.5 s. */
export function hintAfterMsOf(role: Role): HintAfterMs {
  return role === 'attendee' ? { unsure: 30_000, stale: 45_000 } : { unsure: 5_000, stale: 8_000 };
}

/** The state that a silence of this many milliseconds means; null where nothing was ever heard. */
export function freshness(
  silence: number | null,
  hintAfterMs: HintAfterMs,
): 'connecting' | 'live' | 'unsure' | 'stale' {
  if (silence === null) return 'connecting';
  if (silence >= hintAfterMs.stale) return 'stale';
  return silence >= hintAfterMs.unsure ? 'unsure' : 'live';
}
