import { lastCallInRoom, lastCallRemote } from '../../shared/rundown/session.ts';
import type { EventView, SessionView } from '../../shared/views/view.ts';

/**
 * When the last call ends for somebody in the room or remote, epoch milliseconds; null where there is none. Remote
 * people see the room late: theirs waits for the stream, at least half a minute.
 */
export function lastCallEnds(
  { questions, questionsCloseAt }: Pick<SessionView, 'questions' | 'questionsCloseAt'>,
  { streamDelaySeconds = 0 }: EventView['policy'],
  attendance: 'inRoom' | 'remote',
): number | null {
  if (questions !== 'lastCall' || questionsCloseAt === null) return null;
  const end = Date.parse(questionsCloseAt);
  if (attendance === 'remote') return end;
  return end - Math.max(streamDelaySeconds * 1000, lastCallRemote) + lastCallInRoom;
}
