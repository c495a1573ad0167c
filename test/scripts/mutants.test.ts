import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { mutants } from '../mutants/mutants.ts';
import { withChanges } from '../mutants/plugin.ts';
import { replaced } from '../mutants/replace.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('a mutant', () => {
  const change = { file: 'server/any.ts', old: 'a < b', now: 'a <= $& b' };

  test('replaces its old text, letter by letter', () => {
    expect(replaced('if (a < b) c();', change)).toBe('if (a <= $& b) c();');
  });

  test.each([
    ['no', 'if (a > b) c();', 'found 0 times in server/any.ts: a < b'],
    ['two', 'if (a < b || a < b) c();', 'found 2 times in server/any.ts: a < b'],
  ])('is refused where the file has %s such text', (_, code, complaint) => {
    expect(() => replaced(code, change)).toThrow(complaint);
    const { transform } = withChanges([change]);
    if (typeof transform !== 'function') throw new Error('The plugin transforms nothing');
    const made = Reflect.apply.bind(null, transform, {});
    expect(() => made([code, join(root, 'server/any.ts')])).toThrow(complaint);
    expect(made([code, join(root, 'server/other.ts')])).toBe(code);
  });
});

describe('the twelve mutants', () => {
  test('are twelve, each by its name', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(12);
  });

  test.each(mutants)('“$name” changes one place of each text, and names a test that exists', (mutant) => {
    for (const change of mutant.changes)
      expect(replaced(read(change.file), change)).not.toBe(read(change.file));
    const { file, title } = mutant.caughtBy;
    // A title stands in its file whole, or behind those of what it stands in.
    const said = [...read(file).matchAll(/(?:describe|it|test)\(\s*'(.+?)',/g)].map(
      ([, words]) => words ?? '',
    );
    const shared = file === 'test/log/sqlite.test.ts' ? read('test/log/contract.ts') : '';
    expect(said.some((words) => title.endsWith(words)) || shared.includes(`'${title}'`)).toBe(true);
  });

  test('leave no trace in what ships', () => {
    const found = ['server', 'client', 'shared'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && /mutant/i.test(read(name))),
    );
    expect(found).toEqual([]);
  });
});
