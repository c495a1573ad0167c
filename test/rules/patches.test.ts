import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  applyDelta,
  changedFields,
  type Delta,
  emptyDelta,
  isEmpty,
  mergeDelta,
  type PlainView,
  singleNames,
} from '../../shared/views/patch.ts';

/** Small views: rows and single things of a fixed shape, as lenses make them. */
const thing = fc.record({
  a: fc.nat({ max: 2 }),
  b: fc.option(fc.constantFrom('x', 'y')),
  c: fc.array(fc.nat({ max: 1 }), { maxLength: 2 }),
});
const rows = fc.dictionary(fc.constantFrom('r1', 'r2', 'r3'), thing);
const views: fc.Arbitrary<PlainView> = fc.record({
  event: thing,
  question: fc.option(thing),
  questions: rows,
  sessions: rows,
});

/** What must be sent to bring a client from one view to another. */
function difference(before: PlainView, after: PlainView): Delta {
  const delta = emptyDelta();
  for (const [name, value] of Object.entries(after)) {
    const old = before[name] ?? null;
    if (singleNames.has(name)) {
      const fields = value === null ? null : changedFields(old, value);
      if (value === null ? old !== null : fields !== null) delta.set[name] = fields;
      continue;
    }
    const olds = new Map<string, object>(Object.entries(old ?? {}));
    const set = Object.entries(value ?? {}).flatMap(([id, row]) => {
      const fields = changedFields(olds.get(id), row);
      return fields === null ? [] : [[id, fields]];
    });
    const gone = [...olds.keys()].filter((id) => !(id in (value ?? {})));
    if (set.length > 0) delta.set[name] = Object.fromEntries(set);
    if (gone.length > 0) delta.gone[name] = gone;
  }
  return delta;
}

const three = [views, views, views] as const;

describe('[V10] a patch', () => {
  test.prop([views, views])('brings a view to the next', (before, after) => {
    expect(applyDelta(before, difference(before, after))).toEqual(after);
  });

  test.prop([views, views])('applied twice changes nothing', (before, after) => {
    const delta = difference(before, after);
    expect(applyDelta(applyDelta(before, delta), delta)).toEqual(after);
  });

  test.prop([...three])('merged with the next does what both do one after the other', (one, two, last) => {
    const [a, b] = [difference(one, two), difference(two, last)];
    expect(applyDelta(one, mergeDelta(a, b))).toEqual(applyDelta(applyDelta(one, a), b));
  });

  test.prop([...three])('merging changes neither of the two', (one, two, last) => {
    const [a, b] = [difference(one, two), difference(two, last)];
    const before = structuredClone([a, b]);
    mergeDelta(a, b);
    expect([a, b]).toEqual(before);
  });

  test.prop([views, views])('leaves rows that did not change the same objects', (before, after) => {
    const next = applyDelta(before, difference(before, after));
    for (const [id, row] of Object.entries(before['questions'] ?? {})) {
      const [old, now]: unknown[] = [row, new Map(Object.entries(next['questions'] ?? {})).get(id)];
      if (changedFields(row, { ...new Map(Object.entries(after['questions'] ?? {})).get(id) }) === null)
        expect(now).toBe(old);
    }
  });

  test.prop([views])('of what is the same says nothing', (view) => {
    expect(isEmpty(difference(view, structuredClone(view)))).toBe(true);
  });
});
