import { en } from 'zod/locales';
import * as z from 'zod/mini';
import type { $ZodType, output } from 'zod/v4/core';
import type { Issue, Refusal } from '../../shared/wire/refusals.ts';
import { frameLimit } from '../../shared/wire/up.ts';
import { refuse } from '../refusals/refuse.ts';

z.config(en());

/** Most levels that something inside something may have; an event file has eight. */
const depthLimit = 20;

/**
 * What was sent, in the shape it has to have, or why not. Null and absent mean the same on the wire: a null that a
 * shape does not know is taken as a field that is not there.
 * Refuses: `message-too-large`, `malformed`.
 */
export function understand<S extends $ZodType>(
  schema: S,
  raw: unknown,
): { ok: true; value: output<S> } | Refusal {
  const size = sizeOf(raw);
  if (size === null) return malformed([{ path: '', message: 'is nested too deeply' }]);
  if (size > frameLimit) return refuse('too-large', 'message-too-large', { limit: frameLimit });
  const parsed = parse(schema, raw);
  if (parsed.success) return { ok: true, value: parsed.data };
  const without = withoutNulls(raw, parsed.error.issues);
  const again = without === null ? parsed : parse(schema, without);
  return again.success ? { ok: true, value: again.data } : malformed(issuesOf(again.error.issues));
}

/**
 * Parses what strangers sent. A check may throw at a value that is not of its type, such as a `length` that no number can be
 * compared with: that has not the shape either.
 */
function parse<S extends $ZodType>(
  schema: S,
  raw: unknown,
):
  | { success: true; data: output<S> }
  | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } } {
  try {
    return z.safeParse(schema, raw);
  } catch {
    return { success: false, error: { issues: [{ path: [], message: 'cannot be read' }] } };
  }
}

/** The refusal of a body that does not have the shape it should, with every error and its path. Refuses: `malformed`. */
export function malformed(issues: Issue[]): Refusal {
  return refuse('malformed', 'malformed', { issues });
}

/** The issues of a failed parse, with their paths in words. */
export function issuesOf(issues: readonly { path: PropertyKey[]; message: string }[]): Issue[] {
  return issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}

/** The bytes of a message as JSON; null where it is nested too deeply to be any. */
function sizeOf(raw: unknown): number | null {
  return isDeep(raw, depthLimit) ? null : Buffer.byteLength(JSON.stringify(raw) ?? '');
}

function isDeep(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isDeep(inner, left - 1));
}

/** A body without the nulls at its top that were an issue; null where there are none. */
function withoutNulls(raw: unknown, issues: readonly { path: PropertyKey[] }[]): object | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const wrong = new Set(issues.flatMap(({ path }) => (path.length === 1 ? path.map(String) : [])));
  const kept = Object.entries(raw).filter(([field, value]) => value !== null || !wrong.has(field));
  return kept.length === Object.keys(raw).length ? null : Object.fromEntries(kept);
}
