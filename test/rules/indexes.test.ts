import { describe, expect, test } from 'vitest';
import { model } from '../../shared/model.ts';
import type { AnyIndex } from '../../shared/state/indexes.ts';
import { plainState, stateFromText } from '../../shared/state/plain.ts';
import type { State } from '../../shared/state/state.ts';
import type { Collection } from '../../shared/state/tables.ts';
import { deeds } from './deeds.ts';
import { fullDay } from './full-day.ts';

type Found = [string, string[]][];

/** What an index of a state finds: the ids of rows by key, in the order of the keys. */
function found({ indexes }: State, index: AnyIndex, of: Collection): Found {
  const all = index.rankOf
    ? [...indexes.inRank(index)].map(([key, rows]): Found[number] => [key, rows.map(({ id }) => id)])
    : [...indexes.of(index)].map(([key, ids]): Found[number] => [key, indexes.inOrder(of, ids)]);
  return all.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** What a look at every row of a table finds. */
function scanned(state: State, index: AnyIndex, of: Collection): Found {
  const rows: Map<string, object> = state.tables[of];
  const keys = new Map<string, Set<string>>();
  for (const [id, row] of rows)
    for (const key of index.keysOf(row)) keys.set(key, (keys.get(key) ?? new Set()).add(id));
  const ranked = (id: string) => index.rankOf?.(rows.get(id) ?? {}) ?? 0;
  const inRank = (a: string, b: string) => ranked(a) - ranked(b) || (a < b ? -1 : 1);
  return [...keys]
    .map(([key, ids]): Found[number] => [key, index.rankOf ? [...ids].sort(inRank) : [...ids]])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const indexed = [...model.tables].flatMap(([of, { indexes = [] }]) =>
  indexes.map((index) => [of as Collection, index] as const),
);

describe('[V23] rows are found by what they hold as a look at all of them would find them', () => {
  test.each(deeds)('after %s, its undo and its redo, and in a snapshot', (_type, act) => {
    const day = fullDay();
    const look = () => {
      for (const [of, index] of indexed) {
        const right = scanned(day.state, index, of);
        expect(found(day.state, index, of)).toEqual(right);
        const restored = stateFromText(JSON.stringify(plainState(day.state)), model);
        expect(found(restored, index, of)).toEqual(right);
      }
    };
    act(day);
    look();
    const undone = day.when('org', 'undo', { seq: day.state.seq });
    look();
    if (undone.ok) day.when('org', 'undo', { seq: day.state.seq });
    look();
  });
});
