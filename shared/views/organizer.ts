import { chainOf, isWithdrawn } from '../people/invited.ts';
import { textOf } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import type { Lens } from './lens.ts';
import { moderatorLens } from './moderator.ts';
import type { OrganizerView } from './role-views.ts';

/** The desk's view with the invites that were used or revoked, without their secrets. */
export const organizerLens: Lens<OrganizerView> = {
  ...moderatorLens,
  collections: {
    ...moderatorLens.collections,
    invites: {
      ids: ({ state }) => state.tables.invites.keys(),
      row({ state }, id) {
        const invite = state.tables.invites.get(id);
        if (!invite) return null;
        const { role, uses, limit, maker } = invite;
        const person = state.tables.participants.get(maker ?? '');
        return {
          id,
          role,
          name: textOf(state, invite.name),
          scope: invite.scope ?? null,
          /** Null: the installation itself, or nobody who is known. */
          maker: person ? { name: textOf(state, person.name), role: person.role } : null,
          /** It opens every event of the installation: this event's organizers do not reach it. */
          installation: invite.installation === true,
          ended: isWithdrawn(state, chainOf(state, id)),
          closed: invite.closed === true,
          madeAt: iso(invite.madeAt ?? null),
          uses,
          limit,
          lastUsedAt: iso(invite.lastUsedAt),
          revokedAt: iso(invite.revokedAt),
        };
      },
    },
  },
};
