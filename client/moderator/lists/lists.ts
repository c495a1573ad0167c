import { byAnswer, bySupport } from '../../../shared/questions/order.ts';
import { homeOf } from '../../../shared/rundown/home.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { type ListName, listNames, listWith } from '../actions/list-name.ts';

/** Which questions a desk looks at: those of one session, or all of the event. */
export type Focus = { session: string } | 'all';

/** The ids of a list in its order: waiting oldest first, the list by support, answered newest first. */
export function listOf(
  name: ListName,
  questions: Readonly<Record<string, QuestionView>>,
  focus: Focus,
): string[] {
  return listsOf(Object.values(questions), focus)[name];
}

/** All lists at once, each in its order or in another one where `sort` names it. */
export function listsOf(
  questions: readonly QuestionView[],
  focus: Focus,
  sort: Partial<Record<ListName, SortName>> = {},
): Record<ListName, string[]> {
  const found: Record<ListName, QuestionView[]> = {
    waiting: [],
    live: [],
    answered: [],
    kept: [],
    notTaken: [],
  };
  for (const question of questions) {
    const name = listWith(question.status);
    if (name !== null && inFocus(question, focus)) found[name].push(question);
  }
  const ids = (name: ListName) =>
    found[name].sort(sort[name] ? sorts[sort[name]] : orders[name]).map(({ id }) => id);
  return {
    waiting: ids('waiting'),
    live: ids('live'),
    answered: ids('answered'),
    kept: ids('kept'),
    notTaken: ids('notTaken'),
  };
}

/** The lists of now, each that holds the same rows in the same order as before as the very array it was. */
export function sameLists(
  before: Readonly<Record<ListName, string[]>> | null,
  now: Record<ListName, string[]>,
): Record<ListName, string[]> {
  if (before === null) return now;
  const one = (name: ListName) => (sameOrder(before[name], now[name]) ? before[name] : now[name]);
  return {
    waiting: one('waiting'),
    live: one('live'),
    answered: one('answered'),
    kept: one('kept'),
    notTaken: one('notTaken'),
  };
}

/**
 * The row to go to from a search: the one where the operator was, if it is found, else the first found of its list, else
 * of the first list that has any; null where nothing is found.
 */
export function rowToGoTo(
  lists: Readonly<Record<ListName, readonly string[]>>,
  from: { list: ListName; id: string | null },
): { list: ListName; id: string } | null {
  if (from.id !== null && lists[from.list].includes(from.id)) return { list: from.list, id: from.id };
  for (const list of [from.list, ...listNames]) {
    const [id] = lists[list];
    if (id !== undefined) return { list, id };
  }
  return null;
}

/**
 * The list that `[` (-1) and `]` (1) go to, as they are drawn side by side: to the left of each stands Waiting; to its
 * right the one that is open beside it, then the next ones round to Waiting again.
 */
export function listBeside(from: ListName, beside: ListName, step: 1 | -1): ListName {
  if (step === -1) return 'waiting';
  if (from === 'waiting') return beside;
  return listNames[(listNames.indexOf(from) + 1) % listNames.length] ?? 'waiting';
}

/** The next list after one in which there is anything; null where nothing is anywhere else. */
export function nextWithRows(
  lists: Readonly<Record<ListName, readonly string[]>>,
  from: ListName,
): ListName | null {
  const at = listNames.indexOf(from);
  const others = [...listNames.slice(at + 1), ...listNames.slice(0, at)];
  return others.find((name) => lists[name].length > 0) ?? null;
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** What is Up next in a session, the next first. */
export function upNextOf(questions: readonly QuestionView[], session: string): QuestionView[] {
  return questions
    .filter((question) => question.upNext !== null && homeOf(question).session === session)
    .sort((a, b) => (a.upNext ?? 0) - (b.upNext ?? 0));
}

/** What was merged into a question, directly. */
export function mergedInto(questions: readonly QuestionView[], id: string): QuestionView[] {
  return questions.filter(({ status, mergedInto: into }) => status === 'merged' && into === id);
}

/** Whether a question comes after another one in a list, as that is ordered where nobody chose another order. */
export function isBehind(list: ListName, question: QuestionView, other: QuestionView): boolean {
  return orders[list](question, other) > 0;
}

type Order = (a: QuestionView, b: QuestionView) => number;

/** Instants of one form sort as text. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const oldestFirst: Order = (a, b) => compare(a.askedAt, b.askedAt) || compare(a.id, b.id);
const newestAnswerFirst: Order = (a, b) => byAnswer(a, b) || oldestFirst(a, b);
const newestFirst: Order = (a, b) => -oldestFirst(a, b);
const mostSupported: Order = (a, b) => bySupport(a, b) || oldestFirst(a, b);

/** What was taken off the screen unanswered comes first again, the last one on top. */
const popular: Order = (a, b) =>
  compare(b.screened?.until ?? '', a.screened?.until ?? '') || mostSupported(a, b);

const orders: Readonly<Record<ListName, Order>> = {
  waiting: oldestFirst,
  live: popular,
  answered: newestAnswerFirst,
  kept: newestFirst,
  notTaken: newestFirst,
};

/** Other orders that an operator may choose for a list. */
export const sortNames = ['supported', 'newest', 'oldest'] as const;
export type SortName = (typeof sortNames)[number];
const sorts: Readonly<Record<SortName, Order>> = {
  supported: mostSupported,
  newest: newestFirst,
  oldest: oldestFirst,
};

/** Whether a question belongs to what the desk looks at: asked there, or kept for there. */
export function inFocus(question: QuestionView, focus: Focus): boolean {
  if (focus === 'all') return true;
  return question.session === focus.session || homeOf(question).session === focus.session;
}
