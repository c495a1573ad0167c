import type { ParticipantRow } from '../people/participant.ts';
import type { Role } from '../people/role.ts';
import { eventOf, type State } from '../state/state.ts';
import type { Refusal } from '../wire/refusals.ts';
import { refuse } from './refusals.ts';

/**
 * [E4, P1] Why nothing more is taken from somebody, save that they are forgotten: they are banned, or the event is closed.
 * Refuses: `banned`, `event-closed`.
 */
export function shutOut(
  person: Pick<ParticipantRow, 'banned'> | undefined,
  closed: boolean,
  role: Role,
): Refusal | null {
  if (person?.banned) return refuse('not-allowed', 'banned', { of: 'banned' });
  return closed && role !== 'organizer' ? refuse('not-now', 'event-closed', { now: { closed: true } }) : null;
}

/**
 * [P3] Why a command is not taken from somebody, whatever it says; null where it may be. `evenIf`: what it is taken in spite of.
 * Refuses: `access-withdrawn`, `banned`, `event-closed`, `no-programme`.
 */
export function notTakenFrom(
  state: State,
  { participant, role }: { participant: string; role: Role },
  evenIf: 'shutOut' | 'noEvent' | undefined,
): Refusal | null {
  const person = state.tables.participants.get(participant);
  if (person?.revokedAt != null) return refuse('no-badge', 'access-withdrawn');
  const event = eventOf(state);
  const shut = evenIf === 'shutOut' ? null : shutOut(person, event?.closed ?? false, role);
  if (shut) return shut;
  return event || evenIf === 'noEvent' ? null : refuse('unavailable', 'no-programme');
}
