import { messages } from '../../client/look/messages.ts';

/** Messages of a test: every form that a catalogue knows. */
export const sayings = messages({
  plain: 'It’s `plain` text',
  back: 'A `\\n` for {title}, $',
  now: '{title} (now)',
  over: '{count, number} over',
  in: '{count, plural, one {# for {title}} other {# in {title}}}',
  rows: '{count, plural, =0 {none of {title}} one {# row} other {# rows}}, {title}',
});
