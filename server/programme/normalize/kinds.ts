import type { SessionKind } from '../../../shared/rundown/session-kind.ts';
import type { FoundSession } from './schedule.ts';

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
const opening = /\b(?:opening|welcome|accueil)\b|eröffnung|begrüßung|開会|開幕|开幕|개회/;
/** What is closed by: a closing panel is a panel. */
const within = /\b(?:panel|keynote|talk|lecture|discussion)\b/;
const closing = /\b(?:closing|farewell|abschluss|schluss)\b|clôture|閉会|閉幕|闭幕|폐회/;

/** What a type says outright: that something opens or closes, whatever its title, or the many words for a talk. */
const outright: readonly (readonly [SessionKind, RegExp])[] = [
  [
    'opening',
    /^(?:openings?|welcome|er[öo]ffnung|begr[üu](?:ß|ss)ung|accueil|ouverture|apertura|abertura|開会(?:式)?|开幕(?:式)?)(?: (?:remarks|session|ceremony|address))?$/,
  ],
  [
    'closing',
    /^(?:closings?|farewell|abschlu(?:ss|ß)|schlu(?:ss|ß)|verabschiedung|cl[ôo]ture|chiusura|cierre|clausura|encerramento|閉会(?:式)?|闭幕(?:式)?)(?: (?:remarks|session|ceremony|address))?$/,
  ],
  [
    'talk',
    /^(?:(?:invited|contributed|keynote|plenary|regular|long|short|full|accepted|oral|research|main|maintrack)[ -]?)*(?:talks?|lectures?|keynotes?|keynote speech|presentations?|papers?|orals?|speech|plenary|tutorials?|workshops?|seminars?|demos?|vortr[aä]ge?|conf[ée]rence|expos[ée]|charlas?|ponencias?|palestras?|relazione|講演|招待講演|発表|一般発表|报告|演讲|발표)(?: \(.*\))?$/,
  ],
];

/** The kind that a type says outright; null for words that say none. */
function kindOfType(type: string): SessionKind | null {
  const word = type.normalize('NFKC').trim().toLowerCase();
  return outright.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** Whether a type tells anything of a kind, outright or by a word in it. */
export function tellsKind(type: string): boolean {
  return kindOfType(type) !== null || words.some(([, pattern]) => pattern.test(type.toLowerCase()));
}

/**
 * Guesses the kind of a session: what its format knows, else by its type, else by its title. Breaks and social
 * programme have no speakers; an opening is the first of its day. Whoever imports can correct it.
 */
export function kindOf(
  { kind, hints, title, speakers }: Pick<FoundSession, 'kind' | 'hints' | 'title' | 'speakers'>,
  isFirstOfDay: boolean,
): SessionKind {
  if (kind !== undefined) return kind;
  const [said] = hints.flatMap((hint) => kindOfType(hint) ?? []);
  if (said === 'opening' || said === 'closing') return said;
  const named = title.toLowerCase();
  if (isFirstOfDay && opening.test(named)) return 'opening';
  if (closing.test(named) && speakers.length <= 2 && !within.test(named)) return 'closing';
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
