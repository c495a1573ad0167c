import type { Outcome } from '../../shared/log/apply.ts';
import type { Command } from '../../shared/log/command.ts';
import type { Draft } from '../../shared/log/entry.ts';
import { isStaff } from '../../shared/people/role.ts';
import type { Actor } from '../../shared/state/actor.ts';
import { may } from '../../shared/state/model.ts';
import { type State, textOf } from '../../shared/state/state.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import type { Badge } from '../access/badges.ts';
import { deadBadge } from '../access/dead-badge.ts';
import type { Limits } from '../access/limits.ts';
import { nameRefusal } from '../access/reserved-names.ts';
import type { StandingInvites } from '../access/standing-invites.ts';
import type { LiveEvent } from '../live/live-event.ts';
import { seal } from '../log/personal.ts';
import { refuse } from '../refusals/refuse.ts';
import { malformed } from './parse.ts';
import { draftOf, hinted } from './to-entry.ts';

/** What intake needs besides the event: the limits, and the key of the desk's marks. */
export interface IntakeOptions {
  limits: Limits;
  markKey: string;
  standing: StandingInvites;
}

/**
 * Takes what was read as a command: an outcome comes out. The order of checks is the contract's: too-large, malformed,
 * no-badge, a known id, not-allowed, too-fast, then what the rules say. A repeat is answered and not counted.
 * Refuses: `not-stored`, `too-fast`, `malformed`, `access-withdrawn`, `access-expired`, `role-may-not`,
 * `invite-of-installation`, `event-full`, `name-of-role`, `name-of-staff`, and whatever the rules refuse.
 */
export async function receive(
  live: LiveEvent,
  badge: Badge,
  command: Command | Refusal,
  { limits, markKey, standing }: IntakeOptions,
): Promise<Outcome> {
  if ('ok' in command) return command;
  const { model } = live.state;
  const kind = model.kind(command.type);
  const drafting = () =>
    draftOf(model, command, {
      ...{ by: actorOf(badge), at: live.now(), state: live.state, through: badge.invite, markKey },
    });
  const early = kind.costly ? null : drafting();
  if (early?.ok === false) return malformed(early.issues);
  const dead = deadBadge(live, badge, live.clock());
  if (dead) return dead;
  const { participant, role } = badge;
  /** What is refused anyway is looked up, where not too much of theirs is looked up already. */
  const orElse = async (refusal: Refusal): Promise<Outcome> => {
    const found = await limits.lookUps.run(participant, async () => {
      if (early === null && (await live.known(participant, command.id)) === null) return null;
      const late = early ?? drafting();
      return late.ok ? live.repeated(withPerson(live.state, late.draft, badge)) : null;
    });
    return 'value' in found ? (found.value ?? refusal) : found;
  };
  const invite = kind.endsInvite?.(command);
  const forAll = invite !== undefined && standing.opensAll(invite, live.state);
  const denied = notAllowed(badge, kind, forAll);
  if (denied) return orElse(denied);
  const tooFast = limits.command(participant, role, command);
  if (tooFast) return orElse(refuse('too-fast', 'too-fast', tooFast));
  const drafted = early ?? drafting();
  if (!drafted.ok) return malformed(drafted.issues);
  const unsaid = textRefusal(live, badge, drafted.draft);
  if (unsaid) return orElse(unsaid);
  const said = withPerson(live.state, drafted.draft, badge);
  // What asks again under a known id is never logged, and needs no mark.
  const draft = live.state.tables.questions.has(command.id) ? said : hinted(said);
  const waits = kind.waitsForOwn?.(live.state) === true;
  const { outcome, repeated } = waits
    ? await live.turns.after(participant, () => live.submitOrRepeat(draft))
    : await live.submitOrRepeat(draft);
  giveBack(limits, badge, command, outcome, repeated);
  if (forAll && outcome.ok && !standing.revoke(invite)) return refuse('unavailable', 'not-stored');
  return outcome;
}

/** Counts against nobody what they sent again, nor against the kind what could not be kept. */
function giveBack(
  limits: Limits,
  { participant, role }: Badge,
  command: Command,
  outcome: Outcome,
  repeated: boolean,
): void {
  if (repeated) limits.giveBack(participant, role, command);
  else if (!outcome.ok && outcome.reason === 'unavailable') limits.giveKindBack(participant, role, command);
}

/**
 * Why a badge may not send a command: `role-may-not`; `invite-of-installation` where it ends a link that opens all events
 * (`forAll`) and is not for all of them itself.
 */
function notAllowed(
  { role, installation }: Badge,
  kind: Parameters<typeof may>[1],
  forAll: boolean,
): Refusal | null {
  if (!may(role, kind)) return refuse('not-allowed', 'role-may-not');
  return forAll && installation !== true
    ? refuse('not-allowed', 'invite-of-installation', { of: 'invite' })
    : null;
}

/** Why the texts of a draft are not taken: `event-full`, where they are not the staff's, or a name that is reserved. */
function textRefusal(live: LiveEvent, { role, participant }: Badge, draft: Draft): Refusal | null {
  if (!isStaff(role) && live.filled >= 1 && draft.personal !== undefined)
    return refuse('unavailable', 'event-full');
  return role === 'attendee' ? reservedIn(live.state, participant, draft) : null;
}

/** Why a draft may not call its sender so: by a name that stands for the staff. */
function reservedIn(state: State, participant: string, { type, data, personal }: Draft): Refusal | null {
  const digest = state.model.kind(type).describes?.(data).name ?? null;
  const name = personal?.bodies.find((body) => body.digest === digest)?.text ?? textOf(state, digest);
  return name === null ? null : nameRefusal(state, participant, name);
}

function actorOf({ participant, role, scope }: Badge): Actor {
  return {
    participant,
    role,
    ...(scope.session !== undefined && { session: scope.session }),
    ...(scope.poster !== undefined && { poster: scope.poster }),
  };
}

/** The draft with the person behind it, where the log does not know them yet: as their badge describes them, or they do. */
export function withPerson(state: State, draft: Draft, { participant, name, attendance }: Badge): Draft {
  const textsOfAnother = draft.personal !== undefined && draft.personal.owner !== participant;
  if (textsOfAnother || state.tables.participants.has(participant)) return draft;
  const said = state.model.kind(draft.type).describes?.(draft.data) ?? {};
  const body = name === null || said.name !== undefined ? null : seal(name);
  const bodies = [...(draft.personal?.bodies ?? []), ...(body ? [body] : [])];
  const person = { name: said.name ?? body?.digest ?? null, attendance: said.attendance ?? attendance };
  const by = { ...draft.by, person };
  return {
    ...draft,
    by,
    ...(bodies.length > 0 && { personal: { owner: draft.personal?.owner ?? participant, bodies } }),
  };
}
