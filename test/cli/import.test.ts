import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dayFile, post, Site } from './site.ts';

let site: Site;

beforeEach(() => {
  site = new Site();
});

afterEach(() => site.remove());

const broken = dayFile({ title: '2026' })
  .replace('minutes: 40, room: hall', 'minuts: 40, room: hall')
  .replace('2031-05-11 10:00', 'tomorrow');

it('[C3] says what a file holds and imports nothing with --dry-run', async () => {
  const day = site.file('day.yaml', dayFile());
  const { code, out } = await site.run('import', day, '--dry-run');
  expect(code).toBe(0);
  expect(out).toMatch(/day\.yaml\s+event\s+2 sessions\s+0 papers\s+day: nothing is wrong with it/);
  expect(existsSync(site.dataDir)).toBe(false);
});

it('[C3] lists every error with path and line, and imports nothing of a bad file', async () => {
  const bad = site.file('bad.yaml', broken);
  const good = site.file('good.yaml', dayFile({ slug: 'good' }));
  const { code, out, err } = await site.run('import', bad, good);
  expect(code).toBe(1);
  const places = err.split('\n').map((line) => line.slice(bad.length).split(': ').slice(0, 2).join(' '));
  expect(err.split('\n').every((line) => line.startsWith(`${bad}:`))).toBe(true);
  expect(places).toEqual([':3 title', ':7 sessions[0].minuts', ':8 sessions[1].start']);
  expect(out).toContain('not imported: 3 errors');
  expect(out).toContain('good: made');
  expect((await site.json('verify')).events).toMatchObject([{ slug: 'good' }]);
});

it('[C3] prints one report a file with --json', async () => {
  const people = 'people: [{name: Ada, email: ada@example.org, role: speaker, sessions: [one]}]\n';
  const files = [
    site.file('day.json', dayFile({ more: people })),
    site.file('bad.yaml', broken),
    `${site.folder}/missing.yaml`,
  ];
  const { code, out, err } = await site.run('import', ...files, '--json', '--dry-run');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  const [day, bad, missing] = JSON.parse(out);
  expect(day).toEqual({
    file: files[0],
    format: 'event',
    ok: true,
    sessions: 2,
    papers: 0,
    skipped: [{ where: 'people (1)', why: expect.stringContaining('not kept') }],
    warnings: [],
    errors: [],
  });
  expect(bad).toMatchObject({
    ok: false,
    sessions: 0,
    errors: [{ path: 'title', line: 3, message: expect.any(String) }, {}, {}],
  });
  expect(missing.errors).toEqual([{ path: files[2], message: 'There is no such file.' }]);
});

it('[C3] says of each note where it stands, once', async () => {
  const table = 'Date,Start,End,Title,Sponsor\n2031-05-11,09:00,soon,A,none\n2031-05-11,10:00,10:30,B,none\n';
  const { out } = await site.run('import', '--dry-run', site.file('day.csv', table));
  expect(out.split('\n').filter((line) => line.includes('line'))).toEqual([
    '  note: line 1: Columns that are not read: "Sponsor".',
    '  note: line 2: times: A: Its end or length "soon" was not understood; it lasts until the next one in its room.',
  ]);
});

it('[C3] says that a file which was imported changes nothing, and how many papers a list brings', async () => {
  const day = site.file('day.yaml', dayFile());
  await site.run('import', day);
  const again = await site.run('import', '--dry-run', day);
  expect(again.out).toContain('(sessions: 0 changed, 0 new, 0 removed)');
  const papers = site.file('papers.csv', 'UID,title,authors\nP1,One,Ada Lovelace\nP2,Two,Alan Turing\n');
  const { out } = await site.run('import', papers, '--slug', 'day');
  expect(out).toContain('(sessions: 0 changed, 0 new, 0 removed; papers: 0 changed, 2 new, 0 removed)');
});

