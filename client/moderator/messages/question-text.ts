import type { QuestionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { deskMessages } from './desk.en.ts';

const say = catalogue(deskMessages);

/** What a row says of a question whose words are gone or were never written down. */
export function textOf(question: QuestionView): string {
  if (question.text !== null) return question.text;
  return question.texts?.original === null && question.asker != null
    ? say('row.erased')
    : say('row.spokenText');
}

/** Enough of a question to know which one it was; null where several are meant. */
export function short(question: QuestionView | null): string {
  if (question === null) return '';
  const text = shorten(textOf(question));
  return question.n === null ? text : `#${question.n} ${isolated(text)}`;
}

/** A text as far as a line has room for it: up to 60 units of UTF-16. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
