import { messages } from '../../client/look/messages.ts';
import type { sayings as english } from './sayings.en.ts';

/** The same in a language with other forms. */
export const sayings: typeof english = messages({
  plain: 'To jest `zwykły` tekst',
  back: '`\\n` dla {title}, $',
  now: '{title} (teraz)',
  over: 'o {count, number} za dużo',
  in: '{title}: {count, plural, one {#} few {#} many {#} other {#}}',
  rows: '{title}: {count, plural, =0 {brak} one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}',
});
