import { rootOf, supporters } from '../questions/find.ts';
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
  const support = new Map<string, number>();
  for (const id of state.indexes.of(byTarget).keys()) {
    for (const question of rowsBy(state, byTarget, id)) roots.set(question.id, rootOf(state, question));
    const target = state.tables.questions.get(id);
    if (target) support.set(id, supporters(state, target).size);
  }
  return { roots, support };
}
