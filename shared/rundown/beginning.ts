import type { SessionRow } from './session.ts';
import { lastsToItsEnd } from './timing.ts';

/** What a session is marked with when it begins under these rules. */
export function begun(session: SessionRow, rules: number): Pick<SessionRow, 'keepsEnd'> {
  return rules > 1 && lastsToItsEnd({ ...session, startedAt: null }) ? { keepsEnd: true } : {};
}

/** The fields of a session that has not begun. */
export function unbegun({ parts, endSaidAt }: SessionRow): Partial<SessionRow> {
  return {
    startedAt: null,
    endedAt: null,
    assumed: false,
    parts: parts.map((part) => ({ ...part, startedAt: null, endedAt: null })),
    ...(endSaidAt != null && { endSaidAt: null }),
  };
}

/** Nobody is asked any more when it begins. */
export function answered({ notBefore: since }: SessionRow): Pick<SessionRow, 'notBefore'> {
  return since == null ? {} : { notBefore: null };
}
