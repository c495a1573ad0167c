import type { Attendance } from '../people/participant.ts';
import type { State } from '../state/state.ts';
import { eventOf } from '../state/state.ts';
import { pastAfter } from './session.ts';
import { timeline } from './timing.ts';
import { isLongPast, takesQuestionNow } from './windows.ts';

/** What a question is about; every name that is given must exist and fit the others. */
export interface Target {
  session?: string | undefined;
  poster?: string | undefined;
  part?: string | undefined;
  speaker?: string | undefined;
}

/**
 * The place a question is asked in, with whether questions are taken there at an instant; null where there is none.
 * A session that is long past takes none.
 */
export function timeOfTaking(
  state: State,
  target: Target,
): { taken: (now: number, attendance: Attendance) => boolean } | null {
  const policy = eventOf(state)?.policy;
  if (!policy) return null;
  if (target.poster !== undefined) {
    const poster = state.tables.posters.get(target.poster);
    return poster && !poster.removed && target.part === undefined && target.speaker === undefined
      ? { taken: () => true }
      : null;
  }
  const session = target.session === undefined ? undefined : state.tables.sessions.get(target.session);
  if (!session || session.removed) return null;
  const part = session.parts.find(({ id }) => id === target.part);
  if (target.part !== undefined && !part) return null;
  const speakers = [...session.speakers, ...session.parts.flatMap((each) => each.speakers)];
  if (target.speaker !== undefined && !speakers.some(({ id }) => id === target.speaker)) return null;
  const over = (now: number) =>
    session.endedAt === null &&
    now >= session.end + pastAfter &&
    isLongPast(timeline(state.tables.sessions.values(), now, 'internal').get(session.id), now);
  return { taken: (now, attendance) => !over(now) && takesQuestionNow(session, policy, now, attendance) };
}
