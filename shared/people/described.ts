import { type State, textOf } from '../state/state.ts';
import type { Attendance } from './participant.ts';
import type { Role } from './role.ts';

/** What a badge says of the one who holds it. */
export interface Bearer {
  readonly participant: string;
  readonly role: Role;
  readonly name: string | null;
  readonly attendance: Attendance;
}

/**
 * [W50] The name and attendance that the next command of a badge carries, and that its page says: for the audience what
 * the badge says; a badge of another role brings in whom the log does not know, and changes nobody whom it does. Who
 * was forgotten stays without a name.
 */
export function describedBy(
  state: State,
  { participant, role, name, attendance }: Bearer,
): { name: string | null; attendance: Attendance } {
  const known = state.tables.participants.get(participant);
  if (!known || (role === 'attendee' && known.erasedAt === null)) return { name, attendance };
  return { name: textOf(state, known.name), attendance: known.attendance };
}
