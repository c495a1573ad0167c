import { type Change, setFields } from '../state/change.ts';
import { rowsBy } from '../state/rows-by.ts';
import type { State } from '../state/state.ts';
import { inUpNext, upNextOf } from './indexes.ts';
import { type Place, type QuestionRow, shortlistLimit } from './question.ts';
import { type Stage, stoodOn } from './taken.ts';

/** Whether two questions stand in the same Up next. */
function together(a: QuestionRow, b: QuestionRow): boolean {
  return upNextOf(a) === upNextOf(b);
}

/** The questions in the same Up next, in order. */
function shortlistOf(state: State, question: QuestionRow): QuestionRow[] {
  return rowsBy(state, inUpNext, upNextOf(question)).toSorted((a, b) => (a.upNext ?? 0) - (b.upNext ?? 0));
}

/** The changes that put a question at a place of its Up next, from 1: those behind it move, the sixth falls out. */
export function placeInShortlist(state: State, question: QuestionRow, position: number): Change[] {
  const queue = shortlistOf(state, question).filter((other) => other.id !== question.id);
  queue.splice(Math.min(position - 1, queue.length), 0, question);
  return queue.flatMap((each, index) =>
    setFields('questions', each, { upNext: index < shortlistLimit ? index + 1 : null }),
  );
}

/** Whether a question's place in Up next can go to another: one that may stand there, and not in a better place. */
export function canTakePlace(of: QuestionRow, to: QuestionRow): boolean {
  if (of.upNext === null || !['live', 'kept'].includes(to.status) || !together(of, to)) return false;
  return to.upNext === null || to.upNext > of.upNext;
}

/** The changes that give a question's place in Up next to another of the same one; those behind its old place move up. */
export function handOver(state: State, of: QuestionRow, to: QuestionRow): Change[] {
  const queue = shortlistOf(state, of)
    .filter((other) => other.id !== to.id)
    .map((other) => (other.id === of.id ? to : other));
  return [
    ...setFields('questions', of, { upNext: null }),
    ...queue.flatMap((each, index) => setFields('questions', each, { upNext: index + 1 })),
  ];
}

/** The changes that take questions out of every Up next; those behind them move up. */
export function leaveShortlists(state: State, leaving: readonly QuestionRow[]): Change[] {
  const queued = leaving.filter((question) => question.upNext !== null);
  const behind = new Set(queued.flatMap((question) => shortlistOf(state, question)));
  const left = [...behind].filter((question) => !leaving.includes(question));
  return [
    ...queued.flatMap((question) => setFields('questions', question, { upNext: null })),
    ...left.flatMap((question) => {
      const place = left.filter((other) => together(other, question));
      return setFields('questions', question, { upNext: place.indexOf(question) + 1 });
    }),
  ];
}

/** [Q25] The changes that clear every stage which shows a question. */
export function leaveStages(state: State, question: QuestionRow, now: number): Change[] {
  const stages = [...state.tables.stages.values()].filter(
    ({ show }) => show.kind === 'question' && show.question === question.id,
  );
  return [
    ...stages.flatMap((stage) => setFields('stages', stage, { show: { kind: 'auto' }, since: now })),
    ...(stages.length > 0 ? screenedUntil(question, stages, now) : []),
  ];
}

/** The changes that note how long a question has stood on stages when it leaves them. */
export function screenedUntil(question: QuestionRow, stages: readonly Stage[], now: number): Change[] {
  const ms = Math.max(0, now - Math.min(...stages.map(({ since }) => since)));
  return [
    ...setFields('questions', question, { screened: { until: now, ms } }),
    ...stages.flatMap((stage) => stood(question, stage, now)),
  ];
}

/** [V25] The changes that note that a question stood on a stage, where the rooms saw it there long enough to be taken. */
export function stood(question: QuestionRow, stage: Stage, now: number): Change[] {
  return stoodOn(stage, now) === question.id ? setFields('questions', question, { stood: true }) : [];
}

/** [Q24] The changes that give a question its number where it has none: whoever comes before the public gets the next one. */
export function numbered(state: State, question: QuestionRow): Change[] {
  return question.n === null ? setFields('questions', question, { n: state.nextNumber }) : [];
}

/** Where a question stands now, to come back to. */
export function placeOf(question: QuestionRow): Place {
  return { status: question.status, upNext: question.upNext, keptFor: question.keptFor };
}
