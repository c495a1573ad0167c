import type { QuestionView } from '../../../shared/views/view.ts';

/** Which questions of a list are drawn; what is not set lets everything through. */
export interface Filters {
  /** Words that must all be found in the text, the author's words, the labels, the name, or the number. */
  words: string;
  attendance: 'inRoom' | 'remote' | null;
  label: string | null;
  /** Only what somebody should look at twice: reports, marked words, askers who were banned. */
  flagged: boolean;
}

/** Everything is drawn. */
export const noFilters: Filters = { words: '', attendance: null, label: null, flagged: false };

/** Whether filters hide anything. */
export function isFiltering({ words, attendance, label, flagged }: Filters): boolean {
  return words.trim() !== '' || attendance !== null || label !== null || flagged;
}

/** The questions that filters let through. */
export function filtered(questions: readonly QuestionView[], filters: Filters): readonly QuestionView[] {
  if (!isFiltering(filters)) return questions;
  const words = fold(filters.words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return questions.filter(
    (question) =>
      (filters.attendance === null || question.attendance === filters.attendance) &&
      (filters.label === null || question.labels.includes(filters.label)) &&
      (!filters.flagged || isFlagged(question)) &&
      (words.length === 0 || says(question, words)),
  );
}

/** Whether somebody should look twice: it was reported, its words were marked, or its asker was banned. */
export function isFlagged({ reports, hint, banned }: QuestionView): boolean {
  return (reports ?? 0) > 0 || hint != null || banned === true;
}

/** All labels in use, in alphabetical order. */
export function labelsIn(questions: readonly QuestionView[]): string[] {
  const found = new Set<string>();
  // Nearly all have none.
  for (const { labels } of questions) if (labels.length > 0) for (const label of labels) found.add(label);
  return [...found].sort((a, b) => a.localeCompare(b));
}

function says(question: QuestionView, words: readonly string[]): boolean {
  const text = folded(question);
  return words.every(
    (word) => text.includes(word) || `#${question.n ?? ''}` === word || `${question.n}` === word,
  );
}

/** What was folded of a question once: rows are replaced where they change, so they name what was read of them. */
const known = new WeakMap<QuestionView, string>();

function folded(question: QuestionView): string {
  const before = known.get(question);
  if (before !== undefined) return before;
  const { text, texts, labels, author, reply } = question;
  const all = fold(
    [text, texts?.original, author?.name, reply, ...labels].filter((part) => part != null).join(' '),
  );
  known.set(question, all);
  return all;
}

/** A text without case and accents, for comparing what people type. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
