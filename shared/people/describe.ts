import { makeRow, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { describeData, revokeParticipantSchema } from './commands.ts';
import { closesWith } from './invited.ts';

/** [P12] Describe: one's name and attendance, as far as they are said. Whoever is not known yet is brought in with them. */
export const describe: Rule<typeof describeData> = {
  decide: () => null,
  evolve(state, { name, attendance }, { by }) {
    const participant = state.tables.participants.get(by.participant);
    if (!participant) return [];
    return setFields('participants', participant, {
      ...(name !== undefined && { name }),
      ...(attendance !== undefined && { attendance }),
    });
  },
};

/** [P3] [P14] Revoke: every badge of a participant is dead from here on, and the invites that they came by take nobody new. */
export const revoke: Rule<typeof revokeParticipantSchema> = {
  decide: () => null,
  evolve(state, data, { now }) {
    const participant = state.tables.participants.get(data.participant);
    if (participant) {
      if (participant.revokedAt !== null) return [];
      const cameBy = (participant.invites ?? []).flatMap((id) => state.tables.invites.get(id) ?? []);
      return [
        ...setFields('participants', participant, { revokedAt: now }),
        ...cameBy.filter(closesWith).flatMap((invite) => setFields('invites', invite, { closed: true })),
      ];
    }
    return [
      makeRow('participants', {
        id: data.participant,
        name: null,
        attendance: 'remote',
        role: 'attendee',
        banned: false,
        revokedAt: now,
        erasedAt: null,
      }),
    ];
  },
};
