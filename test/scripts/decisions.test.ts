import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../docs/decisions/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const files = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .toSorted();

/** A record as its file says it: its row in the index. */
function rowOf(file: string): string {
  const [, number, title] = /^# (\d+)\. (.+)$/m.exec(read(file)) ?? [];
  const [, date, status] = /^Date: (\d{4}-\d\d-\d\d) · Status: ([^·\n]+?)(?: ·.*)?$/m.exec(read(file)) ?? [];
  return `| ${number} | [${title}](${file}) | ${date} | ${status} |`;
}

test('the index of decisions lists each record once, in their order, and no other', () => {
  const rows = read('README.md')
    .split('\n')
    .filter((line) => /^\| \d/.test(line));
  expect(rows).toEqual(files.map(rowOf));
});

describe.each(files)('%s', (file) => {
  const [first = '', second, third = ''] = read(file).split('\n');

  test('begins with its number and says its date and status', () => {
    expect(first).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. \\S`));
    expect(second).toBe('');
    expect(third).toMatch(
      /^Date: 20\d\d-\d\d-\d\d · Status: (proposed|accepted|replaced by record \d+)( · \S.*)?$/,
    );
  });

  test('says the context, the decision and what follows, in this order, under no other headings', () => {
    const parts = [...read(file).matchAll(/^\*\*(Context|Decision|Consequences)\.\*\*/gm)];
    expect(parts.map(([, name]) => name)).toEqual(['Context', 'Decision', 'Consequences']);
    expect(read(file)).not.toMatch(/^##/m);
  });

  test('is one page: at most 100 lines', () => {
    expect(read(file).trimEnd().split('\n').length).toBeLessThanOrEqual(100);
  });
});
