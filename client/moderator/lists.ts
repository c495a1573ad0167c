import type { QuestionView, SessionView } from '../../shared/views/view.ts';

/** The lists of the desk, in the order in which the keys go through them. */
export const listNames = ['waiting', 'live', 'answered', 'kept', 'notTaken'] as const;
export type ListName = (typeof listNames)[number];

/** Which questions a desk looks at: those of one session, or all of the event. */
export type Focus = { session: string } | 'all';

const statuses: Readonly<Record<ListName, readonly QuestionView['status'][]>> = {
  waiting: ['inReview'],
  live: ['live'],
  answered: ['answered'],
  kept: ['kept'],
  notTaken: ['dismissed', 'archived'],
};

/** The ids of a list in its order: waiting oldest first, the list by support, answered newest first. */
export function listOf(
  name: ListName,
  questions: Readonly<Record<string, QuestionView>>,
  focus: Focus,
): string[] {
  return Object.values(questions)
    .filter((question) => statuses[name].includes(question.status) && inFocus(question, focus))
    .sort(orders[name])
    .map(({ id }) => id);
}

/** How many questions wait outside of what the desk looks at. */
export function waitingElsewhere(questions: Readonly<Record<string, QuestionView>>, focus: Focus): number {
  return Object.values(questions).filter(
    (question) => question.status === 'inReview' && !inFocus(question, focus),
  ).length;
}

/** The list a question of this status stands in; null for those that left the desk. */
export function listWith(status: QuestionView['status']): ListName | null {
  return listNames.find((name) => statuses[name].includes(status)) ?? null;
}

/** From which statuses a question can be approved, turned down and shown: the contract's table. */
const from = {
  approve: ['inReview', 'dismissed', 'kept', 'archived'],
  dismiss: ['inReview', 'live'],
  show: ['live', 'answered', 'kept'],
} as const satisfies Record<string, readonly QuestionView['status'][]>;

/** Whether something can be done to a question as it stands. */
export function mayBe(deed: keyof typeof from, status: QuestionView['status']): boolean {
  return from[deed].some((known) => known === status);
}

/** The session a desk looks at by itself: on air in the room, else due, else the next, else the last. */
export function sessionToWatch(programme: readonly SessionView[]): SessionView | null {
  const asks = programme.filter((session) => session.status !== 'cancelled' && takesQuestions(session));
  const onAir = programme.findLast((session) => session.status === 'onAir');
  if (onAir && takesQuestions(onAir)) return onAir;
  return (
    asks.findLast((session) => session.status === 'ended' && session.questions !== 'closed') ??
    asks.find((session) => session.status === 'due') ??
    asks.find((session) => session.status === 'upcoming') ??
    asks.at(-1) ??
    null
  );
}

/** Whether a session has anybody to ask. */
export function takesQuestions({ kind }: SessionView): boolean {
  return kind !== 'break' && kind !== 'social';
}

type Order = (a: QuestionView, b: QuestionView) => number;

/** Instants of one form sort as text. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const oldestFirst: Order = (a, b) => compare(a.askedAt, b.askedAt) || (a.id < b.id ? -1 : 1);
const newestAnswerFirst: Order = (a, b) =>
  compare(b.answeredAt ?? '', a.answeredAt ?? '') || oldestFirst(a, b);
const newestFirst: Order = (a, b) => -oldestFirst(a, b);
const popular: Order = (a, b) => (b.upvotes ?? 0) - (a.upvotes ?? 0) || oldestFirst(a, b);

const orders: Readonly<Record<ListName, Order>> = {
  waiting: oldestFirst,
  live: popular,
  answered: newestAnswerFirst,
  kept: newestFirst,
  notTaken: newestFirst,
};

function inFocus(question: QuestionView, focus: Focus): boolean {
  return focus === 'all' || question.session === focus.session;
}
