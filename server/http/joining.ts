import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { Body } from '../../shared/log/entry.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import type { Role } from '../../shared/people/role.ts';
import type { Scope } from '../../shared/people/scope.ts';
import { eventOf } from '../../shared/state/state.ts';
import { joinBodySchema, redeemBodySchema } from '../../shared/wire/http.ts';
import { refuse } from '../../shared/wire/refusals.ts';
import { type Badge, badgeLife } from '../access/badges.ts';
import { badgeCookie } from '../access/cookies.ts';
import { bearerOf } from '../access/gate.ts';
import { installation } from '../access/installation.ts';
import { directionOf, isSecure } from '../access/origin.ts';
import { passcodeRefusal } from '../access/passcode-door.ts';
import { nameRefusal } from '../access/reserved-names.ts';
import { isScreen } from '../live/audiences.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { seal } from '../log/personal.ts';
import { deadBadge } from '../socket/intake.ts';
import { seatOf } from '../socket/sockets.ts';
import { understand } from '../socket/understanding.ts';
import { answerRefusal, eventOfRequest } from './answers.ts';
import type { HttpContext } from './context.ts';
import { clean } from './names.ts';

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
  const held = await heldBadge(context, running, request);
  const event = eventOf(running.live.state);
  if (event?.policy.joinsLocked === true && !held) return answerRefusal(response, nobodyNew);
  const locked = event?.passcode ?? null;
  const shut =
    locked === null || held
      ? null
      : await passcodeRefusal(context.limits, request.ip ?? '', passcode, locked);
  if (shut) return answerRefusal(response, shut);
  const tooFast = held ? null : await context.limits.address('join', request.ip ?? '');
  if (tooFast) return answerRefusal(response, refuse('too-fast', 'many-joining', tooFast));
  const name = understood.value.name === undefined ? personOf(held).name : clean(understood.value.name);
  const taken =
    name === null || name === held?.name
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
  context.described(badge);
  await answerBadge(context, request, response, badge, ({ token, role, participant }) => ({
    token,
    role,
    participant,
  }));
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
    const tooFast = invite === null ? await context.limits.address('guess', request.ip ?? '') : null;
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
  if (context.installation.withdrew({ invite: invite.id })) return answerRefusal(response, withdrawn);
  const held = await heldBadge(context, running, request);
  const tooFast = held ? null : await context.limits.address('join', request.ip ?? '');
  if (tooFast) return answerRefusal(response, refuse('too-fast', 'many-joining', tooFast));
  const { role, scope } = invite;
  const participant = held?.participant ?? randomUUID();
  const before = personOf(held);
  const person = isScreen({ role, ...scope }) ? before : { ...before, name: invite.name ?? before.name };
  const called = sealed(invite.name ?? before.name);
  const name = person.name === called?.text ? called : sealed(person.name);
  const outcome = await live.submit({
    type: 'invite.use',
    id: randomUUID(),
    at: live.now(),
    by: { participant, role, person: { ...person, name: name?.digest ?? null } },
    rules: rulesVersion,
    data: {
      invite: invite.id,
      role,
      limit: invite.uses,
      name: called?.digest ?? null,
      ...(Object.keys(scope).length > 0 && { scope }),
      ...(invite.event === installation && { installation: true }),
    },
    ...(called && {
      personal: { owner: participant, bodies: name && name !== called ? [called, name] : [called] },
    }),
  });
  if (!outcome.ok) return answerRefusal(response, outcome);
  const badge = {
    ...badgeFor(context, running, { participant, role, scope, ...person, invite: invite.id }),
    installation: invite.event === installation,
  };
  await renameAsker(context, running, request, response, person);
  await answerBadge(context, request, response, badge, (answer) => ({ ...answer, scope }));
}

/** The name that a link gives somebody is theirs on the audience's page of the same browser too. */
async function renameAsker(
  context: HttpContext,
  running: RunningEvent,
  request: Request,
  response: Response,
  person: Pick<Badge, 'name' | 'attendance'>,
): Promise<void> {
  const held = await heldBadges(context, running, request);
  const asker = held.find(({ role }) => role === 'attendee');
  if (!asker || (asker.name === person.name && asker.attendance === person.attendance)) return;
  const badge = badgeFor(context, running, { ...asker, ...person });
  context.described(badge);
  await giveCookie(context, request, response, badge);
}

/** An invite for every event, redeemed where there may be none yet: a badge that makes events, and is logged in none. */
async function redeemForAll(
  context: HttpContext,
  text: string,
  request: Request,
  response: Response,
): Promise<void> {
  const tooFast = await context.limits.address('guess', request.ip ?? '');
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
  const badge: Badge = {
    event: installation,
    participant: randomUUID(),
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
    alive.find(({ role }) => role !== 'projector') ??
    alive[0]
  );
}

/** What a badge says of its person: what a screen is called, and where it stands, is about nobody. */
function personOf(held: Badge | undefined): Pick<Badge, 'name' | 'attendance'> {
  return held && !isScreen(seatOf(held))
    ? { name: held.name, attendance: held.attendance }
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
