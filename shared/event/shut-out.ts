import type { ParticipantRow } from '../people/participant.ts';
import type { Role } from '../people/role.ts';
import type { Refusal } from '../wire/refusals.ts';
import { refuse } from './refusals.ts';

/** [E4, P1] Why nothing more is taken from somebody, save that they are forgotten: they are banned, or the event is closed. */
export function shutOut(
  person: Pick<ParticipantRow, 'banned'> | undefined,
  closed: boolean,
  role: Role,
): Refusal | null {
  if (person?.banned) return refuse('not-allowed', 'banned', { of: 'banned' });
  return closed && role !== 'organizer' ? refuse('not-now', 'event-closed', { now: { closed: true } }) : null;
}
