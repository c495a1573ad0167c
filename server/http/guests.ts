import type { Request } from 'express';
import { eventOf } from '../../shared/state/state.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import type { Badge } from '../access/badges.ts';
import { addressOf } from '../access/origin.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { refuse } from '../refusals/refuse.ts';
import { badgeOfRequest, readingRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';

/**
 * Who asks for what needs no badge: somebody with one, or a guest, who says an event's passcode as `key` where it has one.
 * Refuses: `too-fast`, and what the passcode's door says.
 */
export async function guestOrBadge(
  context: HttpContext,
  running: RunningEvent,
  request: Request,
): Promise<{ badge: Badge | null } | Refusal> {
  const badge = await badgeOfRequest(context, running, request);
  if (!('ok' in badge)) return { badge };
  if (badge.reason === 'too-fast') return badge;
  const passcode = eventOf(running.live.state)?.passcode;
  if (!passcode) return { badge: null };
  const { key } = request.query;
  const address = addressOf(request, context.trusted);
  const shut = await context.passcodes.refusal(address, typeof key === 'string' ? key : undefined, passcode);
  return shut ?? { badge: null };
}

/** Counts something that is read by somebody with a badge or a guest; null where it may go on. Refuses: `too-fast`. */
export function guestReading(
  context: HttpContext,
  { badge }: { badge: Badge | null },
  request: Request,
): Refusal | null {
  if (badge) return readingRefusal(context, badge);
  const tooFast = context.limits.address('read', addressOf(request, context.trusted));
  return tooFast && refuse('too-fast', 'too-fast', tooFast);
}
