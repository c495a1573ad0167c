import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { protocolPage } from '../../scripts/protocol-page.ts';
import { namedTypes } from '../../scripts/protocol-types.ts';

const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
const lines = page.split('\n');

/** What a forge makes of each heading: the word that links use. */
const anchors = lines
  .filter((line) => line.startsWith('#'))
  .map((line) =>
    line
      .replace(/^#+ /, '')
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

test('docs/protocol.md says what the schemas say (npm run protocol writes it)', () => {
  expect(page).toBe(protocolPage());
});

test('no line of it is longer than 400 characters', () => {
  expect(lines.filter((line) => line.length > 400)).toEqual([]);
});

test('each named type has one section, and a link to it wherever it is used', () => {
  const names = namedTypes.map(([name]) => name);
  expect(names.filter((name) => lines.filter((line) => line === `### ${name}`).length !== 1)).toEqual([]);
  expect(names.filter((name) => !page.includes(`[${name}](#${name.toLowerCase()})`))).toEqual([]);
});

test('each link leads to one heading', () => {
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, link]) => link);
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter((link) => anchors.filter((anchor) => anchor === link).length !== 1)).toEqual([]);
});

test('nothing that has more than two fields is written out twice', () => {
  const written = [...page.matchAll(/\{[^{}]*,[^{}]*,[^{}]*\}/g)].map(([object]) => object);
  expect(written.filter((object, index) => written.indexOf(object) !== index)).toEqual([]);
});
