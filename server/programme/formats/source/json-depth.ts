import type { Unreadable } from '../reader.ts';

/** Deepest nesting; the deepest schedule that is known needs nine. */
const deepest = 40;

/** Most lists and groups; the largest conferences have 20,000. */
const mostGroups = 300_000;

/** Looks at JSON before anything recursive does, once from front to back: what nests too deeply or holds too much is refused. */
export function refuseDeepJson(text: string): Unreadable | null {
  let depth = 0;
  let groups = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (inText) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) inText = false;
      continue;
    }
    if (sign === 0x22) inText = true;
    else if (sign === 0x7b || sign === 0x5b) {
      depth += 1;
      groups += 1;
      if (depth > deepest)
        return stop(text, at, `Lists and groups are nested more than ${deepest} deep here.`);
      if (groups > mostGroups)
        return stop(text, at, 'The file holds more lists and groups than any programme needs.');
    } else if (sign === 0x7d || sign === 0x5d) depth -= 1;
  }
  return null;
}

function stop(text: string, at: number, message: string): Unreadable {
  return { path: '(file)', line: text.slice(0, at).split('\n').length, message };
}
