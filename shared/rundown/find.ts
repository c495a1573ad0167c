import type { State } from '../state/state.ts';
import { refuse } from './refusals.ts';
import type { SessionRow } from './session.ts';

/** The session with this id, unless an import removed it. */
export function findSession(state: State, id: string): SessionRow | undefined {
  const session = state.tables.sessions.get(id);
  return session && !session.removed ? session : undefined;
}

/** The refusal for a session that does not exist. Refuses: `session-unknown`. */
export const unknownSession = refuse('unknown', 'session-unknown');
