import type { Collection, SetsOf, Tables } from './tables.ts';

/** A field of a row that got another value. */
export interface FieldChange {
  of: Collection;
  id: string;
  field: string;
  before: unknown;
  after: unknown;
}

/** A member that joined or left a set of a row. */
export interface MemberChange {
  of: Collection;
  id: string;
  field: string;
  member: string;
  on: boolean;
}

/** A row that was made (`before` null) or taken away (`after` null). */
export interface RowChange {
  of: Collection;
  id: string;
  before: object | null;
  after: object | null;
}

/** One thing that an entry changed. Undo, the audit and the conflicts between colleagues are made of changes. */
export type Change = FieldChange | MemberChange | RowChange;

/** Changes of some fields of a row; fields that already have the value give none. */
export function setFields<C extends Collection>(
  of: C,
  row: Tables[C],
  fields: Partial<Omit<Tables[C], 'id'>>,
): Change[] {
  const before = new Map<string, unknown>(Object.entries(row));
  return Object.entries(fields)
    .filter(([field, after]) => after !== undefined && !same(before.get(field), after))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([field, after]) => ({ of, id: row.id, field, before: before.get(field), after }));
}

/** The change that makes a row. */
export function makeRow<C extends Collection>(of: C, row: Tables[C]): Change {
  return { of, id: row.id, before: null, after: row };
}

/** The change that adds a member to a set of a row or takes it away; empty where it is so already. */
export function setMember<C extends Collection>(
  of: C,
  row: Tables[C],
  field: SetsOf<Tables[C]>,
  member: string,
  on: boolean,
): Change[] {
  return setIn(row, field)?.has(member) === on ? [] : [{ of, id: row.id, field, member, on }];
}

/** The changes that take these back, in reverse order. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.toReversed().map((change) => {
    if ('member' in change) return { ...change, on: !change.on };
    if ('field' in change) return { ...change, before: change.after, after: change.before };
    return { ...change, before: change.after, after: change.before };
  });
}

/** Whether two values that could stand in a log are equal. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, index) => same(value, b[index]));
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map<string, unknown>(Object.entries(b).filter(([, value]) => value !== undefined));
  return (
    left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)))
  );
}

/** A set that a row holds; undefined where there is none. */
export function setIn(row: object | undefined, field: string): Set<string> | undefined {
  const value: unknown = row && Reflect.get(row, field);
  return value instanceof Set ? value : undefined;
}
