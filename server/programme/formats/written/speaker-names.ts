import { abstractOf } from '../../normalize/abstracts.ts';
import type { FoundSpeaker } from '../../normalize/schedule.ts';

const nobody = /^(?:tba|tbd|tbc|n\.?n\.?|n\/?a|none|-+|–|—|\?+)$/i;
const institution =
  /universit|institut|college|\bschool\b|hochschule|\blabs?\b|laborator|research|academy|\binc\b|\bgmbh\b|\bltd\b|foundation|center|centre|polytech/i;

/**
 * The people that a text names, separated by `;`, `|`, `&`, `and` or lines; by commas, `/` and `+` only where all
 * parts are full names. What stands in brackets, or is an institution after a comma, is an affiliation.
 */
export function speakersIn(written: string): FoundSpeaker[] {
  // Signs of HTML (`&eacute;`, `<br>`) stand for others, and are no marks between names.
  const text = /[&<]/.test(written) ? (abstractOf(written).text ?? '') : written;
  return splitOutside(text.replace(/[\r\n]/g, ';'), ';|&')
    .flatMap(splitAtAnd)
    .flatMap(splitAtCommas)
    .filter(({ name }) => name !== '' && !nobody.test(name));
}

/** Splits at any of some signs, but not within brackets. */
function splitOutside(text: string, signs: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '(' || sign === '[') depth += 1;
    else if ((sign === ')' || sign === ']') && depth > 0) depth -= 1;
    else if (depth === 0 && signs.includes(sign)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}

/** `Ada Lovelace and Alan Turing` are two, `Institute of Arts and Crafts` is one. */
function splitAtAnd(text: string): string[] {
  const marked = splitOutside(text.replace(/\s(?:and|und|et|y)\s/gi, ' \u0000 '), '\u0000');
  return marked.length > 1 && marked.every((part) => !part.includes('\u0000') && !institution.test(part))
    ? marked.map((part) => part.replace(/^,|,$/g, '').trim())
    : [text];
}

function splitAtCommas(text: string): FoundSpeaker[] {
  const full = (part: string) => /\S\s+\S/.test(bare(part)) && !institution.test(bare(part));
  const listed = splitOutside(text, ',/+');
  if (listed.length > 1 && listed.every(full)) return listed.map(named);
  const parts = splitOutside(text, ',');
  const [name = '', ...rest] = parts;
  const abroad = rest.length > 0 && rest.every((part) => institution.test(part) || /^[A-Z]{2,8}$/.test(part));
  if (abroad && full(name)) return [{ ...named(name), affiliation: rest.join(', ') }];
  return [named(text)];
}

/** A name without what stands in brackets behind it. */
function bare(part: string): string {
  return part.replace(/\([^()]*\)/g, ' ').trim();
}

/** `Ada Lovelace (London)`: a name and an affiliation. */
function named(text: string): FoundSpeaker {
  const open = text.indexOf('(');
  if (open <= 0 || !text.endsWith(')')) return { name: text };
  const affiliation = text.slice(open + 1, -1).trim();
  return { name: text.slice(0, open).trim(), ...(affiliation !== '' && { affiliation }) };
}
