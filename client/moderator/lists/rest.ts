import { deskWindow } from '../../../shared/views/desk-window.ts';
import { type Filters, noFilters } from '../../../shared/views/search.ts';
import type { QuestionView, View } from '../../../shared/views/view.ts';
import type { QuestionQuery } from '../../../shared/wire/questions.ts';
import { type ListName, listWith } from '../actions/list-name.ts';
import { type Focus, inFocus, isBehind } from './lists.ts';

/** The lists of which a desk's view may hold a part alone: the rest comes by pages. */
export const partLists = ['waiting', 'notTaken'] as const satisfies readonly ListName[];
export type PartList = (typeof partLists)[number];

const statuses = { waiting: ['inReview'], notTaken: ['dismissed', 'archived'] } as const;

/** How many questions a list has on the server; null where the view does not say. */
export function totalOf({ event, tallies }: View, focus: Focus, list: PartList): number | null {
  const counters = focus === 'all' ? event?.counters : tallies?.[focus.session];
  const counts = statuses[list].map((status) => counters?.[status]);
  return counts.reduce<number | null>(
    (sum, count) => (sum === null || count === undefined ? null : sum + count),
    0,
  );
}

/** How many questions wait outside of the session that a desk looks at; null: it looks at all of the event. */
export function waitingElsewhere(view: View, session: string | null): number {
  if (session === null) return 0;
  const all = totalOf(view, 'all', 'waiting') ?? 0;
  return Math.max(0, all - (totalOf(view, { session }, 'waiting') ?? 0));
}

/** Up to which question a list can be drawn without a gap. `all`: there is no more; null: not even the first is known. */
export type Edge = 'all' | QuestionView | null;

/** How far the view itself goes in a list. */
export function edgeOf(view: View, focus: Focus, list: PartList): Edge {
  const held = Object.values(view.questions ?? {})
    .filter((question) => listWith(question.status) === list && inFocus(question, focus))
    .sort((a, b) => (isBehind(list, a, b) ? 1 : -1));
  if (held.length >= (totalOf(view, focus, list) ?? 0)) return 'all';
  // Whatever was reported is held, wherever it stands; and besides the oldest there are some of each session.
  const windowed = held.filter(({ reports }) => !reports);
  return (list === 'waiting' && focus === 'all' ? windowed[deskWindow.waiting - 1] : windowed.at(-1)) ?? null;
}

/** The edge of a list once pages were read up to a question. */
export function furtherOf(list: PartList, edge: Edge, last: QuestionView | null): Edge {
  if (edge === 'all' || last === null) return edge;
  return edge === null || isBehind(list, last, edge) ? last : edge;
}

/** Whether a question can be drawn in a list with this edge. */
export function isWithin(list: PartList, edge: Edge, question: QuestionView): boolean {
  return edge === 'all' || (edge !== null && !isBehind(list, question, edge));
}

/** What is asked for the next page of a list, behind a question or from its beginning. */
export function queryFor(
  list: PartList,
  focus: Focus,
  filters: Filters,
  behind: string | null,
): QuestionQuery {
  const { words, attendance, label, flagged, asker } = { ...noFilters, ...filters };
  const from =
    list === 'waiting'
      ? behind === null
        ? { order: 'oldest' as const }
        : { after: behind }
      : behind === null
        ? {}
        : { before: behind };
  return {
    status: [...statuses[list]],
    ...(focus !== 'all' && focus),
    ...(words.trim() !== '' && { search: words.trim() }),
    ...(attendance !== null && { attendance }),
    ...(label !== null && { label }),
    ...(flagged && { flagged: '1' as const }),
    ...(asker !== null && { asker }),
    ...from,
  };
}
