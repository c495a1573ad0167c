// What people wrote, inside sentences and attributes of a page: it brings its own direction along.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogue } from '../../client/look/messages.ts';
import { inOneLine, isolated } from '../../client/look/written.ts';
import { sayings } from './sayings.en.ts';

const say = catalogue(sayings);

const title = 'محاضرة عن C++ و Python';

it('[X6] a text of a right-to-left script stands isolated in a sentence, any other as it is', () => {
  expect(say('now', { title })).toBe(`\u2068${title}\u2069 (now)`);
  expect(say('in', { count: 2, title })).toBe(`2 in \u2068${title}\u2069`);
  expect(say('now', { title: 'Ada (C++)' })).toBe('Ada (C++) (now)');
  for (const text of ['שלום', 'سلام', 'ދިވެހި', '𞤀𞤁', 'ﷺ']) expect(isolated(text)).toBe(`\u2068${text}\u2069`);
  expect(inOneLine([title, 'Ada'])).toBe(`\u2068${title}\u2069, Ada`);
});

it('[X6] every field that is typed into takes the direction of what is typed; codes, addresses and zones have one', () => {
  const bare = files().flatMap(([name, text]) =>
    tagsOf(text)
      .filter(
        (tag) =>
          !/type="(checkbox|radio|file|time|date|number)"/.test(tag) && !/dir="(?:auto|ltr)"/.test(tag),
      )
      .map((tag) => `${name}: ${tag.slice(0, 60)}`),
  );
  expect(bare).toEqual([]);
});

it('[X6] every element takes the direction of its own words, and nothing takes that away from one', () => {
  const base = readFileSync(join(client, 'look/base.css'), 'utf8');
  expect(base.replace(/\s+/g, ' ')).toContain('*, *::before, *::after { unicode-bidi: plaintext; }');
  const others = sheets().filter(([, text]) =>
    /unicode-bidi:(?! plaintext)|[^-]direction: (ltr|rtl)/.test(text),
  );
  expect(others.map(([name]) => name)).toEqual([]);
});

const client = join(import.meta.dirname, '../../client');

function all(): string[] {
  return readdirSync(client, { recursive: true, encoding: 'utf8' });
}

function files(): [name: string, text: string][] {
  return all()
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => [name, readFileSync(join(client, name), 'utf8')]);
}

function sheets(): [name: string, text: string][] {
  return all()
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, readFileSync(join(client, name), 'utf8')]);
}

/** The tags of the fields in a file, from their names to what closes them. */
function tagsOf(text: string): string[] {
  return [...text.matchAll(/<(?:input|textarea)\s/g)].map(({ index }) => {
    let depth = 0;
    for (let at = index; ; at++) {
      if (text[at] === '{') depth += 1;
      if (text[at] === '}') depth -= 1;
      if (at >= text.length || (text[at] === '>' && depth === 0 && text[at - 1] !== '='))
        return text.slice(index, at);
    }
  });
}
