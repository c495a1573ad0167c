import { afterwards } from '../state/afterwards.ts';
import type { Change } from '../state/change.ts';
import type { State } from '../state/state.ts';
import { assumedAnew } from './assumed-anew.ts';
import { published, revise } from './published.ts';
import { rearmAutorun } from './rearm-autorun.ts';
import { nextMinute, type SessionRow } from './session.ts';

/** What was only assumed of sessions is worked out anew, and what changes made due in the past is asked about anew. */
export function timesAnew(state: State, changes: readonly Change[], now: number): Change[] {
  const sessions = afterwards(state, changes).rows('sessions');
  const anew = assumedAnew(state.tables.sessions, sessions, now);
  const all = [...changes, ...anew];
  const made = all.flatMap((change) => ('field' in change || !isSession(change.after) ? [] : [change.after]));
  const after = afterwards(state, all);
  const around = { event: after.rows('event'), sessions: after.rows('sessions') };
  return [...anew, ...rearmAutorun(state.tables, around, made, now)];
}

/** Whether a row that was made is a session's: no other has this field. */
function isSession(row: object | null): row is SessionRow {
  return row !== null && 'questionsMode' in row;
}

/** [T34] Counts what is published of sessions, where an entry may change that or a minute went by with it. */
export function countRevisions(state: State, entry: { at: number; timed: boolean }): (() => void) | null {
  if (!entry.timed && entry.at < nextMinute(state.at)) return null;
  const before = published(state);
  return () => revise(state, before);
}
