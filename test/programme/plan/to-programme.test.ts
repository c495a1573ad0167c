import { expect, test } from 'vitest';
import { isPasscode } from '../../../server/access/passcode-hash.ts';
import { icbinb2025, icbinb2026 } from '../../../server/programme/demo/samples.ts';
import { fileOf } from '../../../server/programme/file/file-of.ts';
import { checkProgrammeCommand } from '../../../server/programme/plan/check-command.ts';
import { codeFor } from '../../../server/programme/plan/code.ts';
import { programmeSchema } from '../../../shared/rundown/programme.ts';
import { eventText, programmeOf } from '../event-text.ts';

const talk = (title: string, start: string, rest = '') =>
  `  - {kind: talk, title: "${title}", start: 2026-04-26 ${start}, minutes: 30${rest}}\n`;

const full = eventText(
  talk(
    'Über Öfen & more',
    '09:00',
    ', qa: 5, room: a, speakers: [{name: Ada, affiliation: X, remote: true}], stream: {provider: youtube, id: abc}',
  ) +
    talk(
      'Night',
      '22:00',
      ', room: b, recording: "https://example.org/r", speakers: [{name: Ada, affiliation: Y}, {name: 李明}]',
    ) +
    '  - {kind: break, title: Lunch, start: 2026-04-26 12:00, minutes: 60, shrinkTo: 40}\n' +
    '  - {kind: social, title: Party, start: 2026-04-27 00:30, minutes: 60, room: b, parts: [{title: Music, minutes: 20, paper: "https://example.org/p"}]}\n',
  'rooms: [{id: a, name: A, stream: {provider: hls, url: "https://example.org/s.m3u8"}}, {id: b, name: B}]\n' +
    'contact: {email: desk@example.org}\nlinks: [{label: Chat, url: "https://example.org/chat"}]\nlisted: false\n' +
    'policy: {moderation: after, keepDays: 30}\nposters: [{title: P, session: lunch, number: 3, facts: [{name: Size, value: 7}], awards: [Best]}]\n' +
    'people: [{name: Ada, email: ada@example.org, role: speaker, sessions: [night], posters: [p]}]\n',
);

test('[F11] missing ids come from titles and stay the same; alike titles are numbered with a warning', () => {
  const { programme, warnings } = programmeOf(
    eventText(
      talk('Übung: Öl', '08:00') + talk('Break', '09:00') + talk('Break', '10:00') + talk('昼食', '11:00'),
    ),
  );
  expect(programme.sessions.map(({ id }) => id)).toEqual([
    'ubung-ol',
    'break',
    'break-2',
    expect.stringMatching(/^x-[0-9a-f]{10}$/),
  ]);
  expect(warnings.map(({ path, line }) => [path, line])).toEqual([['sessions[2].title', 8]]);
});

test('[F11] the same name with the same affiliation is one speaker, with another affiliation another', () => {
  const sessions = programmeOf(full).programme.sessions;
  expect(sessions.flatMap(({ speakers }) => speakers.map(({ id }) => id))).toEqual([
    'ada',
    'ada-2',
    expect.stringMatching(/^x-/),
  ]);
});

test('[F13] people come beside the programme and never in it', () => {
  const { programme, people } = programmeOf(full);
  expect(people).toEqual([
    { name: 'Ada', email: 'ada@example.org', role: 'speaker', sessions: ['night'], posters: ['p'] },
  ]);
  expect(JSON.stringify(programme)).not.toContain('ada@example.org');
});

test('[F14] a missing code is made from the slug, always the same, another for each attempt', () => {
  const code = programmeOf(full).programme.code;
  expect(code).toBe(codeFor('test'));
  expect(code).toMatch(/^[ABCDEFGHJKLMNPQRTUVWXY34679]{4}$/);
  const attempts = Array.from({ length: 50 }, (_, attempt) => codeFor('test', attempt));
  expect(new Set(attempts).size).toBe(50);
  expect(codeFor('test', 0, 8)).toHaveLength(8);
});

test('[F14] a code typed with small letters and spaces is understood', () => {
  expect(programmeOf(eventText(talk('A', '08:00'), 'code: "klm 4"\n')).programme.code).toBe('KLM4');
});

test.each(['ｋｌｍ４', '"KLM4."', 'KL\u200BM4', 'klm-۴'])(
  '[F14] [W45] a code written %j is understood',
  (code) => {
    const file = eventText(talk('A', '08:00'), `code: ${JSON.stringify(code)}\n`);
    expect(programmeOf(file).programme.code).toBe('KLM4');
  },
);

test('[F14] no made code is a word that nobody wants on a screen, or a number', () => {
  const codes = Array.from({ length: 20_000 }, (_, number) => codeFor(`event-${number}`));
  expect(codes.filter((code) => /FUCK|CUNT|RAPE|R4PE|TRUE|NULL|^[34679]+$/.test(code))).toEqual([]);
});

test('[F15] the passcode is kept as a hash only, and an event with one gets a code of six', async () => {
  const { programme } = programmeOf(eventText(talk('A', '08:00'), 'passcode: "open sesame"\n'));
  expect(JSON.stringify(programme)).not.toContain('sesame');
  expect(programme.code).toHaveLength(6);
  const kept = programme.passcode ?? '';
  expect(await isPasscode(' open sesame', kept)).toBe(true);
  expect(await isPasscode('open sesam', kept)).toBe(false);
  expect(await isPasscode('x', 'scrypt$$')).toBe(false);
});

test('[F15] a file that names neither code nor passcode leaves the event’s own as they are', () => {
  const own = { code: 'KLM4', passcode: 'scrypt$a$b' };
  const before = { ...programmeOf(eventText(talk('A', '08:00'))).programme, ...own };
  expect(programmeOf(eventText(talk('A', '08:00')), { before }).programme).toMatchObject(own);
});

test('[F15] `passcode: false` takes the event’s away, another one takes its place', async () => {
  const day = eventText(talk('A', '08:00'));
  const before = { ...programmeOf(day).programme, passcode: 'scrypt$a$b' };
  const without = eventText(talk('A', '08:00'), 'passcode: false\n');
  expect(programmeOf(without, { before }).programme).toMatchObject({ passcode: null, code: before.code });
  const other = eventText(talk('A', '08:00'), 'passcode: "open sesame"\n');
  const { programme } = programmeOf(other, { before });
  expect(await isPasscode('open sesame', programme.passcode ?? '')).toBe(true);
});

test.each([
  ['a full file', full],
  ['icbinb-2026', icbinb2026],
  ['icbinb-2025', icbinb2025],
])('[F16] exporting and importing again gives an equal programme: %s', (_name, text) => {
  const { programme } = programmeOf(text);
  expect(programmeSchema.parse(programme)).toEqual(programme);
  const raw: Record<string, unknown> = JSON.parse(JSON.stringify(fileOf(programme)));
  const again = checkProgrammeCommand(raw);
  expect(again.ok ? again.programme : again.issues).toEqual(programme);
  const asJson = programmeOf(JSON.stringify(fileOf(programme), null, 1));
  expect(asJson.programme).toEqual(programme);
});

test('[F16] policy holds only the switches that the file names', () => {
  expect(programmeOf(full).programme.policy).toEqual({ moderation: 'after', keepDays: 30 });
});
