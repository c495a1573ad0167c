import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

/** A name in the code, and the words that it is made of: `carryOut` and `carry-out` are both `carry-out`. */
interface Name {
  folder: string;
  name: string;
  words: string;
}

/** Every file of the product. */
const files = ['shared', 'server', 'client'].flatMap((room) =>
  readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(tsx?|mjs|css)$/.test(file)),
);

/** Every file by its name, every type in it, and every function, class and value that it exports. */
const names = files.flatMap((file) => [nameIn(file, nameOf(file)), ...namesOf(file)]);

/** What a file is called: `size.test.ts` is `size`. */
function nameOf(file: string): string {
  return basename(file).split('.')[0] ?? '';
}

function nameIn(file: string, name: string): Name {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
  return { folder: `/${dirname(file)}/`, name, words };
}

function namesOf(file: string): Name[] {
  const declared =
    /^(?:export (?:default )?(?:async )?(?:function\*?|const|let)|(?:export )?(?:declare )?(?:abstract )?(?:class|interface|type)) (\w+)/gm;
  return file.endsWith('.css')
    ? []
    : [...read(file).matchAll(declared)].map(([, name]) => nameIn(file, name ?? ''));
}

/** The names that docs/architecture.md says are not used: the first column of its table of names. */
const unused = [
  ...(/^## Names$[\s\S]*?(?=^## )/m.exec(read('docs/architecture.md'))?.[0] ?? '').matchAll(
    /^\| (`.+?) \|/gm,
  ),
].flatMap(([, cell]) => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''));

/** Where a name is used that is not: `folder/words`, in which a star stands for any words. */
function usesOf(name: string): string[] {
  const [words = '', ...folders] = name.split('/').toReversed();
  const folder = folders.length === 0 ? '/' : `/${folders.toReversed().join('/')}/`;
  const pattern = new RegExp(`^${words.replaceAll('*', '.*')}$`);
  return names
    .filter((each) => each.folder.includes(folder) && pattern.test(each.words))
    .map((each) => `${each.folder}${each.name}`);
}

describe('docs/architecture.md', () => {
  test('says which names are not used', () => {
    expect(unused.length).toBeGreaterThan(30);
  });

  test.each(unused)('no file, type or exported function is called %s', (name) => {
    expect(usesOf(name)).toEqual([]);
  });
});

/** Words in -ing that say what a thing is, and not what it is doing. */
const nounsInIng = ['floating', 'loading', 'outgoing', 'ring', 'timing', 'waiting'];

test('a file is called by what is in it, and not by what it is doing', () => {
  const doing = files.filter((file) => {
    const last = nameOf(file).split('-').at(-1) ?? '';
    return last.endsWith('ing') && !nounsInIng.includes(last);
  });
  expect(doing).toEqual([]);
});
