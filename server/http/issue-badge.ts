import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { describedBy } from '../../shared/people/described.ts';
import type { Role } from '../../shared/people/role.ts';
import type { Scope } from '../../shared/people/scope.ts';
import { eventOf } from '../../shared/state/state.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { type Badge, badgeLife } from '../access/badges.ts';
import { badgeCookie } from '../access/cookies.ts';
import { deadBadge } from '../access/dead-badge.ts';
import { bearerOf } from '../access/gate.ts';
import { directionOf, isSecure } from '../access/origin.ts';
import { seatOf } from '../access/seats.ts';
import { isScreen } from '../live/audiences.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { receive } from '../socket/intake.ts';
import type { HttpContext } from './context.ts';

/** The person whom a browser or program already is in this event: all its badges are one participant. */
export async function heldBadge(
  context: HttpContext,
  running: RunningEvent,
  request: Request,
): Promise<Badge | undefined> {
  const alive = await heldBadges(context, running, request);
  return (
    alive.find(({ role }) => role === 'attendee') ??
    alive.find((badge) => !isScreen(seatOf(badge))) ??
    alive[0]
  );
}

/** What somebody is called, and where they are. */
export type Person = Pick<Badge, 'name' | 'attendance'>;

/** Who somebody is before they say anything: what a screen is called, and where it stands, is about nobody. */
export function personOf({ live }: RunningEvent, held: Badge | undefined): Person {
  return held && !isScreen(seatOf(held))
    ? describedBy(live.state, held)
    : { name: null, attendance: 'inRoom' };
}

/** The living badges of this event that a browser or program shows; what the cookies hold where its token is none. */
async function heldBadges(
  { gate, clock }: HttpContext,
  { live }: RunningEvent,
  request: Request,
): Promise<Badge[]> {
  const { cookie } = request.headers;
  const said = await gate.shown(live.slug, { token: bearerOf(request), cookie });
  const badges = said.length > 0 ? said : await gate.shown(live.slug, { cookie });
  return badges.filter((badge) => deadBadge(live, badge, clock()) === null);
}

type Issue = Pick<Badge, 'participant' | 'role' | 'scope' | 'name' | 'attendance' | 'invite'>;

/** A badge of an event, made now: good until a while after its end. */
export function badgeFor(context: HttpContext, { live }: RunningEvent, issue: Issue): Badge {
  const madeAt = context.clock();
  const endsAt = eventOf(live.state)?.endsAt ?? madeAt;
  return { ...issue, event: live.slug, madeAt, expiresAt: Math.max(madeAt, endsAt) + badgeLife };
}

interface Answer {
  token: string;
  role: Role;
  participant: { id: string; name: string | null; attendance: string };
}

/** Answers with a badge, in the body and as a cookie. */
export async function answerBadge(
  context: HttpContext,
  request: Request,
  response: Response,
  badge: Badge,
  body: (answer: Answer) => object & { scope?: Scope },
): Promise<void> {
  const token = await giveCookie(context, request, response, badge);
  const { participant: id, role, name, attendance } = badge;
  response.status(201).json(body({ token, role, participant: { id, name, attendance } }));
}

/** Signs a badge into a cookie of the answer; gives its token. */
export async function giveCookie(
  context: HttpContext,
  request: Request,
  response: Response,
  badge: Badge,
): Promise<string> {
  const token = await context.badges.sign(badge);
  const secure = isSecure(directionOf(request, context.trusted));
  response.append(
    'Set-Cookie',
    badgeCookie(badge.event, badge.role, token, badge.expiresAt, { secure, base: context.base }),
  );
  return token;
}

/**
 * Whoever joins again says anew what they are called and where they are. Whom the log knows is described by an entry, which
 * gives its refusal; of anybody else the badge is all there is, and every open page of theirs is told.
 * Refuses: `not-stored`, `too-fast`, `malformed`, `access-withdrawn`, `access-expired`, `role-may-not`,
 * `invite-of-installation`, `event-full`, `name-of-role`, `name-of-staff`, and whatever the rules refuse.
 */
export async function describe(
  context: HttpContext,
  { live }: RunningEvent,
  badge: Badge,
  before: Person,
): Promise<Refusal | null> {
  const { participant, name, attendance } = badge;
  if (!live.state.tables.participants.has(participant)) {
    context.described(badge);
    return null;
  }
  const said = {
    ...(name !== before.name && { name: name ?? '' }),
    ...(attendance !== before.attendance && { attendance }),
  };
  if (Object.keys(said).length === 0) return null;
  const outcome = await receive(
    live,
    badge,
    { id: randomUUID(), type: 'participant.describe', ...said },
    context,
  );
  // Whom the event does not hear any more goes on reading, under the name that they had.
  return outcome.ok || unheard.has(outcome.reason) ? null : outcome;
}

/** Why somebody is not described who may still read: banned, in a closed event, in one that is full. */
const unheard: ReadonlySet<string> = new Set(['not-allowed', 'not-now', 'unavailable']);
