// @vitest-environment happy-dom
// A file is checked before anything happens: what was read of it, row by row, and what becomes of it.
import { expect, test } from 'vitest';
import { ImportSection } from '../../client/organizer/file/import-section.tsx';
import { eventViewSchema } from '../../shared/views/view.ts';
import type { Imported } from '../../shared/wire/import.ts';
import { FakeConnection } from '../world/fake-connection.ts';
import { answerHttp, type HttpAnswer, type Request } from '../world/fake-http.ts';
import { given } from '../world/given.ts';
import { openScreen, wordsIn } from '../world/open-screen.tsx';

const seen: Imported = {
  ok: true,
  format: 'table',
  report: {
    sessions: 2,
    of: 3,
    papers: 0,
    skipped: [{ where: 'line 7', why: '"No time" has no time' }],
    warnings: [
      {
        path: 'line 3',
        line: 3,
        message: 'This row has more cells than there are columns; "Talk" is not read.',
      },
      { path: 'title', message: 'The file has no title.' },
    ],
  },
  difference: {
    changed: [],
    added: [],
    removed: [],
    offAir: [],
    rooms: { added: [], renamed: [], removed: [] },
    event: [],
    posters: { added: 0, changed: 0, removed: 0 },
  },
  rows: [
    {
      title: 'Welcome',
      kind: 'opening',
      start: '2026-04-26T08:00:00.000Z',
      end: '2026-04-26T08:10:00.000Z',
      room: 'Aula A',
      speakers: [],
      line: 2,
      notes: [],
    },
    {
      title: 'Retrieval',
      kind: 'talk',
      start: '2026-04-26T08:10:00.000Z',
      end: '2026-04-26T08:50:00.000Z',
      room: 'Aula A',
      speakers: ['Ada Lovelace', 'Grace Hopper'],
      line: 3,
      notes: ['This row has more cells than there are columns; "Talk" is not read.'],
    },
  ],
  applied: false,
  seq: 4,
};

/** The import of the workshop's page, on a server that answers so. */
async function openImport(answer: (request: Request, query: URLSearchParams) => HttpAnswer) {
  const day = given();
  const asked = answerHttp(answer);
  const connection = new FakeConnection(day, 'org');
  connection.look();
  const event = eventViewSchema.parse(connection.store.getState().view?.event);
  const page = await openScreen(connection, <ImportSection event={event} />);
  const check = async (text: string) => {
    await page.press(page.page.getByText('Paste text instead'));
    await page.write(page.page.getByLabelText('Text of a file'), text);
    await page.press(page.page.getByRole('button', { name: 'Check file' }));
  };
  return { page, asked, check };
}

test('every row is shown with its times, room, kind and speakers, and below it what was said of it', async () => {
  const { page, check } = await openImport(() => ({ status: 200, json: seen }));
  await check('Start,Title');
  const rows = page.page.getAllByRole('row').map(wordsIn);
  expect(rows).toEqual([
    'Time Title Kind Room Speakers',
    'Sun 26 Apr 08:00–08:10 Welcome Opening Aula A',
    '08:10–08:50 Retrieval Talk Aula A Ada Lovelace, Grace Hopper',
    'line 3: This row has more cells than there are columns; "Talk" is not read.',
  ]);
});

test('what is new or removed is marked at its row', async () => {
  const added = [{ id: 'welcome', title: 'Welcome', start: seen.rows?.[0]?.start ?? '' }];
  const removed = [
    { id: 'gone', title: 'Gone', start: added[0]?.start ?? '', questions: 0, displays: 0, links: 0 },
  ];
  const difference = { ...seen.difference, added, removed };
  const { page, check } = await openImport(() => ({ status: 200, json: { ...seen, difference } }));
  await check('Start,Title');
  const rows = page.page.getAllByRole('row').map(wordsIn);
  expect(rows[1]).toContain('Welcome new');
  expect(rows.at(-1)).toBe('Sun 26 Apr 08:00 Gone removed');
});

