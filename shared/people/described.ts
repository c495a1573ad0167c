import { type State, textOf } from '../state/state.ts';
import type { Attendance } from './participant.ts';

/** What a badge says of the one who holds it. */
export interface Bearer {
  readonly participant: string;
  readonly name: string | null;
  readonly attendance: Attendance;
}

/** [W50] What somebody is called and where they are: as the log knows them, and as their badge says while it knows nobody. */
export function describedBy(
  state: State,
  { participant, name, attendance }: Bearer,
): { name: string | null; attendance: Attendance } {
  const known = state.tables.participants.get(participant);
  return known ? { name: textOf(state, known.name), attendance: known.attendance } : { name, attendance };
}
