import type { State } from '../state/state.ts';
import type { Refusal } from '../wire/refusals.ts';
import type { SessionRow } from './session.ts';

/** The session with this id, unless an import removed it. */
export function findSession(state: State, id: string): SessionRow | undefined {
  const session = state.tables.sessions.get(id);
  return session && !session.removed ? session : undefined;
}

/** The refusal for a session that does not exist. */
export const unknownSession: Refusal = { ok: false, reason: 'unknown', message: 'There is no such session.' };
