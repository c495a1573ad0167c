import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dayFile, Site } from './site.ts';

let site: Site;
beforeEach(async () => {
  site = new Site();
  await site.run('import', site.file('day.yaml', dayFile({ title: '"A day; with, signs"' })));
});
afterEach(() => site.remove());

/** Runs `export` into a file, and gives its path. */
async function exported(format: string, ...more: string[]): Promise<string> {
  const path = join(site.folder, `out.${format}`);
  expect(await site.run('export', 'day', '--format', format, '--out', path, ...more)).toMatchObject({
    code: 0,
    err: `${path} is written.`,
  });
  return path;
}

it.each([
  [',', ','],
  [';', ';'],
  ['tab', '\t'],
  ['\\t', '\t'],
  ['\t', '\t'],
])('[C14] --delimiter %j stands between the cells of a CSV', async (said, delimiter) => {
  for (const format of ['csv', 'audit-csv']) {
    const text = readFileSync(await exported(format, '--delimiter', said), 'utf8');
    const [head] = parse(text, { bom: true, delimiter }) as string[][];
    expect(head?.slice(0, 2)).toEqual(format === 'csv' ? ['n', 'session'] : ['seq', 'at']);
  }
});

it('[C14] writes workbooks of questions and of what the staff did', async () => {
  for (const [format, name] of [
    ['xlsx', 'Questions'],
    ['audit-xlsx', 'Audit'],
  ] as const) {
    const [sheet] = await readXlsxFile(readFileSync(await exported(format)));
    expect(sheet?.sheet).toBe(name);
    expect(sheet?.data[0]?.length).toBeGreaterThan(10);
  }
});

it('[C14] complains of a delimiter that there is not, of one for another file, and of a workbook on a terminal', async () => {
  const complaints = [
    [['csv', '--delimiter', '|'], '--delimiter: there is no such one. Write , or ; or tab.'],
    [['xlsx', '--delimiter', ';'], '--delimiter goes with a CSV.'],
    [['ics', '--delimiter', ','], '--delimiter goes with a CSV.'],
    [['xlsx'], 'A workbook goes into a file: give --out a path.'],
  ] as const;
  for (const [format, err] of complaints)
    expect(await site.run('export', 'day', '--out', '-', '--format', ...format)).toEqual({
      code: 1,
      out: '',
      err,
    });
});
