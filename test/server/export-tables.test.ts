import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { expect, it, test } from 'vitest';
import { workbookOf } from '../../server/export/workbook.ts';
import { openWorld, type World } from '../world/world.ts';

/** What people write, and what a spreadsheet could make of it. */
const written = [
  '=HYPERLINK("http://x.example";"click")',
  '+49 30 1234',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(A1:A9)',
  '＝1+1',
  'Yes;=1+1;no',
  'Yes, no,=1+1',
  'Yes;"=1+1";no - never, -1 is',
  'One\n=1+1\nthree',
  '\'quoted\' and "quoted"',
  'مرحبا، ما هو C++؟',
  'שלום 👩‍👩‍👧 🇧🇷',
  'Literally _x0041_ and _x000D_',
  '<b>&amp; ]]></b>',
  'x'.repeat(300),
];

/** A world in which all this was asked, the last of it with a reply far longer than most. */
async function asked(): Promise<{ world: World; token: string }> {
  const world = await openWorld({ clock: () => Date.UTC(2026, 3, 26, 11, 10, 5) });
  const moderator = await world.joinAs('moderator');
  const author = await world.joinAs('attendee', { name: '=Ann' });
  for (const [place, text] of written.entries()) {
    const question = await author.ask(text, { anonymous: place > 0 });
    await moderator.must({ type: 'question.approve', question });
  }
  return { world, token: moderator.seat.token };
}

/** Whether a cell as it stands in a file is nothing that a spreadsheet calculates. */
const inert = (cell: string) => !/^[=+\-@\t\r＝＋－＠]/.test(cell);

async function bytesOf(world: World, path: string, token: string): Promise<Response> {
  return fetch(`${world.origin}/api/events/${world.slug}/export/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

it('[W7] writes a CSV with the delimiter that a spreadsheet expects', async () => {
  const { world, token } = await asked();
  const delimiters = {
    '': ',',
    '?delimiter=,': ',',
    '?delimiter=;': ';',
    '?delimiter=%3B': ';',
    '?delimiter=%09': '\t',
  };
  const more = { '?delimiter=tab': '\t', '?delimiter=semicolon': ';' };
  const tables = await Promise.all(
    Object.entries({ ...delimiters, ...more }).map(async ([query, delimiter]) => {
      const { status, text } = await world.at(`/export/questions.csv${query}`, { token });
      expect(status, query).toBe(200);
      expect(text.split('\n')[0], query).toMatch(new RegExp(`^\\uFEFFn${delimiter}session${delimiter}`));
      return parse(text, { bom: true, delimiter, columns: true }) as Record<string, string>[];
    }),
  );
  const [first] = tables;
  for (const table of tables) expect(table).toEqual(first);
  expect(first?.map(({ text }) => text?.replace(/(^|[,;\t\n]"*)'(?=[=+\-@＝])/g, '$1'))).toEqual(written);
  expect(first?.[0]).toMatchObject({ author: "'=Ann", askedAt: '2026-04-26T11:10:05.000Z', n: '1' });
});

it('[W7] no cell is a formula, whatever a spreadsheet takes for a delimiter', async () => {
  const { world, token } = await asked();
  for (const query of ['', '?delimiter=;', '?delimiter=tab'])
    for (const taken of [',', ';', '\t']) {
      const { text } = await world.at(`/export/questions.csv${query}`, { token });
      const options = { bom: true, delimiter: taken, relax_column_count: true, relax_quotes: true };
      const cells = (parse(text, options) as string[][]).flat();
      expect(
        cells.filter((cell) => !inert(cell)),
        `${query} read with ${JSON.stringify(taken)}`,
      ).toEqual([]);
    }
});

it('[W7] refuses a delimiter that there is not, and one for a file that has none', async () => {
  const { world, token } = await asked();
  for (const path of ['questions.csv?delimiter=|', 'questions.csv?delimiter=', 'audit.csv?delimiter=;;'])
    expect(await world.at(`/export/${path}`, { token }), path).toMatchObject({
      status: 400,
      body: { reason: 'malformed', issues: [{ path: 'delimiter', message: 'Write , or ; or tab.' }] },
    });
  for (const path of ['questions.json?delimiter=,', 'questions.xlsx?delimiter=;', 'audit.json?delimiter=tab'])
    expect((await world.at(`/export/${path}`, { token })).status, path).toBe(400);
});

it('[W7] [C14] writes a workbook of texts, numbers and dates', async () => {
  const { world, token } = await asked();
  const answer = await bytesOf(world, 'questions.xlsx', token);
  expect(answer.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="small-questions.xlsx"');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const sheets = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Questions']);
  const [head, ...rows] = sheets[0]?.data ?? [];
  const cell = (row: number, name: string) => rows[row]?.[head?.indexOf(name) ?? -1];
  // What a reader of workbooks gives as a text is one: of a formula it gives what it comes to.
  expect(rows.map((_, row) => cell(row, 'text'))).toEqual(written);
  expect([cell(0, 'author'), cell(1, 'author'), cell(0, 'n'), cell(0, 'upvotes')]).toEqual([
    '=Ann',
    null,
    1,
    0,
  ]);
  const askedAt = cell(0, 'askedAt');
  // Workbooks count in days: a moment comes back to the millisecond, more or less.
  expect(askedAt instanceof Date && Math.abs(askedAt.getTime() - Date.UTC(2026, 3, 26, 11, 10, 5)) <= 1).toBe(
    true,
  );
});

it('[W35] writes the audit in the same ways', async () => {
  const { world, token } = await asked();
  const { text } = await world.at('/export/audit.csv?delimiter=;', { token });
  const lines = parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
  const answer = await bytesOf(world, 'audit.xlsx', token);
  const [sheet] = await readXlsxFile(Buffer.from(await answer.arrayBuffer()));
  const [head, ...rows] = sheet?.data ?? [];
  expect(sheet?.sheet).toBe('Audit');
  expect(head).toEqual(Object.keys(lines[0] ?? {}));
  expect(rows).toHaveLength(lines.length);
  expect(rows.map((row) => row[2])).toEqual(lines.map(({ type }) => type));
  expect((await bytesOf(world, 'audit.xlsx', await world.sign({ role: 'attendee' }))).status).toBe(403);
});

test('[C14] a long workbook is written while the server goes on, and what fits into no cell is cut', async () => {
  const long = `a${'👍'.repeat(20_000)}`;
  const rows = Array.from({ length: 2_000 }, (_, n) => ({
    n,
    text: n === 0 ? long : 'some words',
    at: null,
  }));
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const bytes = await workbookOf({
    name: 'Long',
    columns: ['n', 'text', 'at'],
    length: rows.length,
    rowsAt: (place) => rows.slice(place, place + 1),
  });
  clearInterval(turning);
  expect(turns).toBeGreaterThan(20);
  const [sheet] = await readXlsxFile(Buffer.from(bytes));
  expect(sheet?.data).toHaveLength(2_001);
  const cut = String(sheet?.data[1]?.[1]);
  expect([cut.length <= 32_767, cut.length > 32_700, cut.endsWith('👍…')]).toEqual([true, true, true]);
});
