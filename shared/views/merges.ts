import { rootOf } from '../questions/find.ts';
import { byTarget } from '../questions/indexes.ts';
import type { QuestionRow } from '../questions/question.ts';
import { rowsBy } from '../state/rows-by.ts';
import type { State } from '../state/state.ts';

/** Where merges lead, found once for all questions. */
export interface Merges {
  /** The question at the end of the chain, by the id of each question that is merged. */
  roots: ReadonlyMap<string, QuestionRow>;
  /** How many people support each question that others were merged into: only these count more than their own voters. */
  support: ReadonlyMap<string, number>;
}

/** Finds where merges lead. */
export function mergesOf(state: State): Merges {
  const roots = new Map<string, QuestionRow>();
  const merged = new Map<string, QuestionRow[]>();
  for (const target of state.indexes.of(byTarget).keys()) {
    const beside = rowsBy(state, byTarget, target);
    merged.set(target, beside);
    for (const question of beside) roots.set(question.id, rootOf(state, question));
  }
  const support = new Map<string, number>();
  for (const id of merged.keys()) {
    const target = state.tables.questions.get(id);
    if (target) support.set(id, supportOf(target, merged));
  }
  return { roots, support };
}

/** [Q9] |own ∪ merged voters − its author|, through chains. */
function supportOf(target: QuestionRow, merged: ReadonlyMap<string, readonly QuestionRow[]>): number {
  const people = new Set(target.voters);
  const counted = [...(merged.get(target.id) ?? [])];
  for (let next = counted.pop(); next; next = counted.pop()) {
    for (const voter of next.voters) people.add(voter);
    counted.push(...(merged.get(next.id) ?? []));
  }
  if (target.by !== null) people.delete(target.by);
  return people.size;
}
