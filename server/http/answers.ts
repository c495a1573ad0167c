import type { Request, Response } from 'express';
import { isStaff } from '../../shared/people/role.ts';
import { httpStatus } from '../../shared/wire/reasons.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import type { Badge } from '../access/badges.ts';
import { deadBadge } from '../access/dead-badge.ts';
import { bearerOf } from '../access/gate.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { refuse } from '../refusals/refuse.ts';
import { spoken } from '../refusals/spoken.ts';
import type { HttpContext } from './context.ts';

/** Answers a refusal with its status; 429 says how long to wait. */
export function answerRefusal(response: Response, refusal: Refusal): void {
  if (refusal.retryAfterMs !== undefined)
    response.setHeader('Retry-After', Math.ceil(refusal.retryAfterMs / 1000));
  response.status(httpStatus[refusal.reason]).json(spoken(refusal));
}

/** The refusal for an event that does not exist. Refuses: `event-unknown`. */
export const unknownEvent = refuse('unknown', 'event-unknown');

/** The event a request is about; where there is none it is answered already. */
export function eventOfRequest(
  context: HttpContext,
  request: Request,
  response: Response,
): RunningEvent | null {
  const running = context.events.get(String(request.params['slug']));
  if (!running) answerRefusal(response, unknownEvent);
  return running ?? null;
}

/**
 * Counts a request against the gross limit of who shows this badge; null where it may go on. Who floods is cut off: the
 * connection ends without an answer.
 * Refuses: `too-fast`.
 */
export function grossRefusal(
  { limits }: HttpContext,
  request: Request,
  { participant, role }: Badge,
): Refusal | null {
  const tooFast = limits.gross.count(participant, role);
  if (limits.gross.isFlooding(participant, role)) request.socket.destroy();
  return tooFast && refuse('too-fast', 'too-fast', tooFast);
}

/** Counts something read by who shows a badge, as a message on a socket is; null where it may go on. Refuses: `too-fast`. */
export function readingRefusal({ limits }: HttpContext, { participant, role }: Badge): Refusal | null {
  const tooFast = limits.message(participant, role);
  return tooFast && refuse('too-fast', 'too-fast', tooFast);
}

/**
 * The badge behind a request in an event, which is counted: bearer token or cookie, `?as=` picks the role, `room` and
 * `session` the place where an organizer's stands in. Refuses: `too-fast`, and what `Gate.badge` refuses.
 */
export async function badgeOfRequest(
  context: HttpContext,
  running: RunningEvent,
  request: Request,
): Promise<Badge | Refusal> {
  const badge = await context.gate.badge(running.live, {
    token: bearerOf(request),
    cookie: request.headers.cookie,
    as: request.query['as'],
    room: request.query['room'],
    session: request.query['session'],
  });
  return 'ok' in badge ? badge : (grossRefusal(context, request, badge) ?? badge);
}

/** Whether a badge ended while something was made for it, which is answered then. */
export function hasRunOut(
  { clock }: HttpContext,
  { live }: RunningEvent,
  badge: Badge,
  response: Response,
): boolean {
  const dead = deadBadge(live, badge, clock());
  if (dead) answerRefusal(response, dead);
  return dead !== null;
}

/** The event and the badge of somebody of the staff; where there are none it is answered already. Refuses: `staff-only`. */
export async function staffOfRequest(context: HttpContext, request: Request, response: Response) {
  const running = eventOfRequest(context, request, response);
  if (!running) return null;
  const badge = await badgeOfRequest(context, running, request);
  const refusal =
    'ok' in badge
      ? badge
      : isStaff(badge.role)
        ? readingRefusal(context, badge)
        : refuse('not-allowed', 'staff-only');
  if (refusal === null && !('ok' in badge)) return { running, badge };
  if (refusal) answerRefusal(response, refusal);
  return null;
}
