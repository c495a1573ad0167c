import type { SessionRow } from './session.ts';
import { lastsToItsEnd } from './timing.ts';

/** What a session is marked with when it begins. */
export function begun(session: SessionRow): Pick<SessionRow, 'keepsEnd'> {
  return lastsToItsEnd({ ...session, startedAt: null }) ? { keepsEnd: true } : {};
}

/** The fields of a session that has not begun. */
export function unbegun({ parts, endSaidAt, endAssumed, partsSaid }: SessionRow): Partial<SessionRow> {
  return {
    startedAt: null,
    endedAt: null,
    assumed: false,
    parts: parts.map((part) => ({ ...part, startedAt: null, endedAt: null })),
    ...(endSaidAt != null && { endSaidAt: null }),
    ...(endAssumed === true && { endAssumed: false }),
    ...(partsSaid === true && { partsSaid: false }),
  };
}

/** Whether all that is known of a session's running was assumed: nobody said that it, or a part of it, began or ended. */
export function isOnlyAssumed({ startedAt, endedAt, assumed, endAssumed, partsSaid }: SessionRow): boolean {
  return startedAt !== null && assumed && partsSaid !== true && (endedAt === null || endAssumed === true);
}

/** Nobody is asked any more when it begins. */
export function answered({ notBefore: since }: SessionRow): Pick<SessionRow, 'notBefore'> {
  return since == null ? {} : { notBefore: null };
}
