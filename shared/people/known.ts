import type { Actor } from '../state/actor.ts';
import { type Change, makeRow, setFields } from '../state/change.ts';
import type { Digest } from '../state/personal.ts';
import type { State } from '../state/state.ts';
import { isStaff, strongestRole } from './role.ts';

/** Whether somebody runs the event, as the log knows them. */
export function runsEvent({ tables }: State, participant: string): boolean {
  const role = tables.participants.get(participant)?.role;
  return role !== undefined && isStaff(role);
}

/** What somebody is called, by the digest of the name: the log keeps refusals, and names can be forgotten. */
export function nameOf({ tables }: State, participant: string): { name: Digest | null } {
  return { name: tables.participants.get(participant)?.name ?? null };
}

/** The changes that bring somebody in with their first entry, or follow their strongest role. `rules`: those of the entry. */
export function broughtIn({ tables }: State, by: Actor, rules: number): Change[] {
  if (by.role === 'server') return [];
  const known = tables.participants.get(by.participant);
  if (!known)
    return [
      makeRow('participants', {
        id: by.participant,
        ...(by.person ?? { name: null, attendance: 'remote' }),
        role: by.role,
        banned: false,
        revokedAt: null,
        erasedAt: null,
      }),
    ];
  const role = strongestRole([known.role, by.role]) ?? by.role;
  // Under rules 4 every badge described its person anew; since then nobody but they themselves do, by `participant.describe`.
  const said = rules < 5 ? by.person : {};
  return setFields('participants', known, { ...said, role });
}
