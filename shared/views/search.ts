import type { QuestionView } from './view.ts';

/** Which questions are looked for; what is not set lets everything through. */
export interface Filters {
  /** Words that must all be found in the text, the author's words, the labels, the name, the reply, or the number. */
  words: string;
  attendance: 'inRoom' | 'remote' | null;
  label: string | null;
  /** Only what somebody should look at twice: reports, marked words, askers who were banned. */
  flagged: boolean;
  /** Only what the asker with this mark asked. */
  asker: string | null;
}

/** What a search reads of a question. */
export type Searched = Pick<
  QuestionView,
  | 'n'
  | 'text'
  | 'texts'
  | 'author'
  | 'reply'
  | 'labels'
  | 'attendance'
  | 'reports'
  | 'hint'
  | 'banned'
  | 'asker'
>;

/** Everything is let through. */
export const noFilters: Filters = { words: '', attendance: null, label: null, flagged: false, asker: null };

/** Whether filters hide anything. */
export function isFiltering({ words, attendance, label, flagged, asker }: Filters): boolean {
  return words.trim() !== '' || attendance !== null || label !== null || flagged || asker !== null;
}

/** [W90] What filters let through: the desk and the server ask the same. `read` gives a question's words, folded. */
export function passing(
  filters: Filters,
  read: (question: Searched) => string = wordsOf,
): (question: Searched) => boolean {
  const words = folded(filters.words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (question) =>
    (filters.attendance === null || question.attendance === filters.attendance) &&
    (filters.label === null || question.labels.includes(filters.label)) &&
    (!filters.flagged || isFlagged(question)) &&
    (filters.asker === null || question.asker === filters.asker) &&
    (words.length === 0 || says(question, words, read));
}

/** Whether somebody should look twice: it was reported, its words were marked, or its asker was banned. */
export function isFlagged({ reports, hint, banned }: Pick<Searched, 'reports' | 'hint' | 'banned'>): boolean {
  return (reports ?? 0) > 0 || hint != null || banned === true;
}

/** All words of a question that a search looks at, folded. */
export function wordsOf({ text, texts, labels, author, reply }: Searched): string {
  return folded(
    [text, texts?.original, author?.name, reply, ...labels].filter((part) => part != null).join(' '),
  );
}

function says(question: Searched, words: readonly string[], read: (question: Searched) => string): boolean {
  const text = read(question);
  return words.every(
    (word) => text.includes(word) || `#${question.n ?? ''}` === word || `${question.n}` === word,
  );
}

/** A text without case and accents, for comparing what people type. It is compared and let go: no state ever holds it. */
export function folded(text: string): string {
  // eslint-disable-next-line no-restricted-syntax -- nothing that is kept hangs on it, and both ends must ask the same
  const parts = text.normalize('NFKD');
  return parts.replace(/\p{M}+/gu, '').toLowerCase();
}
