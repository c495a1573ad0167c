import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonical, stateHash } from '../../server/log/canonical.ts';
import { Lines } from '../../server/log/line.ts';
import { apply } from '../../shared/log/apply.ts';
import type { Entry } from '../../shared/log/entry.ts';
import { oldestRules, rulesVersion } from '../../shared/log/rules-version.ts';
import { model } from '../../shared/model.ts';
import { initialState } from '../../shared/state/model.ts';
import { plainState } from '../../shared/state/plain.ts';

const lines = new Lines(model);

/** A day as it was recorded under one number of the rules, with the hash of its end. */
interface Recorded {
  rules: number;
  hash: string;
  entries: Entry[];
}

const folder = new URL('../fixtures/logs/', import.meta.url);
const recorded: Recorded[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')),
);

function replay(entries: readonly Entry[]) {
  const state = initialState(model);
  for (const entry of entries) apply(state, entry);
  return state;
}

describe.each(recorded)('the day recorded under rules $rules', ({ hash, entries }) => {
  test('[U11] ends in the state of its hash', () => {
    expect(stateHash(canonical(plainState(replay(entries))))).toBe(hash);
  });

  test('[U11] does so too after its texts were forgotten', () => {
    const bare = entries.map((entry): Entry => ({ ...entry, personal: undefined }));
    expect(stateHash(canonical(plainState(replay(bare))))).toBe(hash);
  });
});

test('[U11] there is a recorded day of each number of the rules that is read', () => {
  const read = Array.from({ length: rulesVersion - oldestRules + 1 }, (_, index) => oldestRules + index);
  expect(recorded.map((day) => day.rules)).toEqual(read);
  for (const { rules: number, entries } of recorded)
    expect(new Set(entries.map((entry) => entry.rules))).toEqual(new Set([number]));
});

test('[U11] the latest recorded day has an accepted entry of every type', () => {
  const { entries } = recorded.find((day) => day.rules === rulesVersion)!;
  const { refused } = replay(entries);
  const accepted = new Set(entries.filter(({ seq }) => !refused.has(seq)).map(({ type }) => type));
  expect(model.kinds.map(({ type }) => type).filter((type) => !new Set<string>(accepted).has(type))).toEqual(
    [],
  );
});

test('[L7] the log has a form for every type of entry', () => {
  const { entries } = recorded.find((day) => day.rules === rulesVersion)!;
  for (const { personal: _personal, ...entry } of entries) {
    try {
      lines.of(entry);
    } catch (error) {
      // Recorded days name people by readable ids; what they must have is a type that the log knows.
      expect(String(error), entry.type).not.toContain('discriminator');
    }
  }
});
