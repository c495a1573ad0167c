import { isStaff } from '../people/role.ts';
import type { Actor } from '../state/actor.ts';
import { rowsBy } from '../state/rows-by.ts';
import type { State } from '../state/state.ts';
import type { Refusal } from '../wire/refusals.ts';
import { byTarget } from './indexes.ts';
import { allows, type Move } from './moves.ts';
import type { QuestionRow } from './question.ts';
import { refuse } from './refusals.ts';

/** Whether an actor may know of a question at all: staff of every one, others of public ones and their own. */
function mayKnow(question: QuestionRow, by: Actor): boolean {
  if (by.role === 'server' || isStaff(by.role)) return true;
  return question.by === by.participant || ['live', 'answered', 'merged'].includes(question.status);
}

/** The question with this id where the actor may know of it; else undefined, as if it did not exist. */
export function findQuestion(state: State, id: string, by: Actor): QuestionRow | undefined {
  const question = state.tables.questions.get(id);
  return question && mayKnow(question, by) ? question : undefined;
}

/** The refusal for a question that does not exist for this actor. Refuses: `question-unknown`. */
export const unknownQuestion = refuse('unknown', 'question-unknown');

/** The question at the end of a chain of merges, however long it is. */
export function rootOf(state: State, question: QuestionRow): QuestionRow {
  let root = question;
  while (root.status === 'merged' && root.mergedInto !== null) {
    const into = state.tables.questions.get(root.mergedInto);
    if (!into) break;
    root = into;
  }
  return root;
}

/** All questions merged into this one, directly or through others, however many. */
export function mergedInto(state: State, target: QuestionRow): QuestionRow[] {
  const found = rowsBy(state, byTarget, target.id);
  // What is found is walked on from, while it grows.
  for (const question of found) found.push(...rowsBy(state, byTarget, question.id));
  return found;
}

/** [Q9] Who supports a question: its own voters and those of what was merged into it, without its author. */
export function supporters(state: State, question: QuestionRow): ReadonlySet<string> {
  const merged = mergedInto(state, question);
  if (merged.length === 0 && (question.by === null || !question.voters.has(question.by)))
    return question.voters;
  const all = new Set(question.voters);
  for (const other of merged) for (const voter of other.voters) all.add(voter);
  if (question.by !== null) all.delete(question.by);
  return all;
}

/** Whether a question may be shown: only what was approved and not taken back. */
export function canShow({ status }: Pick<QuestionRow, 'status'>): boolean {
  return allows('show', status);
}

/** Whether a question stands on the stage of any room. */
export function onStage(state: State, question: QuestionRow): boolean {
  return [...state.tables.stages.values()].some(
    (stage) => stage.show.kind === 'question' && stage.show.question === question.id,
  );
}

/**
 * The refusal of a move that a question's status does not allow, or that another question's does into which it merges.
 * Refuses: `question-status`, `merge-target`, `kept-already`.
 */
export function wrongStatus(
  { status }: QuestionRow,
  code: 'question-status' | 'merge-target' | 'kept-already' = 'question-status',
): Refusal {
  return refuse('not-now', code, { now: { status } });
}

/** Why a question cannot make a move now, whoever asks; null where it can. Refuses: `question-unknown`, `question-status`. */
export function wrongMove(state: State, id: string, move: Move): Refusal | null {
  const question = state.tables.questions.get(id);
  if (!question) return unknownQuestion;
  return allows(move, question.status) ? null : wrongStatus(question);
}
