import { expect, test } from 'vitest';
import { readSessionize } from '../../../server/programme/formats/sessionize/sessionize.ts';
import { found, line, unreadable } from './found.ts';

const talk = {
  id: '101',
  title: '  Robots that ask ',
  description: 'About **asking**.',
  startsAt: '2026-04-26T09:00:00',
  endsAt: '2026-04-26T09:30:00',
  isServiceSession: false,
  isPlenumSession: false,
  speakers: ['s1', 's-unknown'],
  categoryItems: [7],
  questionAnswers: [
    { questionId: 3, answerValue: 'https://youtu.be/dQw4w9WgXcQ' },
    { questionId: 4, answerValue: 'robots' },
  ],
  roomId: 2,
  liveUrl: 'https://stream.example/live',
};
const service = (title: string) => ({
  ...talk,
  id: title,
  title,
  isServiceSession: true,
  isPlenumSession: true,
});
const all = {
  sessions: [
    talk,
    service('Lunch'),
    service('Welcome'),
    { ...talk, id: '102', title: 'Declined', status: 'Declined' },
    { ...talk, id: '103', title: 'Later', startsAt: null, endsAt: null },
    { ...talk, id: '104', title: 'UTC', startsAt: '2026-04-26T09:00:00Z', endsAt: 'soon', roomId: null },
    'nonsense',
    { id: '105' },
  ],
  speakers: [{ id: 's1', fullName: 'Ada Lovelace', tagLine: 'Analyst' }],
  questions: [
    { id: 3, question: 'YouTube Video' },
    { id: 4, question: 'Short Link' },
  ],
  categories: [{ id: 1, title: 'Track', items: [{ id: 7, name: 'Workshop' }] }],
  rooms: [
    { id: 2, name: 'Second', sort: 2 },
    { id: 1, name: 'First', sort: 1 },
  ],
};

test('[F36] the view "All" joins speakers, rooms, categories and answers by their ids', () => {
  const schedule = found(readSessionize, all);
  expect(schedule).toMatchObject({ format: 'sessionize-all', rooms: ['First', 'Second'], timezone: null });
  expect(schedule.sessions[0]).toEqual({
    where: 'sessions[0]',
    key: '101',
    title: 'Robots that ask',
    start: { local: '2026-04-26T09:00' },
    end: { local: '2026-04-26T09:30' },
    room: 'Second',
    hints: ['Workshop'],
    speakers: [{ name: 'Ada Lovelace', affiliation: 'Analyst' }],
    abstract: 'About **asking**.',
    links: [
      { label: 'Live stream', url: 'https://stream.example/live' },
      { label: 'YouTube Video', url: 'https://youtu.be/dQw4w9WgXcQ' },
    ],
  });
});

test('[F36] service sessions are breaks unless their title says otherwise; a plenum is for everybody', () => {
  const { sessions } = found(readSessionize, all);
  expect(sessions.slice(0, 3).map(({ kind, everybody }) => [kind, everybody])).toEqual([
    [undefined, undefined],
    ['break', true],
    [undefined, true],
  ]);
});

test('[F36] what is not accepted or has no time yet is left out with its reason; times keep their zone', () => {
  const { sessions, skipped, warnings, offsetsOnly } = found(readSessionize, all);
  expect(skipped).toEqual([
    { where: 'sessions[3]', why: '"Declined" is not accepted (Declined)' },
    { where: 'sessions[4]', why: '"Later" has no time yet' },
    { where: 'sessions[6]', why: 'it is no group of fields' },
    { where: 'sessions[7]', why: 'it has no title' },
  ]);
  expect(sessions.map(line)).toEqual([
    '2026-04-26T09:00–2026-04-26T09:30 Second | Robots that ask',
    '2026-04-26T09:00–2026-04-26T09:30 Second | Lunch',
    '2026-04-26T09:00–2026-04-26T09:30 Second | Welcome',
    '2026-04-26T09:00Z–? (soon) - | UTC',
  ]);
  expect(warnings.map(({ path, message }) => `${path}: ${message}`)).toEqual(
    [
      ['sessions[0]', 'Robots that ask'],
      ['sessions[1]', 'Lunch'],
      ['sessions[2]', 'Welcome'],
      ['sessions[5]', 'UTC'],
    ].map(
      ([path, title]) => `${path}: 1 of the speakers of "${title}" are not in the file; they are left out.`,
    ),
  );
  expect(offsetsOnly).toBe(false);
});

const inline = {
  ...talk,
  speakers: [{ id: 's1', name: 'Ada Lovelace' }],
  categories: [{ id: 1, name: 'Format', categoryItems: [{ id: 7, name: 'Panel' }] }],
  questionAnswers: [{ question: 'Slides', answer: 'https://slides.example/1' }],
  room: 'Hall',
};

test('[F36] the view "Sessions" has everything inside, and no session twice', () => {
  const schedule = found(readSessionize, [
    { groupId: null, groupName: 'All', sessions: [inline] },
    { groupId: 1, groupName: 'Again', sessions: [inline, { ...inline, id: '106', title: 'Other' }] },
    7,
  ]);
  expect(schedule.format).toBe('sessionize-sessions');
  expect(schedule.sessions.map(({ title, room, hints }) => [title, room, hints])).toEqual([
    ['Robots that ask', 'Hall', ['Panel']],
    ['Other', 'Hall', ['Panel']],
  ]);
  expect(schedule.sessions[0]?.speakers).toEqual([{ name: 'Ada Lovelace' }]);
  expect(schedule.sessions[0]?.links[1]).toEqual({ label: 'Slides', url: 'https://slides.example/1' });
  expect(schedule.skipped).toEqual([{ where: '[2]', why: 'it is no group of sessions' }]);
});

test('[F36] the view "GridSmart" is read from its rooms only: nothing comes twice', () => {
  const grid = [
    {
      date: '2026-04-26T00:00:00',
      rooms: [
        { id: 1, name: 'Hall', sessions: [inline] },
        { id: 2, name: 'Lab', sessions: [{ ...inline, id: '107', title: 'Hands on', room: null }, null] },
      ],
      timeSlots: [{ slotStart: '09:00:00', rooms: [{ id: 1, name: 'Hall', session: inline, index: 0 }] }],
    },
  ];
  const schedule = found(readSessionize, grid);
  expect(schedule).toMatchObject({ format: 'sessionize-grid', rooms: ['Hall', 'Lab'] });
  expect(schedule.sessions.map(({ title, room, day }) => [title, room, day])).toEqual([
    ['Robots that ask', 'Hall', '2026-04-26'],
    ['Hands on', 'Lab', '2026-04-26'],
  ]);
});

test('[F30] a file of another shape is refused with one sentence, a broken one with its line', () => {
  expect(unreadable(readSessionize, { days: [] })).toEqual([
    '- Sessionize gives sessions as one list, as groups or as days with rooms; this file has none.',
  ]);
  expect(unreadable(readSessionize, '[\n  {"groupName": "All",\n  "sessions": [}')).toEqual([
    '3 This is not JSON: the file was changed or is not whole. Export it again.',
  ]);
  expect(unreadable(readSessionize, '[\n  {"groupName": "All",\n')).toHaveLength(1);
});
