import { speakersIn } from '../written/speaker-names.ts';

/** What one cell says of a talk. */
export interface TalkText {
  title: string;
  /** Names as they are written, separated by `;`. */
  speakers: string;
  abstract: string;
  /** Whether the speakers were guessed from how they look. */
  guessed: boolean;
}

/** Words with a capital that are no names: `Workshop (Part Two)`. */
const noNames =
  /\b(?:part|teil|partie|session|room|hall|track|day|panel|talk|keynote|workshop|online|hybrid|remote|live|break|lunch|coffee|open|discussion|round|table|poster|posters|demo|opening|closing|group|stage|floor|building|hands-on|intro|introduction|q&a|cancelled|canceled|tbc|tba|english|german|french|deutsch)\b|\d/i;
const name =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*)(?:\s(?:(?:de|del|della|di|da|dos|van|von|der|den|la|le|el|al|bin|ben|y|zu|zur)|\p{Lu}[\p{L}\p{M}'’.-]*)){1,4}$/u;

/**
 * Takes a cell of a timetable apart: its first line is the title, lines of names below it are who speaks, other lines
 * are the abstract; names at the end of the title, in brackets or after a dash, speak as well.
 */
export function talkIn(text: string): TalkText {
  const [first = '', ...below] = text.split('\n').map((line) => line.trim());
  const lines = below.filter((line) => line !== '');
  const namesOf = (line: string) => line.replace(/^(?:by|speakers?|von|par|mit)\s*:?\s+/i, '');
  const named = lines.filter((line) => areNames(namesOf(line)));
  const abstract = lines.filter((line) => !named.includes(line)).join('\n');
  if (named.length > 0) {
    return { title: first, speakers: named.map(namesOf).join(';'), abstract, guessed: true };
  }
  const [, title, inBrackets, afterDash] =
    /^(.*\S)\s*(?:\(([^()]{3,120})\)|\s[–—-]\s+([^–—]{3,120}))$/.exec(first) ?? [];
  const speakers = inBrackets ?? afterDash;
  if (title !== undefined && speakers !== undefined && areNames(speakers))
    return { title, speakers, abstract, guessed: true };
  return { title: first, speakers: '', abstract, guessed: false };
}

/** Whether a text is one or more full names, and nothing that only looks so. */
function areNames(text: string): boolean {
  if (noNames.test(text)) return false;
  const people = speakersIn(text);
  return people.length > 0 && people.every((person) => name.test(person.name));
}
