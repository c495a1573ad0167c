import type { Finding, Path } from './issues.ts';
import { deepest } from './yaml-depth.ts';

/** Most lists, groups and values in one event file. */
const mostValues = 300_000;

/** The sentence that refuses a field's name, or null. Names that reach into the program itself are no field. */
export function refuseKey(name: string): string | null {
  return name === '__proto__' || name === 'constructor' || name === 'prototype'
    ? `"${name}" cannot be the name of a field.`
    : null;
}

/**
 * Copies an already parsed JSON value without its empty fields (null and absent mean the same). Refuses, with
 * their paths, dangerous names, and what is nested too deeply or too large to be an event file.
 */
export function tidy(raw: unknown): { value: unknown; refused: Finding[] } {
  const refused: Finding[] = [];
  let values = 0;
  const copy = (from: unknown, path: Path): unknown => {
    values += 1;
    if (typeof from !== 'object' || from === null) return from;
    if (path.length > deepest || values > mostValues) {
      if (refused.length === 0)
        refused.push({ path, message: 'This is nested too deeply or too large for an event file.' });
      return null;
    }
    if (Array.isArray(from)) return from.map((item, index) => copy(item, [...path, index]));
    const group: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(from)) {
      const problem = refuseKey(key);
      if (problem !== null) refused.push({ path: [...path, key], message: problem });
      else if (value !== null && value !== undefined) group[key] = copy(value, [...path, key]);
    }
    return group;
  };
  return { value: copy(raw, []), refused };
}
