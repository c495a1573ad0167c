import { type Change, makeRow, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { State } from '../state/state.ts';
import type { Refusal } from '../wire/refusals.ts';
import type { makeInviteData, revokeInviteSchema, useInviteData } from './commands.ts';
import { restingOf } from './invite-origin.ts';
import { chainOf, hasComeBy, installationMaker, isClosedTo, isWithdrawn } from './invited.ts';
import { refuse } from './refusals.ts';
import type { Role } from './role.ts';
import type { Scope } from './scope.ts';

/** Uses of an invite unless told otherwise; a room's may be used any number of times. */
export const defaultUses = 20;

/** Which roles a role may invite: a desk opens screens, speakers' pages and desks beside itself, an organizer anybody. */
const inviteable: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  moderator: ['projector', 'speaker', 'moderator'],
  organizer: ['projector', 'speaker', 'moderator', 'organizer'],
};

/**
 * [P13] Make an invite: it is listed with who made it, and ends with them. Its text is signed where it is asked for.
 * Refuses: `id-taken`, `invite-role`, `room-unknown`, `session-unknown`, `poster-unknown`.
 */
export const make: Rule<typeof makeInviteData> = {
  decide(state, data, { id, by }) {
    if (state.tables.invites.has(id)) return refuse('conflict', 'id-taken', { of: 'id' });
    if (by.role === 'server' || !inviteable[by.role]?.includes(data.role))
      return refuse('not-allowed', 'invite-role');
    return elsewhere(state, data.scope ?? {});
  },
  evolve(_state, { role, scope = {}, name, through }, { id, by, now }) {
    return [
      makeRow('invites', {
        id,
        maker: by.participant,
        through,
        role,
        uses: 0,
        limit: role === 'projector' || scope.room !== undefined ? null : defaultUses,
        name: name ?? null,
        lastUsedAt: null,
        revokedAt: null,
        madeAt: now,
        ...(Object.keys(scope).length > 0 && { scope }),
      }),
    ];
  },
};

/** Why there is no such place; null where there is. */
function elsewhere({ tables }: State, { room, session, poster }: Scope): Refusal | null {
  if (room !== undefined && !tables.rooms.has(room)) return refuse('unknown', 'room-unknown');
  if (session !== undefined && tables.sessions.get(session)?.removed !== false)
    return refuse('unknown', 'session-unknown');
  return poster !== undefined && tables.posters.get(poster)?.removed !== false
    ? refuse('unknown', 'poster-unknown')
    : null;
}

/** [P4] Revoke an invite: it and every badge made from it are dead from here on, used or not. */
export const revoke: Rule<typeof revokeInviteSchema> = {
  decide: () => null,
  evolve(state, data, { now }) {
    const invite = state.tables.invites.get(data.invite);
    if (invite) return invite.revokedAt === null ? setFields('invites', invite, { revokedAt: now }) : [];
    return [
      makeRow('invites', {
        id: data.invite,
        role: 'attendee',
        uses: 0,
        limit: null,
        name: null,
        lastUsedAt: null,
        revokedAt: now,
      }),
    ];
  },
};

/**
 * [P5] An invite is used: refused once it is used up or revoked; the order of the log decides who was last. How often one for
 * all events was used, no log of one event knows: the installation counted it before.
 * Refuses: `invite-withdrawn`, `person-revoked`, `invite-used-up`.
 */
export const use: Rule<typeof useInviteData> = {
  decide(state, data, { rules, by }) {
    const invite = state.tables.invites.get(data.invite);
    if (isWithdrawn(state, chainOf(state, data.invite, data)))
      return refuse('not-allowed', 'invite-withdrawn', { of: 'invite' });
    if (isClosedTo(state, data.invite, by.participant))
      return refuse('not-allowed', 'invite-withdrawn', { of: 'invite' });
    const isCounted = rules < 5 || data.installation !== true;
    if (isCounted && data.limit !== null && (invite?.uses ?? 0) >= data.limit) {
      return refuse('not-allowed', 'invite-used-up', { of: 'invite' });
    }
    return state.tables.participants.get(by.participant)?.revokedAt != null
      ? refuse('not-allowed', 'person-revoked', { of: 'participant' })
      : null;
  },
  evolve(state, data, { rules, by, now }) {
    const invite = state.tables.invites.get(data.invite);
    const noted = rules >= 5 ? cameBy(state, by.participant, data.invite) : [];
    const isAgain = rules >= 5 && data.installation === true && noted.length === 0;
    if (invite)
      return [
        ...setFields('invites', invite, {
          uses: isAgain ? invite.uses : invite.uses + 1,
          lastUsedAt: now,
          name: data.name,
          role: data.role,
          limit: data.limit,
          ...(data.scope && { scope: data.scope }),
          ...(data.installation && { installation: true }),
          ...(data.maker !== undefined && { rests: restingOf(data) }),
        }),
        ...noted,
      ];
    return [
      ...noted,
      makeRow('invites', {
        id: data.invite,
        role: data.role,
        ...(rules >= 5 && { maker: data.maker ?? installationMaker }),
        ...(data.through && { through: data.through[0] ?? null }),
        ...(data.maker !== undefined && { rests: restingOf(data) }),
        uses: 1,
        limit: data.limit,
        name: data.name,
        lastUsedAt: now,
        revokedAt: null,
        ...(data.scope && { scope: data.scope }),
        ...(data.installation && { installation: true }),
      }),
    ];
  },
};

/** Notes that somebody came by an invite. They may be brought in by the same entry: then their row is made before this. */
function cameBy(state: State, id: string, invite: string): Change[] {
  if (hasComeBy(state, invite, id)) return [];
  const before = state.tables.participants.get(id)?.invites;
  return [{ of: 'participants', id, field: 'invites', before, after: [...(before ?? []), invite] }];
}
