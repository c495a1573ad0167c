import type { QuestionView } from '../../../shared/views/view.ts';

/** The lists of the desk, in the order in which the keys go through them. */
export const listNames = ['waiting', 'live', 'answered', 'kept', 'notTaken'] as const;

/** One of the lists of the desk. */
export type ListName = (typeof listNames)[number];

/** Which statuses stand in each list; an action that changes the status brings a question from one to another. */
const statuses: Readonly<Record<ListName, readonly QuestionView['status'][]>> = {
  waiting: ['inReview'],
  live: ['live'],
  answered: ['answered'],
  kept: ['kept'],
  notTaken: ['dismissed', 'archived'],
};

const byStatus = new Map(
  listNames.flatMap((name) => statuses[name].map((status) => [status, name] as const)),
);

/** The list a question of this status stands in; null for those that left the desk. */
export function listWith(status: QuestionView['status']): ListName | null {
  return byStatus.get(status) ?? null;
}
