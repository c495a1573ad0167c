import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { Body, Draft } from '../../shared/log/entry.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { describedBy } from '../../shared/people/described.ts';
import { hasComeBy, restingOf } from '../../shared/people/invited.ts';
import type { Role } from '../../shared/people/role.ts';
import type { Scope } from '../../shared/people/scope.ts';
import { eventOf } from '../../shared/state/state.ts';
import { joinBodySchema, redeemBodySchema } from '../../shared/wire/http.ts';
import { type Refusal, refuse } from '../../shared/wire/refusals.ts';
import { type Badge, badgeLife } from '../access/badges.ts';
import { badgeCookie } from '../access/cookies.ts';
import { hasEnded } from '../access/ended.ts';
import { bearerOf } from '../access/gate.ts';
import { installation } from '../access/installation.ts';
import { addressOf, directionOf, isSecure } from '../access/origin.ts';
import { nameRefusal } from '../access/reserved-names.ts';
import { countUse } from '../access/uses.ts';
import { isScreen } from '../live/audiences.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { seal } from '../log/personal.ts';
import { deadBadge, take } from '../socket/intake.ts';
import { seatOf } from '../socket/sockets.ts';
import { cleanName } from '../socket/text.ts';
import { understand } from '../socket/understanding.ts';
import { answerRefusal, eventOfRequest, grossRefusal, readingRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';

/** Joining as an attendee and redeeming invites: the two ways to a badge. */
export function joiningRoutes(context: HttpContext): Router {
  const router = Router();
  router.post('/api/events/:slug/join', async (request, response) => join(context, request, response));
  router.post('/api/events/:slug/redeem', async (request, response) => redeem(context, request, response));
  return router;
}

/** [W70] What the installation withdrew opens no event, also one that came later. */
const withdrawn = refuse('not-allowed', 'invite-withdrawn', { of: 'invite' });

const nobodyNew = refuse('not-now', 'joins-locked', { now: { joins: 'locked' } });

async function join(context: HttpContext, request: Request, response: Response): Promise<void> {
  const understood = understand(joinBodySchema, request.body);
  if (!understood.ok) return answerRefusal(response, understood);
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const { attendance, passcode } = understood.value;
  const shown = await heldBadge(context, running, request);
  const often = shown && (grossRefusal(context, request, shown) ?? readingRefusal(context, shown));
  if (often) return answerRefusal(response, often);
  // A screen is nobody: whoever joins in its browser is as new as in any other.
  const held = shown && !isScreen(seatOf(shown)) ? shown : undefined;
  const event = eventOf(running.live.state);
  if (event?.policy.joinsLocked === true && !held) return answerRefusal(response, nobodyNew);
  const locked = event?.passcode ?? null;
  const shut =
    locked === null || held
      ? null
      : await context.passcodes.refusal(addressOf(request, context.trusted), passcode, locked);
  if (shut) return answerRefusal(response, shut);
  const tooFast = held ? null : context.limits.address('join', addressOf(request, context.trusted));
  if (tooFast) return answerRefusal(response, refuse('too-fast', 'many-joining', tooFast));
  const before = personOf(running, held);
  const { name = before.name } = cleanedName(understood.value.name);
  const taken =
    name === null || name === before.name
      ? null
      : nameRefusal(running.live.state, held?.participant ?? null, name);
  if (taken) return answerRefusal(response, taken);
  const badge = badgeFor(context, running, {
    participant: held?.participant ?? randomUUID(),
    role: 'attendee',
    scope: {},
    name,
    attendance,
    invite: null,
  });
  const refused = held ? await describe(context, running, badge, before) : null;
  if (refused) return answerRefusal(response, refused);
  const said = describedBy(running.live.state, badge);
  await answerBadge(context, request, response, { ...badge, ...said }, ({ token, role, participant }) => ({
    token,
    role,
    participant,
  }));
}

/**
 * Whoever joins again says anew what they are called and where they are. Whom the log knows is described by an entry, which
 * gives its refusal; of anybody else the badge is all there is, and every open page of theirs is told.
 */
async function describe(
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
  const outcome = await take(
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

/** A name as it is kept, where one was sent. */
function cleanedName(name: string | undefined): { name?: string | null } {
  return name === undefined ? {} : { name: cleanName(name) };
}

async function redeem(context: HttpContext, request: Request, response: Response): Promise<void> {
  const understood = understand(redeemBodySchema, request.body);
  if (!understood.ok) return answerRefusal(response, understood);
  if (request.params['slug'] === installation)
    return redeemForAll(context, understood.value.invite, request, response);
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const invite = await context.invites.read(understood.value.invite);
  if (
    invite === null ||
    invite === 'expired' ||
    (invite.event !== '*' && invite.event !== running.live.slug)
  ) {
    const tooFast =
      invite === null ? context.limits.address('guess', addressOf(request, context.trusted)) : null;
    return answerRefusal(
      response,
      tooFast
        ? refuse('too-fast', 'too-many-guesses', tooFast)
        : refuse('not-allowed', invite === 'expired' ? 'invite-expired' : 'invite-elsewhere', {
            of: 'invite',
          }),
    );
  }
  const { live } = running;
  if (hasEnded(live, invite.id, invite)) return answerRefusal(response, withdrawn);
  const held = await heldBadge(context, running, request);
  const often = held && (grossRefusal(context, request, held) ?? readingRefusal(context, held));
  if (often) return answerRefusal(response, often);
  const tooFast = held ? null : context.limits.address('join', addressOf(request, context.trusted));
  if (tooFast) return answerRefusal(response, refuse('too-fast', 'many-joining', tooFast));
  const { role, scope } = invite;
  const participant = held?.participant ?? randomUUID();
  const before = personOf(running, held);
  const person = isScreen({ role, ...scope }) ? before : { ...before, name: invite.name ?? before.name };
  // Two texts, each for its own row: what becomes of one is not what becomes of the other.
  const called = sealed(invite.name ?? before.name);
  const isKnown = live.state.tables.participants.has(participant);
  const name = isKnown ? null : sealed(person.name);
  const draft: Draft<'invite.use'> = {
    type: 'invite.use',
    id: randomUUID(),
    at: live.now(),
    by: { participant, role, ...(!isKnown && { person: { ...person, name: name?.digest ?? null } }) },
    rules: rulesVersion,
    data: {
      invite: invite.id,
      role,
      limit: invite.uses,
      name: called?.digest ?? null,
      ...(Object.keys(scope).length > 0 && { scope }),
      ...(invite.event === installation && { installation: true }),
      ...restingOf(invite),
    },
    ...(called && { personal: { owner: participant, bodies: name ? [called, name] : [called] } }),
  };
  const isBack = hasComeBy(live.state, invite.id, participant);
  const uncounted = isBack || live.refusalAhead(draft) ? null : countUse(context.installation, invite);
  if (uncounted) return answerRefusal(response, uncounted);
  const outcome = await live.submit(draft);
  if (!outcome.ok) return answerRefusal(response, outcome);
  const badge = {
    ...badgeFor(context, running, { participant, role, scope, ...person, invite: invite.id }),
    installation: invite.event === installation,
    ...restingOf(invite),
  };
  // A link that names somebody names them also where they were known before.
  if (isKnown && person.name !== before.name) await describe(context, running, badge, before);
  const said = isScreen({ role, ...scope }) ? person : describedBy(live.state, badge);
  await answerBadge(context, request, response, { ...badge, ...said }, (answer) => ({ ...answer, scope }));
}

/** An invite for every event, redeemed where there may be none yet: a badge that makes events, and is logged in none. */
async function redeemForAll(
  context: HttpContext,
  text: string,
  request: Request,
  response: Response,
): Promise<void> {
  const tooFast = context.limits.address('guess', addressOf(request, context.trusted));
  if (tooFast) return answerRefusal(response, refuse('too-fast', 'too-many-guesses', tooFast));
  const invite = await context.invites.read(text);
  if (
    invite === null ||
    invite === 'expired' ||
    invite.event !== installation ||
    invite.role !== 'organizer'
  ) {
    return answerRefusal(response, refuse('not-allowed', 'invite-installation', { of: 'invite' }));
  }
  if (context.installation.withdrew({ invite: invite.id })) return answerRefusal(response, withdrawn);
  const madeAt = context.clock();
  const shown = await context.gate.shown(installation, {
    token: bearerOf(request),
    cookie: request.headers.cookie,
  });
  const held = shown.find((each) => each.invite === invite.id && !context.installation.withdrew(each));
  const uncounted = held ? null : countUse(context.installation, invite);
  if (uncounted) return answerRefusal(response, uncounted);
  const badge: Badge = {
    event: installation,
    participant: held?.participant ?? randomUUID(),
    role: invite.role,
    scope: {},
    name: invite.name,
    attendance: 'inRoom',
    invite: invite.id,
    installation: true,
    madeAt,
    expiresAt: madeAt + badgeLife,
  };
  await answerBadge(context, request, response, badge, (answer) => ({ ...answer, scope: {} }));
}

/** The person whom a browser or program already is in this event: all its badges are one participant. */
async function heldBadge(
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

type Person = Pick<Badge, 'name' | 'attendance'>;

/** Who somebody is before they say anything: what a screen is called, and where it stands, is about nobody. */
function personOf({ live }: RunningEvent, held: Badge | undefined): Person {
  return held && !isScreen(seatOf(held))
    ? describedBy(live.state, held)
    : { name: null, attendance: 'inRoom' };
}

function sealed(name: string | null): Body | null {
  return name === null ? null : seal(name);
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

function badgeFor(context: HttpContext, { live }: RunningEvent, issue: Issue): Badge {
  const madeAt = context.clock();
  const endsAt = eventOf(live.state)?.endsAt ?? madeAt;
  return { ...issue, event: live.slug, madeAt, expiresAt: Math.max(madeAt, endsAt) + badgeLife };
}

interface Answer {
  token: string;
  role: Role;
  participant: { id: string; name: string | null; attendance: string };
}

async function answerBadge(
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
async function giveCookie(
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
