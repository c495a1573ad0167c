import { makeRow, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';

/** [P12] Describe: one's name and attendance, as far as they are said. Whoever is not known yet is brought in with them. */
export const describe: Rule<'participant.describe'> = {
  decide: () => null,
  evolve(state, { data: { name, attendance }, by }) {
    const participant = state.tables.participants.get(by.participant);
    if (!participant) return [];
    return setFields('participants', participant, {
      ...(name !== undefined && { name }),
      ...(attendance !== undefined && { attendance }),
    });
  },
};

/** [P3] Revoke: every badge of a participant is dead from here on. */
export const revoke: Rule<'participant.revoke'> = {
  decide: () => null,
  evolve(state, { data }, now) {
    const participant = state.tables.participants.get(data.participant);
    if (participant)
      return participant.revokedAt === null ? setFields('participants', participant, { revokedAt: now }) : [];
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
