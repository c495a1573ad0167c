// Messages in ICU, as the build makes them plain functions; what is wrong in a catalogue stops the build.
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../client/look/messages.ts';
import { compiledCatalogues, translationFaults } from '../../scripts/icu-catalogues.ts';
import { sayings } from './sayings.en.ts';
import { sayings as polish } from './sayings.pl.ts';

const say = catalogue(sayings);
const sayPolish = catalogue(polish);

describe('a message', () => {
  it('stands as it is where nothing is to be filled in', () => {
    expect(say('plain')).toBe('It’s `plain` text');
    expect(say('back', { title: 'Ada' })).toBe('A `\\n` for Ada, $');
  });

  it('takes the exact number first, then the form of its language', () => {
    expect(say('rows', { count: 0, title: 'Ada' })).toBe('none of Ada, Ada');
    expect(say('rows', { count: 1, title: 'Ada' })).toBe('1 row, Ada');
    expect(say('rows', { count: 1200, title: 'Ada' })).toBe('1,200 rows, Ada');
  });

  it('leaves alone what was typed', () => {
    const title = '{count, plural, other {#}} #';
    expect(say('now', { title })).toBe('{count, plural, other {#}} # (now)');
    expect(say('in', { count: 2, title })).toBe('2 in {count, plural, other {#}} #');
  });

  it('writes numbers as its language does, with or without a word for it', () => {
    expect(say('over', { count: 1200 })).toBe('1,200 over');
    expect(say('now', { title: 1200 })).toBe('1,200 (now)');
  });

  it('is said in the forms of another language', () => {
    const rows = [0, 1, 2, 5, 22].map((count) => sayPolish('rows', { count, title: 'A' }));
    expect(rows).toEqual(['A: brak', 'A: 1 wiersz', 'A: 2 wiersze', 'A: 5 wierszy', 'A: 22 wiersze']);
    expect(sayPolish('over', { count: 1234567 })).toBe('o 1\u00a0234\u00a0567 za dużo');
  });

  it('asks for its values by their names', () => {
    const wrong = () => [
      // @ts-expect-error: there is no such message
      say('never'),
      // @ts-expect-error: its title is missing
      say('now'),
      // @ts-expect-error: its title is missing
      say('in', { count: 2 }),
      // @ts-expect-error: a number is counted
      say('over', { count: '2' }),
      // @ts-expect-error: nothing is filled in there
      say('plain', { title: 'Ada' }),
    ];
    expect(wrong).toBeTypeOf('function');
  });
});

describe('the build refuses', () => {
  it.each([
    ['an open brace', '{title', 'EXPECT_ARGUMENT_CLOSING_BRACE'],
    ['forms without the one for all others', '{count, plural, one {#}}', 'MISSING_OTHER_CLAUSE'],
    ['a form that the language has not', '{count, plural, few {#} other {#}}', 'has no form "few"'],
    ['forms inside forms', '{a, plural, other {{b, plural, other {#}}}}', 'inside another'],
    ['what no catalogue needs', '{day, date, short}', 'of a kind that no catalogue has'],
    ['ordinals', '{place, selectordinal, other {#th}}', 'cardinals'],
    ['a style of numbers', '{count, number, percent}', 'takes no style'],
    ['a name that is none', '{0} over', 'no name'],
  ])('%s', (_, icu, why) => {
    const build = () => compiledCatalogues(fileOf({ 'ask.over': icu }), 'messages.en.ts');
    expect(build).toThrow(why);
    expect(build).toThrow("'ask.over'");
  });

  it('a message that is no plain text', () => {
    const build = () => compiledCatalogues("export const all = messages({ over: 1 + '' })", 'messages.en.ts');
    expect(build).toThrow("'over': a message is a plain text in quotes");
  });

  it('a translation that says other things than English', () => {
    const english = fileOf({ one: 'One', two: '{name} and {count, number}', three: 'Three', four: '{name}' });
    const german = fileOf({ one: 'Eins', two: '{count, number} und {name}', four: '{nam}', five: 'Fünf' });
    expect(translationFaults(english, german)).toEqual([
      "'three' is missing",
      "'five' is unknown",
      expect.stringMatching(/^'four': .*name/),
    ]);
    expect(translationFaults(english, english)).toEqual([]);
  });
});

function fileOf(texts: Record<string, string>): string {
  return `export const all = messages(${JSON.stringify(texts)});`;
}