test('what was left out, and what is said of the whole file, is unfolded; a note of a row stands there alone', async () => {
  const { page, check } = await openImport(() => ({ status: 200, json: seen }));
  await check('Start,Title');
  expect(page.text).toContain('Read as table: 2 of 3 sessions.');
  expect(page.text).toContain('One row left out line 7: "No time" has no time');
  expect(page.text).toContain('One note The file has no title.');
  const open = [...document.querySelectorAll('details')].filter(({ textContent }) =>
    /left out|One note/.test(textContent ?? ''),
  );
  expect(open.map((details) => details.open)).toEqual([true, true]);
});

test('what is left out and what would change stand above the table, and the button counts both', async () => {
  const at = seen.rows?.[0]?.start ?? '';
  const gone = { title: 'Gone', start: at, questions: 0, displays: 0, links: 0 };
  const room = { field: 'room', before: 'main', after: 'room-2' };
  const difference = {
    ...seen.difference,
    changed: [{ id: 'welcome', title: 'Welcome', fields: [room] }],
    removed: [{ id: 'gone', ...gone }],
    rooms: { ...seen.difference.rooms, added: [{ id: 'room-2', name: 'The attic' }] },
  };
  const { page, check } = await openImport(() => ({ status: 200, json: { ...seen, difference } }));
  await check('Start,Title');
  const { text } = page;
  const places = [
    'One row left out',
    'What would change',
    'One session is removed',
    'One note',
    'Sessions of the file',
  ].map((words) => text.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).toContain('Welcome · Room: Room 204 → The attic');
  expect(page.page.getByRole('button', { name: 'Import: 1 changed, 1 removed, 1 left out' })).toBeDefined();
});

test('the button says how many sessions it imports, and the page says that it did only once it has', async () => {
  const { page, asked, check } = await openImport(() => ({ status: 200, json: seen }));
  await check('Start,Title');
  expect(page.text).not.toContain('Imported.');
  await page.press(page.page.getByRole('button', { name: 'Import 2, leave out 1' }));
  expect(asked.map(({ what }) => what)).toEqual([
    'POST /api/events/workshop/import',
    'POST /api/events/workshop/import',
  ]);
  expect(page.text).toContain('Imported.');
});

test('a file that cannot be imported is refused in one sentence with its line', async () => {
  const issues = [{ path: 'sessions[0].start', line: 3, message: 'Write the start as 2026-04-26 08:10.' }];
  const { page, check } = await openImport(() => ({
    status: 422,
    json: { ok: false, reason: 'import', code: 'file-error', message: 'The file has an error.', issues },
  }));
  await check('nonsense');
  expect(page.text).toContain('This file cannot be imported line 3: Write the start as 2026-04-26 08:10.');
  expect(page.page.queryByRole('button', { name: /^Import/ })).toBeNull();
});

test('[F62] a session under another title is asked about, and the file is checked again with the answer', async () => {
  const was = {
    ...{ id: 'retrieval', title: 'Retrieval fails', start: '2026-04-26T08:10:00.000Z' },
    ...{ questions: 2, displays: 0, links: 0 },
  };
  const now = { id: 'failing-well', title: 'Failing well', start: '2026-04-26T08:10:00.000Z' };
  const queries: string[] = [];
  const { page, check } = await openImport((_, query) => {
    queries.push(query.get('same') ?? '');
    const same = query.get('same') === 'failing-well:retrieval';
    return { status: 200, json: { ...seen, renamed: [{ ...now, was, same }] } };
  });
  await check('Start,Title');
  const asking = () => page.under('Same session?');
  expect(wordsIn(asking().getByRole('listitem'))).toBe(
    'Was: Retrieval fails, Sun 26 Apr 08:10 · 2 questions In the file: Failing well, Sun 26 Apr 08:10 Same session? Retrieval fails, Failing well Same session A new session',
  );
  const choice = (name: string) => asking().getByRole<HTMLInputElement>('radio', { name });
  expect(choice('A new session').checked).toBe(true);
  await page.press(choice('Same session'));
  expect(choice('Same session').checked).toBe(true);
  await page.press(choice('A new session'));
  await page.press(choice('Same session'));
  await page.press(page.page.getByRole('button', { name: 'Import 2, leave out 1' }));
  const [yes, no] = ['failing-well:retrieval', 'failing-well:'];
  expect(queries).toEqual(['', yes, no, yes, yes]);
});
