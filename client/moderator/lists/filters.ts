import { type Filters, isFiltering, passing, type Searched, wordsOf } from '../../../shared/views/search.ts';
import type { QuestionView } from '../../../shared/views/view.ts';

/** The questions that filters let through. */
export function filtered(questions: readonly QuestionView[], filters: Filters): readonly QuestionView[] {
  return isFiltering(filters) ? questions.filter(passing(filters, knownWords)) : questions;
}

/** All labels in use, in alphabetical order. */
export function labelsIn(questions: readonly QuestionView[]): string[] {
  const found = new Set<string>();
  // Nearly all have none.
  for (const { labels } of questions) if (labels.length > 0) for (const label of labels) found.add(label);
  return [...found].sort((a, b) => a.localeCompare(b));
}

/** What was folded of a question once: rows are replaced where they change, so they name what was read of them. */
const known = new WeakMap<Searched, string>();

function knownWords(question: Searched): string {
  const words = known.get(question) ?? wordsOf(question);
  known.set(question, words);
  return words;
}
