import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

/** The numbers of docs/rules.md, in its order. */
const rules = [
  ...readFileSync(new URL('docs/rules.md', root), 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\* /gm),
].map(([, rule]) => rule ?? '');

/** Every string of the tests that stands on one line, titles among them, with its file. */
const strings = readdirSync(new URL('test', root), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('mutants/'))
  .flatMap((file) =>
    readFileSync(new URL(`test/${file}`, root), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
      .flatMap((line) => [...line.matchAll(/'((?:\\.|[^'\\])*)'|`([^`]*)`/g)])
      .map(([, plain, template]) => ({ file, text: plain ?? template ?? '' })),
  );

/** The rules that strings of the tests quote, each as `[Q7]` or among others as `[Q7, Q9]`. */
const quoted = strings.flatMap(({ file, text }) =>
  [...text.matchAll(/\[([A-Z]\d+(?:, [A-Z]\d+)*)\]/g)]
    .flatMap(([, ids]) => (ids ?? '').split(', '))
    .map((rule) => ({ file, rule })),
);

test('no rule has the number of another', () => {
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
});

test('each rule that a title quotes stands in docs/rules.md', () => {
  expect(quoted.filter(({ rule }) => !rules.includes(rule))).toEqual([]);
});

test('each rule of docs/rules.md is quoted by a test', () => {
  const shown = new Set(quoted.map(({ rule }) => rule));
  expect(rules.filter((rule) => !shown.has(rule))).toEqual([]);
});

test('a title quotes its rules in brackets, with commas between them', () => {
  const prefixes = [...new Set(rules.map((rule) => rule.slice(0, 1)))].join('');
  // As “D2 no frame …” would be.
  const inFront = new RegExp(`^(?:\\[[^\\]]*\\] )?[${prefixes}]\\d{1,2}:? [a-z]`);
  const withoutComma = /\[[A-Z]\d+ [A-Z]\d+/;
  expect(strings.filter(({ text }) => inFront.test(text) || withoutComma.test(text))).toEqual([]);
});
