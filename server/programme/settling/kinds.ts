import type { SessionKind } from '../../../shared/rundown/programme.ts';
import type { FoundSession } from '../schedule.ts';

/** What words tell of a kind, in the order in which they are asked; in the languages in which such schedules come. */
const words: readonly (readonly [SessionKind, RegExp])[] = [
  [
    'break',
    /\b(?:break|lunch|coffee|pause|registration|check-?in|breakfast|mittag(?:essen|spause)?|kaffee(?:pause)?)\b|déjeuner|goûter|休憩/,
  ],
  ['social', /\b(?:social|party|reception|networking|dinner|drinks|meet-?up|bof|empfang)\b/],
  ['posters', /\bposters?\b|ポスター/],
  [
    'spotlights',
    /\b(?:spotlights?|(?:lightning|flash)[ _-]?(?:talk|round|session|presentation)s?|short orals?)\b|^(?:lightning|flash)$/,
  ],
  ['panel', /\b(?:panel|podium|round ?table|discussion|fishbowl|ama)\b/],
];
const opening = /\b(?:opening|welcome|accueil)\b|eröffnung|begrüßung/;
const closing = /\b(?:closing|farewell|abschluss|schluss)\b|clôture/;

/**
 * Guesses the kind of a session: what its format knows, else by its type, else by its title. Breaks and social
 * programme have no speakers; an opening is the first of its day. Whoever imports can correct it.
 */
export function kindOf(
  { kind, hints, title, speakers }: Pick<FoundSession, 'kind' | 'hints' | 'title' | 'speakers'>,
  isFirstOfDay: boolean,
): SessionKind {
  if (kind !== undefined) return kind;
  const named = title.toLowerCase();
  if (isFirstOfDay && opening.test(named)) return 'opening';
  if (closing.test(named) && speakers.length <= 2) return 'closing';
  for (const said of [...hints.map((hint) => hint.toLowerCase()), named]) {
    const found = words.find(([each, pattern]) => pattern.test(said) && fits(each, speakers.length));
    if (found) return found[0];
  }
  return 'talk';
}

/** Somebody speaks in a talk about lunch, nobody at lunch. */
function fits(kind: SessionKind, speakers: number): boolean {
  return speakers === 0 || (kind !== 'break' && kind !== 'social');
}