it('[C4] imports under another slug, in another zone, from another day on, and gives no event the code of another', async () => {
  const day = site.file('day.yaml', dayFile({ more: 'code: KLM4\n' }));
  await site.json('import', day);
  const [report] = await site.json(
    'import',
    day,
    '--slug',
    'again',
    '--timezone',
    'Asia/Tokyo',
    '--date',
    '2032-02-28',
  );
  expect(report.warnings).toEqual([
    { path: 'code', line: 5, message: 'KLM4 stays with day; again has a code of its own.' },
  ]);
  const { out } = await site.run('export', 'again', '--format', 'ics', '--out', '-');
  expect(out).toContain('DTSTART:20320228T000000Z');
  expect(out).toContain('DTSTART:20320229T010000Z');
  const refused = [
    ['--slug', 'No Slug'],
    ['--timezone', 'PST'],
    ['--date', 'tomorrow'],
  ];
  for (const option of refused)
    expect(await site.run('import', day, ...option)).toMatchObject({
      code: 1,
      err: expect.stringContaining(option[1] ?? ''),
    });
  const other = site.file('other.yaml', dayFile({ slug: 'other', more: 'code: KLM4\n' }));
  for (const option of [['--dry-run'], []]) {
    const { code, err } = await site.run('import', other, ...option);
    expect(code).toBe(1);
    expect(err).toContain(`${other}:5: code: The code KLM4 belongs to the event day.`);
  }
});

it('[C5] imports through a running server, more than a frame, changes the event the second time, and needs its secret', async () => {
  const address = await site.serve();
  const abstract = `    abstract: ${'long '.repeat(3_900)}\n`;
  const text = dayFile().replace(
    'room: lab}\n',
    `room: lab}\n  - id: three\n    kind: talk\n    title: Three\n    start: 2031-05-11 12:00\n    minutes: 40\n    room: lab\n${abstract}`,
  );
  expect((await site.run('import', site.file('day.yaml', text))).out).toContain('day: made');
  expect(await (await fetch(`${address}/api/events`)).json()).toMatchObject([
    { slug: 'day', title: 'A day' },
  ]);
  const joined = await post(`${address}/api/events/day/join`, { attendance: 'remote' });
  const again = site.file('again.yaml', dayFile({ title: 'Another day' }));
  expect((await site.run('import', again)).out).toContain('day: changed');
  const headers = { authorization: `Bearer ${joined.body.token}` };
  const { view } = await (await fetch(`${address}/api/events/day/view`, { headers })).json();
  expect(view.event).toMatchObject({ title: 'Another day' });
  expect(Object.keys(view.sessions)).toEqual(['one', 'two']);
  site.env.SECRET = 'quite another secret';
  expect(await site.run('import', site.file('day.yaml', dayFile()))).toMatchObject({
    code: 1,
    err: `The server at ${address} was started with another SECRET; set the same one here.`,
  });
});

it('[C18] takes nothing off the air without --remove-on-air, and says what each removal leaves behind', async () => {
  const now = new Date();
  const local = (minutes: number) =>
    new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
  const talk = (id: string, start: string, room: string) =>
    `  - {id: ${id}, kind: talk, title: ${id}, start: ${start}, minutes: 90, room: ${room}}\n`;
  const file = (rooms: string, ...talks: string[]) =>
    site.file(
      'day.yaml',
      `backrow: 1\nslug: day\ntitle: A day\ntimezone: UTC\nrooms: [${rooms}]\nsessions:\n${talks.join('')}`,
    );
  const [hall, lab] = ['{id: hall, name: Hall}', '{id: lab, name: Lab}'];
  const [one, two] = [talk('one', local(-30), 'hall'), talk('two', local(-30), 'lab')];
  await site.serve();
  await site.run('import', file(`${hall}, ${lab}`, one, two));
  const running = site.app?.events.get('day');
  await expect.poll(() => running?.live.state.tables.sessions.get('one')?.startedAt).not.toBe(null);
  const less = file(hall, one);
  const dry = await site.run('import', less, '--dry-run');
  expect(dry.out).toContain('"two" is on air and would be taken off; no questions, no screens and no links');
  expect(dry.out).toContain('The room "Lab" goes; no screens and no links lose it.');
  const refused = await site.run('import', less);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('sessions: "two" is on air and would be taken off;');
  expect(refused.err).toContain('(--remove-on-air)');
  expect(running?.live.state.tables.sessions.get('two')?.removed).toBe(false);
  expect((await site.run('import', less, '--remove-on-air')).out).toContain('day: changed');
  expect(running?.live.state.tables.sessions.get('two')?.removed).toBe(true);
});
