import { isStaff } from '../../shared/people/role.ts';
import { type State, textOf } from '../../shared/state/state.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { refuse } from '../refusals/refuse.ts';
import { lookalikes } from './lookalikes.ts';
import { roleWords, roleWordsAlone, roleWordsInHan } from './role-words.ts';

/** Digits and signs that are typed for letters inside a word; `l` and `i` are one, as are what they look like. */
const typedFor: Readonly<Record<string, string>> = {
  ...{
    l: 'i',
    '0': 'o',
    '1': 'i',
    '2': 'z',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '6': 'g',
    '7': 't',
    '8': 'b',
    '9': 'g',
  },
  ...{ '@': 'a', $: 's', '!': 'i', '|': 'i', '€': 'e', '+': 't' },
};

/** Marks, what cannot be seen, and the strokes that only lengthen a word. */
const unseen = /[\p{M}\p{Default_Ignorable_Code_Point}\u0640\u30fc]/gu;

/** Pieces of a name: Han, katakana and hiragana each by themselves, else letters with digits and the signs typed for letters. */
const piece =
  /\p{Script=Han}+|\p{Script=Katakana}+|\p{Script=Hiragana}+|(?:(?![\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}])[\p{L}\p{N}@$!|€+])+/gu;

/** Capitals that look like another letter than the small ones do. */
const capitals: Readonly<Record<string, string>> = { '\u0397': 'h', '\u039d': 'n', '\u03a5': 'y' };

/** A name, and the same with those capitals as they look. */
const bothCases = (name: string) => [
  name,
  name.replace(/[\u0397\u039d\u03a5]/g, (letter) => capitals[letter] ?? letter),
];

/** The pieces of a name as they look, each without the digits and signs around it and with them. */
function piecesOf(name: string): { bare: string; whole: string }[] {
  const folded = name
    .replace(/[\u2120\u2122]/g, ' ')
    .normalize('NFKD')
    .replace(unseen, '')
    .toUpperCase()
    .toLowerCase();
  const seen = [...folded].map((letter) => lookalikes.get(letter) ?? letter).join('');
  return [...seen.matchAll(piece)].map(([text]) => ({
    bare: asRead(text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')),
    whole: asRead(text),
  }));
}

/** A piece as it is read at a glance: letters of Arabic that are written alike, digits for letters, `rn` for `m`. */
function asRead(text: string): string {
  return text
    .replaceAll('\u0649', '\u064a')
    .replaceAll('\u0629', '\u0647')
    .replace(/[l0-9@$!|€+]/g, (sign) => typedFor[sign] ?? sign)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

const skeletonOf = (word: string) =>
  piecesOf(word)
    .map(({ bare }) => bare)
    .join('');
const arabic = /^\p{Script=Arabic}/u;
const words = new Set(
  roleWords.flatMap((word) => [word, ...(arabic.test(word) ? [`ال${word}`] : [])]).map(skeletonOf),
);
const wordsAlone = new Set(roleWordsAlone.map(skeletonOf));
const wordsInHan = roleWordsInHan.map(skeletonOf);

/** Where words are parted otherwise than by what stands between words: by a capital, or by a bar, which may be an `l` too. */
const seams = [/(?<=\p{Ll})(?=\p{Lu})/gu, /\|/g];

/**
 * Whether a display name stands for somebody whom its bearer is not, by how it looks: `word` where it has a word for
 * those who run events as a word of its own, `person` where it is the name of one of `staffNames`; else null. Longer words
 * that only hold such a word (Hostettler) are names. Looks are those of UTS #39, without marks, case, decoration and
 * spacing, and digits count as the letters that they are typed for.
 */
export function reservedName(name: string, staffNames: readonly string[]): 'word' | 'person' | null {
  const parted = seams.map((seam) => name.replace(seam, ' '));
  if ([name, ...parted].flatMap(bothCases).some(holdsWord)) return 'word';
  const mine = new Set(bothCases(name).flatMap(readingsOf));
  const parts = new Set(bothCases(name).flatMap((each) => piecesOf(each).map(({ bare }) => bare)));
  return staffNames.some((staff) => bothCases(staff).some((each) => isIn(each, mine, parts)))
    ? 'person'
    : null;
}

/** Whether a name is another's whole, or, where it has several words, has all of them among others: with a title, or turned round. */
function isIn(staff: string, readings: ReadonlySet<string>, parts: ReadonlySet<string>): boolean {
  const theirs = piecesOf(staff).flatMap(({ bare }) => (bare === '' ? [] : [bare]));
  return (
    readingsOf(staff).some((reading) => readings.has(reading)) ||
    (theirs.length > 1 && theirs.every((part) => parts.has(part)))
  );
}

/** The name in one piece, with digits and signs at the ends of words and without; empty readings are none. */
function readingsOf(name: string): string[] {
  const pieces = piecesOf(name);
  const bare = pieces.map((each) => each.bare).join('');
  const whole = pieces.map((each) => each.whole).join('');
  return [bare, whole].filter((reading) => reading !== '');
}

function holdsWord(name: string): boolean {
  const pieces = piecesOf(name);
  const spelt = pieces
    .map(({ whole }) => (whole.length === 1 ? whole : ' '))
    .join('')
    .split(' ');
  const readings = readingsOf(name);
  return (
    [...pieces.flatMap(({ bare, whole }) => [bare, whole]), ...spelt, ...readings].some((each) =>
      words.has(each),
    ) || readings.some((each) => wordsAlone.has(each) || wordsInHan.some((word) => each.includes(word)))
  );
}

/**
 * Why somebody may not take a name in an event, or null: staff and speakers may take any, everybody else none that
 * `reservedName` finds against those who run it and those who hold a speaker's link.
 * Refuses: `name-of-role`, `name-of-staff`.
 */
export function nameRefusal(state: State, participant: string | null, name: string): Refusal | null {
  const people = [...state.tables.participants.values()].filter(
    ({ role, revokedAt }) => revokedAt === null && (isStaff(role) || role === 'speaker'),
  );
  if (people.some(({ id }) => id === participant)) return null;
  const found = reservedName(
    name,
    people.flatMap(({ name: digest }) => textOf(state, digest) ?? []),
  );
  if (found === null) return null;
  return refuse('not-allowed', found === 'word' ? 'name-of-role' : 'name-of-staff', { of: 'name' });
}
