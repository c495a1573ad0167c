import { describe, expect, test } from 'vitest';
import { largestFile } from '../../../server/programme/file/read-text.ts';
import { checkProgrammeCommand } from '../../../server/programme/plan/check-command.ts';
import { importEvent } from '../../../server/programme/read/import-event.ts';
import { busy } from '../../world/busy.ts';
import { eventText, programmeOf, refusals } from '../event-text.ts';

const talk = '  - {kind: talk, title: A, start: 2026-04-26 08:00, minutes: 40}\n';

const broken = `backrow: 1
slug: My Event
title: 2026
timezone: PST
colour: red
sessions:
  - kind: tlak
    titel: Opening
    start: 8:10
    minutes: "40"
  - {kind: talk, title: A, start: 2026-02-30 08:00, minutes: 10}
  - {kind: talk, title: B, start: 2026-04-26 08:00, minutes: 10, qa: 12}
`;

describe('what is wrong with an event file', () => {
  test('[F1] every error has a path, a line, and a sentence that ends', () => {
    const made = importEvent(broken);
    expect(made.ok).toBe(false);
    for (const { path, line, message } of made.ok ? [] : made.issues) {
      expect(path).toMatch(/^\w+/);
      expect(line).toBeGreaterThan(0);
      expect(message).toMatch(/^["A-Z].{15,}\.$/);
    }
  });

  test('[F1] the sentence says what was found and what to write', () => {
    expect(refusals(broken)).toContain(
      'sessions[0].start:9 Found the text "8:10", which cannot be read here. Write day and local time, for example 2026-04-26 08:10.',
    );
    expect(refusals(broken)).toContain(
      'title:3 Found the number 2026, expected text: put it in quotes, "2026". Write a title of 1 to 300 characters, for example "Invited Talk 1".',
    );
  });

  test('[F1] a file name stands where the whole file is meant', () => {
    const made = importEvent('', { fileName: 'day.yaml' });
    expect(made.ok ? [] : made.issues).toEqual([
      { path: 'day.yaml', line: 1, message: expect.stringContaining('empty') },
    ]);
  });

  test('[F2] all errors come at once, in the order of their lines, times beside unreadable fields included', () => {
    expect(refusals(broken).map((said) => said.split(' ')[0])).toEqual([
      'slug:2',
      'title:3',
      'timezone:4',
      'colour:5',
      'sessions[0].kind:7',
      'sessions[0].title:7',
      'sessions[0].titel:8',
      'sessions[0].start:9',
      'sessions[0].minutes:10',
      'sessions[1].start:11',
      'sessions[2].qa:12',
    ]);
  });

  test('[F2] of thousands of errors the first hundred are named, and that there are more', () => {
    const said = refusals(eventText('  - {kind: talk, titel: A}\n'.repeat(1000)));
    expect(said).toHaveLength(101);
    expect(said.at(-1)).toContain('There are more problems after this one');
  });

  test('[F3] an unknown field is refused, and the known one it resembles is named', () => {
    const said = refusals(eventText(talk.replace('}', ', speeker: []}')));
    expect(said).toEqual([
      expect.stringMatching(/^sessions\[0\]\.speeker:6 There is no field "speeker" here\./),
    ]);
    expect(refusals(eventText(talk, 'polcy: {}\n'))[0]).toContain('Did you mean "policy"?');
    expect(refusals(eventText(talk, 'policy: {moderate: before}\n'))[0]).toMatch(/^policy\.moderate:5/);
  });

  test('[F4] an empty field counts as absent', () => {
    const made = programmeOf(eventText(talk.replace('}', ', abstract: , stream: {}}'), 'venue:\n'));
    expect(made.programme.venue).toBeNull();
    expect(made.programme.sessions[0]).toMatchObject({ abstract: null, stream: null });
  });

  test('[F3] links that are no web addresses are refused', () => {
    const said = refusals(eventText(talk.replace('}', ', captions: "javascript:alert(1)"}')));
    expect(said).toEqual([expect.stringContaining('https://')]);
  });

  test('[F9] sessions of one room that overlap are both named with their lines', () => {
    const said = refusals(eventText(`${talk}${talk.replace('08:00', '08:39').replace('A,', 'B,')}`));
    expect(said).toEqual([
      'sessions[1].start:7 "B" (line 7) begins before "A" (line 6) has ended, both in the room main. Change a time, or give one of them another room.',
    ]);
  });

  test('[F9] a long session is held against all that begin before it ends', () => {
    const long = talk.replace('minutes: 40', 'minutes: 240').replace('A,', 'Long,');
    const later = (at: string) => talk.replace('08:00', at);
    expect(refusals(eventText(long + later('08:30') + later('10:00')))).toHaveLength(2);
  });

  test('[F10] a room that does not exist is refused, naming those that do', () => {
    const said = refusals(
      eventText(talk.replace('}', ', room: hall}'), 'rooms: [{id: a, name: A}, {id: b, name: B}]\n'),
    );
    expect(said).toEqual(['sessions[0].room:7 There is no room "hall". Rooms of this event: a, b.']);
  });

  test('[F8] a length is given once, and questions, shrinking and parts fit into it', () => {
    const session = (fields: string) => `  - {kind: talk, title: A, start: 2026-04-26 08:00, ${fields}}\n`;
    expect(refusals(eventText(session('minutes: 40, end: 2026-04-26 08:40')))[0]).toContain(
      'Keep one of the two',
    );
    expect(refusals(eventText(session('qa: 5')))[0]).toContain('has no length');
    expect(refusals(eventText(session('end: 2026-04-26 07:00')))[0]).toContain('not after its start');
    expect(refusals(eventText(session('minutes: 40, qa: 41')))[0]).toContain('longer than the session');
    expect(refusals(eventText(session('minutes: 40, shrinkTo: 10')))[0]).toContain('Only a break');
    expect(
      refusals(eventText(session('minutes: 20, parts: [{title: X, minutes: 15}, {title: Y, minutes: 10}]'))),
    ).toEqual(['sessions[0].parts:6 The parts take 25 minutes together; the session has 20.']);
  });

  test('[F11] an id that stands twice is refused', () => {
    const said = refusals(
      eventText(talk.replace('{', '{id: x, ') + talk.replace('{', '{id: x, ').replace('08:00', '09:00')),
    );
    expect(said).toEqual([
      'sessions[1].id:7 The id "x" is taken by another session (line 6); give each its own.',
    ]);
  });

  test('[F13] posters and people name only what exists', () => {
    const text = `${eventText(talk)}posters: [{title: P, session: nowhere}]\npeople:\n  - {name: N, role: speaker, sessions: [a, b], posters: [q]}\n`;
    expect(refusals(text).map((said) => said.split(' ')[0])).toEqual([
      'posters[0].session:7',
      'people[0].sessions[1]:9',
      'people[0].posters[0]:9',
    ]);
  });

  test('[F6] a name that is no time zone is refused with what may be meant', () => {
    const zoned = (zone: string) => refusals(eventText(talk).replace('Europe/Berlin', zone))[0];
    expect(zoned('PST')).toMatch(/^timezone:4 "PST" is not a time zone/);
    expect(zoned('Sao Paulo')).toContain('Did you mean America/Sao_Paulo?');
    expect(zoned('UTC+3')).toContain('is not a time zone');
  });

  test('[F19] a parsed object gets the same sentences with paths and without lines', () => {
    const made = checkProgrammeCommand({
      backrow: 1,
      slug: 'x',
      title: 'X',
      timezone: 'Mars/Olympus',
      venue: null,
      sessions: [{ kind: 'talk', title: 'A', start: '2026-04-26 08:00' }],
    });
    expect(made.ok ? [] : made.issues.map(({ path, line }) => [path, line])).toEqual([
      ['timezone', undefined],
      ['sessions[0].minutes', undefined],
    ]);
  });
});

describe('what cannot be an event file', () => {
  const cases: [string, string, RegExp][] = [
    ['an empty text', '', /is empty/],
    ['a web page', '<!DOCTYPE html><html></html>', /web page/],
    ['plain words', 'hello', /An event file begins/],
    ['a list', '- a\n- b\n', /An event file begins/],
    ['a tab at the start of a line', 'backrow: 1\n\tslug: x\n', /:2 A tab/],
    ['a second colon', 'backrow: 1\ntitle: Panel: what next?\n', /:2 There is a second/],
    ['two files in one', 'backrow: 1\n---\nbackrow: 1\n', /one file is one event/],
    ['a repeated field', 'backrow: 1\nslug: a\nslug: b\n', /^slug:3 The field "slug" stands here twice/],
    ['a missing bracket in JSON', '{"backrow": 1,\n"sessions": [\n', /:\d+ /],
    ['an unknown shortcut', 'backrow: 1\ntitle: *x\n', /^title:2 The shortcut \*x/],
    ['a shortcut that contains itself', 'a: &a [*a]\n', /contains itself/],
    ['__proto__ in YAML', 'backrow: 1\n__proto__: {admin: true}\n', /^__proto__:2 .*cannot be the name/],
    ['__proto__ in JSON', '{"backrow": 1, "__proto__": {"a": 1}}', /^__proto__:1 .*cannot be the name/],
    ['100,000 open brackets', '['.repeat(100_000), /nested more than/],
    ['100,000 lists in a line', `${'- '.repeat(100_000)}x`, /nested more than/],
    ['50,000 JSON objects within each other', '{"a":'.repeat(50_000), /nested more than/],
    [
      '1,000 indented lines',
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      /nested more than/,
    ],
    ['a million words and signs', `[${'a,'.repeat(500_000)}]`, /more words and signs/],
    ['20,000 empty sessions', `backrow: 1\nsessions:\n${'- {}\n'.repeat(20_000)}`, /missing/],
    ['60,000 empty sessions', `backrow: 1\nsessions:\n${'- {}\n'.repeat(60_000)}`, /more words and signs/],
    [
      '25,000 unknown fields',
      Array.from({ length: 25_000 }, (_, n) => `field${n}: 1`).join('\n'),
      /missing|no field/,
    ],
    ['10,000 syntax errors', 'a: b: c\n'.repeat(10_000), /There is a second/],
    [
      '50 uses of a large list',
      `a: &a [${'x,'.repeat(50_000)}]\nb: [${'*a,'.repeat(50)}]\n`,
      /more values than/,
    ],
    ['6 MB', `title: "${'x'.repeat(largestFile + 1_000_000)}"`, /has 7 MB|has 6 MB/],
    [
      'a file that unfolds into a mountain',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`).join('\n')}\n`,
      /more than 50 shortcuts/,
    ],
  ];

  test.each(cases)('[F5] %s is refused quickly with a sentence', (_name, text, sentence) => {
    const took = busy();
    expect(refusals(text)[0]).toMatch(sentence);
    expect(took()).toBeLessThan(4000);
  });

  test('[F5] a parsed object with __proto__ or endless depth is refused', () => {
    const dangerous: Record<string, unknown> = JSON.parse('{"backrow": 1, "__proto__": {"admin": true}}');
    const first = checkProgrammeCommand(dangerous);
    expect(first.ok ? [] : first.issues.map(({ path }) => path)).toEqual(['__proto__']);
    let deep: Record<string, unknown> = {};
    for (let depth = 0; depth < 20_000; depth += 1) deep = { a: deep };
    expect(checkProgrammeCommand(deep).ok).toBe(false);
  });
});
