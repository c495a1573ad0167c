import { asAsked } from '../questions/indexes.ts';
import type { QuestionStatus } from '../questions/question.ts';
import { inRank, type Ranked } from '../state/indexes.ts';
import type { State } from '../state/state.ts';

/**
 * [V27] How many of the questions a desk holds that can be any number: of those that wait the oldest of the event, and of each
 * session, so that no desk of one is empty while another is flooded; of those that left every list, the last that were asked.
 */
export const deskWindow = { waiting: 200, waitingOfSession: 50, left: 200 } as const;

/** The statuses of which a desk holds only some. */
const windowed = [
  'inReview',
  'dismissed',
  'archived',
  'merged',
  'withdrawn',
] as const satisfies readonly QuestionStatus[];

/** The statuses of questions that left every list of the public. */
const left = windowed.filter((status) => status !== 'inReview');

/** The ids of the questions that a desk holds of these, looked up without looking at the others. */
export function inDeskWindow({ indexes }: State): ReadonlySet<string> {
  const ids = new Set<string>();
  const rows = indexes.inRank(asAsked);
  const add = (few: readonly Ranked[] = []) => {
    for (const { id } of few) ids.add(id);
  };
  add(rows.get('inReview')?.slice(0, deskWindow.waiting));
  for (const [key, waiting] of rows)
    if (key.startsWith('inReview/')) add(waiting.slice(0, deskWindow.waitingOfSession));
  const newest = left.flatMap((status) => rows.get(status)?.slice(-deskWindow.left) ?? []).sort(inRank);
  add(newest.slice(-deskWindow.left));
  return ids;
}
