import { textOf } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import type { Lens } from './lens.ts';
import { moderatorLens } from './moderator.ts';

/** The desk's view with the invites that were used or revoked, without their secrets. */
export const organizerLens: Lens = {
  ...moderatorLens,
  collections: {
    ...moderatorLens.collections,
    invites: {
      ids: ({ state }) => state.tables.invites.keys(),
      row({ state }, id) {
        const invite = state.tables.invites.get(id);
        if (!invite) return null;
        const { role, uses, limit } = invite;
        return {
          id,
          role,
          name: textOf(state, invite.name),
          uses,
          limit,
          lastUsedAt: iso(invite.lastUsedAt),
          revokedAt: iso(invite.revokedAt),
        };
      },
    },
  },
};
