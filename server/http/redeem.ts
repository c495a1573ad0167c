import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Draft } from '../../shared/log/entry.ts';
import { describedBy } from '../../shared/people/described.ts';
import { restingOf } from '../../shared/people/invite-origin.ts';
import { hasComeBy } from '../../shared/people/invited.ts';
import type { Body } from '../../shared/state/personal.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { redeemBodySchema } from '../../shared/wire/requests.ts';
import { type Badge, badgeLife } from '../access/badges.ts';
import { hasEnded } from '../access/ended.ts';
import { bearerOf } from '../access/gate.ts';
import { installation } from '../access/installation.ts';
import type { Invite } from '../access/invites.ts';
import { addressOf } from '../access/origin.ts';
import { countUse } from '../access/uses.ts';
import { isScreen } from '../live/audiences.ts';
import type { LiveEvent } from '../live/live-event.ts';
import { seal } from '../log/personal.ts';
import { refuse } from '../refusals/refuse.ts';
import { understand } from '../socket/parse.ts';
import { answerRefusal, eventOfRequest, grossRefusal, readingRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { answerBadge, badgeFor, describe, heldBadge, type Person, personOf } from './issue-badge.ts';

/** [W70] What the installation withdrew opens no event, also one that came later. */
const withdrawn = refuse('not-allowed', 'invite-withdrawn', { of: 'invite' });
const elsewhere = refuse('not-allowed', 'invite-elsewhere', { of: 'invite' });

/** Redeems an invite: gives a badge of its role to whoever shows its text, the same person again where they have one. */
export async function redeem(context: HttpContext, request: Request, response: Response): Promise<void> {
  const understood = understand(redeemBodySchema, request.body);
  if (!understood.ok) return answerRefusal(response, understood);
  if (request.params['slug'] === installation)
    return redeemForAll(context, understood.value.invite, request, response);
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const { live } = running;
  const invite = await inviteFor(context, live, request, understood.value.invite);
  if ('ok' in invite) return answerRefusal(response, invite);
  const held = await heldBadge(context, running, request);
  const often = tooOften(context, request, held);
  if (often) return answerRefusal(response, often);
  const { role, scope } = invite;
  const participant = held?.participant ?? randomUUID();
  const before = personOf(running, held);
  const person = isScreen({ role, ...scope }) ? before : { ...before, name: invite.name ?? before.name };
  const isKnown = live.state.tables.participants.has(participant);
  const draft = draftOfUse(live, invite, participant, { before, person, isKnown });
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

/** Why somebody who is known here must wait, or the address of somebody who is not: `too-fast`, `many-joining`. */
function tooOften(context: HttpContext, request: Request, held: Badge | undefined): Refusal | null {
  if (held) return grossRefusal(context, request, held) ?? readingRefusal(context, held);
  const tooFast = context.limits.address('join', addressOf(request, context.trusted));
  return tooFast ? refuse('too-fast', 'many-joining', tooFast) : null;
}

/**
 * The invite that a text is, where it opens an event: else `invite-expired`, `invite-elsewhere`, `invite-withdrawn`, or
 * `too-many-guesses` from an address that shows what is no invite at all.
 */
async function inviteFor(
  context: HttpContext,
  live: LiveEvent,
  request: Request,
  text: string,
): Promise<Invite | Refusal> {
  const invite = await context.invites.read(text);
  if (invite === 'expired') return refuse('not-allowed', 'invite-expired', { of: 'invite' });
  if (invite === null) {
    const tooFast = context.limits.address('guess', addressOf(request, context.trusted));
    return tooFast ? refuse('too-fast', 'too-many-guesses', tooFast) : elsewhere;
  }
  if (invite.event !== '*' && invite.event !== live.slug) return elsewhere;
  return hasEnded(live, invite.id, invite) ? withdrawn : invite;
}

/** Who redeems an invite: what they are called and where they are, before and with it, and whether the log knows them. */
interface Redeemer {
  before: Person;
  person: Person;
  isKnown: boolean;
}

/** The draft of an invite's use, with the names that its rows hold. */
function draftOfUse(
  live: LiveEvent,
  invite: Invite,
  participant: string,
  { before, person, isKnown }: Redeemer,
): Draft {
  const { role, scope } = invite;
  // Two texts, each for its own row: what becomes of one is not what becomes of the other.
  const called = sealed(invite.name ?? before.name);
  const name = isKnown ? null : sealed(person.name);
  const by = { participant, role, ...(!isKnown && { person: { ...person, name: name?.digest ?? null } }) };
  const data = {
    invite: invite.id,
    role,
    limit: invite.uses,
    name: called?.digest ?? null,
    ...(Object.keys(scope).length > 0 && { scope }),
    ...(invite.event === installation && { installation: true }),
    ...restingOf(invite),
  };
  const bodies = [called, name].flatMap((body) => body ?? []);
  return live.draftAs(by, 'invite.use', data, called ? { personal: { owner: participant, bodies } } : {});
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

function sealed(name: string | null): Body | null {
  return name === null ? null : seal(name);
}
