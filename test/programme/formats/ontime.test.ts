import { expect, test } from 'vitest';
import { readOntime } from '../../../server/programme/formats/ontime/ontime.ts';
import { found, line, unreadable } from './found.ts';

const hour = 3_600_000;
const event = (title: string, start: number, end: number, rest: Record<string, unknown> = {}) => ({
  type: 'event',
  id: title,
  title,
  timeStart: start * hour,
  timeEnd: end * hour,
  dayOffset: 0,
  skip: false,
  custom: {},
  ...rest,
});
const project = (order: string[], entries: Record<string, unknown>) => ({
  rundowns: { main: { id: 'main', title: 'Hall', order, entries } },
  project: { title: 'A day' },
  customFields: { Who: { label: 'Speaker' }, song: { label: 'Song' } },
});

test('[F39] a rundown is one room of times of day, walked in its order and into its groups', () => {
  const schedule = found(
    readOntime,
    project(['g', 'b', 'lunch'], {
      b: event('Second', 10, 10.5),
      a: event('First', 9, 9.5, { custom: { Who: 'Ada Lovelace & Alan Turing', song: 'Waterloo' } }),
      g: { type: 'group', title: 'Morning', entries: ['a', 'g'], timeStart: null },
      lunch: { type: 'group', title: 'Lunch break', entries: [], timeStart: null },
    }),
  );
  expect(schedule).toMatchObject({
    title: 'A day',
    madeUpDay: '2000-01-01',
    rooms: ['Hall'],
    offsetsOnly: false,
  });
  expect(schedule.sessions.map(line)).toEqual([
    '2000-01-01T09:00–2000-01-01T09:30 Hall | First',
    '2000-01-01T10:00–2000-01-01T10:30 Hall | Second',
  ]);
  expect(schedule.sessions[0]).toMatchObject({
    hints: ['Morning'],
    speakers: [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }],
  });
  expect(schedule.skipped.map(({ why }) => why)).toEqual([
    'the group "Morning" has no time of its own',
    'the group "Lunch break" has no time of its own',
  ]);
});

test('[F39] an end before the start is of the next day, and day offsets count from the first day', () => {
  const { sessions } = found(
    readOntime,
    project(['a', 'b'], { a: event('Party', 23, 1), b: event('Brunch', 10, 11, { dayOffset: 1 }) }),
  );
  expect(sessions.map(line)).toEqual([
    '2000-01-01T23:00–2000-01-02T01:00 Hall | Party',
    '2000-01-02T10:00–2000-01-02T11:00 Hall | Brunch',
  ]);
});

test('[F39] what is skipped, a milestone, a delay or without a time is left out with its reason', () => {
  const { sessions, skipped } = found(
    readOntime,
    project(['s', 'm', 'd', 't', 'n', 'x'], {
      s: event('Skipped', 9, 10, { skip: true }),
      m: { type: 'milestone', title: 'Doors' },
      d: { type: 'delay', duration: 600_000 },
      t: event('Timeless', 9, 10, { timeStart: null }),
      n: event('', 9, 10),
      x: 'nonsense',
    }),
  );
  expect(sessions).toEqual([]);
  expect(skipped.map(({ why }) => why)).toEqual([
    '"Skipped" is skipped in the rundown',
    'the milestone "Doors" has no time',
    'a delay is not part of the programme',
    '"Timeless" has no time of day',
    'it has no title',
    'it is no group of fields',
  ]);
});

test('[F39] versions 2 and 3 are read: blocks are groups, days follow from the order', () => {
  const schedule = found(readOntime, {
    eventData: { title: 'Old' },
    userFields: { user0: 'Speaker 2', user1: 'Slides' },
    rundown: [
      { type: 'block', title: 'Evening' },
      event('Late', 22, 23, { dayOffset: undefined, presenter: 'Ada Lovelace', user0: 'Alan Turing' }),
      event('Early', 1, 1, { dayOffset: undefined, user1: 'https://slides.example/1' }),
    ],
  });
  expect(schedule.title).toBe('Old');
  expect(schedule.sessions.map(line)).toEqual([
    '2000-01-01T22:00–2000-01-01T23:00 - | Late',
    '2000-01-02T01:00–? - | Early',
  ]);
  expect(schedule.sessions[0]?.speakers).toEqual([{ name: 'Alan Turing' }, { name: 'Ada Lovelace' }]);
  expect(schedule.sessions[1]?.links).toEqual([{ label: 'Slides', url: 'https://slides.example/1' }]);
});

test('[F39] several rundowns are several rooms, and it is said', () => {
  const { entries } = project([], { a: event('A', 9, 10) }).rundowns.main;
  const { rooms, sessions, warnings } = found(readOntime, {
    rundowns: { a: { title: 'Hall', order: ['a'], entries }, b: { title: 'Lab', order: [], entries } },
  });
  expect(rooms).toEqual(['Hall', 'Lab']);
  expect(sessions.map(({ room }) => room)).toEqual(['Hall', 'Lab']);
  expect(warnings).toHaveLength(1);
});

test('[F30] a project without a rundown is refused', () => {
  expect(unreadable(readOntime, { settings: {} })).toEqual([
    '- An Ontime project holds "rundowns" or "rundown"; this file does not.',
  ]);
});
