import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { keysOf, shortcuts } from '../../client/moderator/keys/shortcuts.ts';
import { paletteKey } from '../../client/moderator/keys/use-palette-key.ts';
import { helpPages } from '../../scripts/help-pages.ts';
import { configSchema } from '../../server/config.ts';
import { pageWith } from '../long/evidence/page.ts';
import { keptEvidence } from '../long/evidence/record.ts';

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

/** The pages whose tables say what is so, by which rules, and what shows it. */
const pagesOfPromises = ['docs/security.md', 'docs/reliability.md'];

/** Every row of these tables. */
const promises = pagesOfPromises.flatMap((page) =>
  [...read(page).matchAll(/^\| ([^|]+) \| [^|]+ \| ([A-Z]\d[^|]*) \| ([^|]+) \|$/gm)].map(
    ([, what, rules, tests]) => ({
      ...{ page, what },
      rules: (rules ?? '').split(', '),
      tests: [...(tests ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
    }),
  ),
);

describe('the documents stay true', () => {
  test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/security.md', 'docs/reliability.md'])(
    '%s names only scripts that exist',
    (name) => {
      const named = [...read(name).matchAll(/npm run ([a-z:]+)/g)].map(([, script]) => script ?? '');
      expect(named.filter((script) => !(script in scripts))).toEqual([]);
    },
  );

  test('CONTRIBUTING.md names every script', () => {
    const text = read('CONTRIBUTING.md');
    const command = (script: string) =>
      script === 'start' || script === 'test' ? `npm ${script}` : `npm run ${script}`;
    expect(Object.keys(scripts).filter((script) => !text.includes(`\`${command(script)}\``))).toEqual([]);
  });

  test.each([
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CODE_OF_CONDUCT.md',
    'docs/architecture.md',
    'docs/decisions/README.md',
    'docs/security.md',
    'docs/reliability.md',
    'docs/drills.md',
    'docs/operating.md',
    ...helpPages.map((page) => `docs/${page}.md`),
  ])('%s links only to files that exist', (name) => {
    const links = [...read(name).matchAll(/(?:\]\(|src(?:set)?=")([^)"#]+)(?:#[^)"]*)?[)"]/g)].map(
      ([, link]) => link ?? '',
    );
    const local = links.filter((link) => !/^https?:/.test(link));
    expect(local.filter((link) => !existsSync(new URL(link, new URL(name, root))))).toEqual([]);
  });

  test('docs/architecture.md names only files and folders that exist', () => {
    const text = read('docs/architecture.md');
    const [tree = ''] = /^```\nshared\/[\s\S]*?^```/m.exec(text) ?? [];
    const inTree = foldersOf(tree.split('\n').slice(1, -1));
    expect(inTree.length).toBeGreaterThan(50);
    const paths = text.match(/(?<=`)(?:shared|server|client|test|scripts|docs)\/[\w./-]*(?=`)/g) ?? [];
    expect(paths.length).toBeGreaterThan(10);
    expect([...inTree, ...paths].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });

  test('the walk of a question in docs/architecture.md counts its files', () => {
    const walk = /^## The walk of a question$[\s\S]*?(?=^## )/m.exec(read('docs/architecture.md'))?.[0] ?? '';
    const files = new Set(walk.match(/(?<=`)(?:shared|server|client)\/[\w./-]+(?=`)/g));
    expect(walk).toContain(`through ${files.size} files`);
    expect(files.size).toBeLessThan(60);
  });

  test('README.md explains every setting that this version reads', () => {
    const text = read('README.md');
    expect(Object.keys(configSchema.shape).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('the tests run by .ci/run are those of README', () => {
    expect(read('.ci/run')).toContain('npm test');
    expect(read('CONTRIBUTING.md')).toContain('`npm test`');
  });

  test('the moderator card names every key of the desk, and no other', () => {
    expect(keysOfTheCard()).toEqual(keysOfTheDesk());
  });

  test.each(promises)(
    '$page, “$what”: its rules and tests exist, and each rule is quoted by one of them',
    (row) => {
      const { rules, tests } = row;
      expect(rules.filter((rule) => !read('docs/rules.md').includes(`- **${rule}** `))).toEqual([]);
      expect(tests.filter((name) => !existsSync(new URL(name, root)))).toEqual([]);
      const quoted = tests.map(read).join('\n');
      expect(rules.filter((rule) => !quoted.includes(`[${rule}]`))).toEqual([]);
    },
  );

  test('each promise has rules, and tests that show it', () => {
    expect(promises.filter(({ rules, tests }) => rules.length === 0 || tests.length === 0)).toEqual([]);
    expect(promises.length).toBeGreaterThan(35);
  });

  test('every file of a test that these pages name exists', () => {
    const named = pagesOfPromises.flatMap((page) => read(page).match(/test\/[\w/.-]+\.ts/g) ?? []);
    expect(named.filter((name) => !existsSync(new URL(name, root)))).toEqual([]);
  });

  test('the figures of the last long run stand in their page as they were written', () => {
    const page = read('docs/reliability.md');
    expect(pageWith(page, keptEvidence())).toBe(page);
  });

  test('an image for containers is built with the documents that /help is made of', () => {
    const ignored = read('.dockerignore').split('\n');
    const made = [...helpPages.map((page) => `docs/${page}.md`), 'docs/drawings'];
    expect(
      made.filter((path) => ignored.some((line) => path === line || path.startsWith(`${line}/`))),
    ).toEqual([]);
  });
});

/** The folders and files of a tree: each line as far in as it lies deep, with what is beside it, then what it is for. */
function foldersOf(lines: readonly string[]): string[] {
  const above: string[] = [];
  return lines.flatMap((line) => {
    const depth = line.search(/\S/) / 2;
    const names = (line.trimStart().split(/ {3,}/)[0] ?? '').split(/ +/);
    above.splice(depth, above.length, names[0] ?? '');
    return names.map((name) => [...above.slice(0, depth), name].join(''));
  });
}

/** Every key in the table of the moderator card, also those that a range stands for. */
function keysOfTheCard(): string[] {
  const rows = read('docs/moderator-card.md')
    .split('\n## Keys\n')[1]
    ?.split('\n## ')[0]
    ?.match(/^\| `.*?\|/gm);
  return (rows ?? [])
    .flatMap((row) => {
      const keys = [...row.matchAll(/`(.+?)`/g)].map(([, key]) => key ?? '');
      const [first, last] = keys;
      return row.includes('–') ? numbersBetween(Number(first), Number(last)) : keys;
    })
    .toSorted();
}

function numbersBetween(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => String(first + step));
}

/**
 * Every key of the desk as it is printed on a keyboard: without the other signs that some layouts write for plus and
 * minus, whose Shift is said in their row.
 */
function keysOfTheDesk(): string[] {
  const arrows: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' };
  return [...shortcuts.flatMap(keysOf), paletteKey.replace(' ', '+')]
    .filter((key) => !['=', '−'].includes(key) && !/^Shift\+[^a-z]$/.test(key))
    .map((key) => arrows[key] ?? key.replace(/[a-z]$/, (letter) => letter.toUpperCase()))
    .toSorted();
}
