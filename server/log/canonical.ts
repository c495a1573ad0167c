import { hash } from 'node:crypto';

/**
 * One text for one value: JSON with sorted keys, without fields that are undefined.
 * Refuses what JSON cannot carry (functions, bigints, numbers that are not finite), because it would be lost silently.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  throw new TypeError(`Nothing can be recorded of ${typeof value} ${String(value)}`);
}

/** SHA-256 of a text in UTF-8, hex. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** The hash before an event's first entry. */
export function genesis(slug: string): string {
  return sha256(`backrow ${slug}`);
}

/** The hash of a line that follows another: of everything up to it. */
export function chained(previous: string, line: string): string {
  return sha256(previous + line);
}

/** The mark of an entry, by the hash of its line: short, and enough to tell two logs apart. */
export function markOf(hash: string): string {
  return hash.slice(0, 12);
}

/** The hash that stands for a state: SHA-256 over its canonical text, hex. */
export function stateHash(canonicalText: string): string {
  return sha256(canonicalText);
}
