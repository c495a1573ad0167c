import { same } from '../state/change.ts';

/** A view as plain data: single things and collections by id. */
export type PlainView = Record<string, object | null>;

/** What changed of a view: `gone` first, then `set`, which merges one level deep. Applying it twice changes nothing. */
export interface Delta {
  set: Record<string, object | null>;
  gone: Record<string, string[]>;
}

const singles = [
  ...(['event', 'room', 'stage', 'question', 'session'] as const),
  ...(['me', 'balance', 'note', 'display'] as const),
];

/** The name of a single thing of a view; everything else is a collection by id. */
export type SingleName = (typeof singles)[number];

/** The names of the single things. */
export const singleNames: ReadonlySet<string> = new Set(singles);

/** A delta that says nothing. */
export function emptyDelta(): Delta {
  return { set: {}, gone: {} };
}

/** Whether a delta says nothing. */
export function isEmpty(delta: Delta): boolean {
  return Object.keys(delta.set).length === 0 && Object.keys(delta.gone).length === 0;
}

/** The fields of `after` that differ from `before`; the whole of it where there was nothing before; null where nothing differs. */
export function changedFields(before: object | null | undefined, after: object): object | null {
  if (before == null) return after;
  const fields: Record<string, unknown> = {};
  let changed = false;
  for (const field of Object.keys(after)) {
    const value: unknown = Reflect.get(after, field);
    if (same(Reflect.get(before, field), value)) continue;
    fields[field] = value;
    changed = true;
  }
  for (const field of Object.keys(before)) {
    if (field in after) continue;
    fields[field] = null;
    changed = true;
  }
  return changed ? fields : null;
}

/** Adds what came later to a delta that was not sent yet; the result does what both would do one after the other. */
export function mergeDelta(into: Delta, later: Delta): Delta {
  const set: Delta['set'] = { ...into.set };
  const gone: Delta['gone'] = { ...into.gone };
  for (const [name, ids] of Object.entries(later.gone)) {
    gone[name] = [...new Set([...(gone[name] ?? []), ...ids])];
    const rows = set[name];
    if (rows) set[name] = Object.fromEntries(Object.entries(rows).filter(([id]) => !ids.includes(id)));
  }
  for (const [name, value] of Object.entries(later.set)) {
    set[name] = singleNames.has(name) ? mergeThing(set[name], value) : mergeRows(set[name], value);
  }
  return { set, gone };
}

/** Applies a delta to a view and gives the new one; rows that did not change stay the same objects. */
export function applyDelta<V extends object>(view: V, delta: Delta): V {
  const next = new Map<string, unknown>(Object.entries(view));
  for (const [name, ids] of Object.entries(delta.gone)) {
    const rows = Object.entries(next.get(name) ?? {}).filter(([id]) => !ids.includes(id));
    next.set(name, Object.fromEntries(rows));
  }
  for (const [name, value] of Object.entries(delta.set)) {
    const before = next.get(name);
    const old = typeof before === 'object' ? before : null;
    next.set(name, singleNames.has(name) ? mergeThing(old, value) : mergeRows(old, value));
  }
  return Object.assign({ ...view }, Object.fromEntries(next));
}

function mergeThing(before: object | null | undefined, after: object | null): object | null {
  return after === null ? null : { ...before, ...after };
}

/**
 * Many rows and few changes: only those that changed are looked at, the others are copied as they are. Key by key: of
 * ten thousand rows a spread costs half as much again.
 */
function mergeRows(before: object | null | undefined, after: object | null): object {
  const rows: Record<string, unknown> = {};
  if (isRows(before)) for (const id of Object.keys(before)) rows[id] = before[id];
  for (const [id, row] of Object.entries(after ?? {})) {
    const old = rows[id];
    rows[id] = mergeThing(typeof old === 'object' ? old : null, row);
  }
  return rows;
}

function isRows(value: object | null | undefined): value is Readonly<Record<string, unknown>> {
  return value != null;
}
