import { describe, expect, test } from 'vitest';
import { eventText, programmeOf } from '../event-text.ts';

const at = (start: string, rest = 'minutes: 30') =>
  `  - {kind: talk, title: "At ${start}", start: ${start}, ${rest}}\n`;
const iso = (instant: number | undefined) => new Date(instant ?? 0).toISOString();

describe('times', () => {
  test('[F6] local times become instants of the event’s zone, and one line moves them all', () => {
    const text = eventText(at('2026-04-26 08:00') + at('2026-04-26 09:00', 'end: 2026-04-26T10:15'));
    const berlin = programmeOf(text).programme;
    expect(berlin.sessions.map(({ start }) => iso(start))).toEqual([
      '2026-04-26T06:00:00.000Z',
      '2026-04-26T07:00:00.000Z',
    ]);
    expect(iso(berlin.endsAt)).toBe('2026-04-26T08:15:00.000Z');
    const moved = programmeOf(text.replace('Europe/Berlin', 'Asia/Kathmandu')).programme;
    expect(moved.sessions.map(({ start, end }) => [start, end])).toEqual(
      berlin.sessions.map(({ start, end }) => [start - 3.75 * 3_600_000, end - 3.75 * 3_600_000]),
    );
    expect(moved.sessions.map(({ localStart }) => localStart)).toEqual(
      berlin.sessions.map(({ localStart }) => localStart),
    );
  });

  test('[F7] a time that the clocks skip becomes the later one, with a warning', () => {
    const { programme, warnings } = programmeOf(eventText(at('2026-03-29 02:30')));
    expect(iso(programme.sessions[0]?.start)).toBe('2026-03-29T01:30:00.000Z');
    expect(programme.sessions[0]?.localStart).toBe('2026-03-29T02:30');
    expect(warnings).toEqual([
      {
        path: 'sessions[0].start',
        line: 6,
        message:
          'The clocks skip 2026-03-29 02:30 in Europe/Berlin; 03:30 was taken. Write the time that is meant.',
      },
    ]);
  });

  test('[F7] a time that comes twice is the first one; as an end the one after the start', () => {
    const first = programmeOf(eventText(at('2026-10-25 02:30')));
    expect(iso(first.programme.sessions[0]?.start)).toBe('2026-10-25T00:30:00.000Z');
    expect(first.warnings).toHaveLength(1);
    const across = programmeOf(eventText(at('2026-10-25 02:30', 'end: 2026-10-25 02:15')));
    expect(iso(across.programme.sessions[0]?.end)).toBe('2026-10-25T01:15:00.000Z');
  });

  test('[F6] zones with odd offsets and changes of half an hour are exact', () => {
    const zoned = (zone: string, start: string) =>
      iso(programmeOf(eventText(at(start)).replace('Europe/Berlin', zone)).programme.sessions[0]?.start);
    expect(zoned('Pacific/Chatham', '2026-04-26 08:00')).toBe('2026-04-25T19:15:00.000Z');
    expect(zoned('Pacific/Kiritimati', '2026-04-26 08:00')).toBe('2026-04-25T18:00:00.000Z');
    expect(zoned('America/St_Johns', '2026-04-26 08:00')).toBe('2026-04-26T10:30:00.000Z');
    expect(zoned('Australia/Lord_Howe', '2026-10-04 02:15')).toBe('2026-10-03T15:45:00.000Z');
    expect(zoned('Etc/GMT+12', '2026-04-26 23:59')).toBe('2026-04-27T11:59:00.000Z');
  });

  test('[F12] what begins in the small hours after an evening session belongs to the day before', () => {
    const days = (...starts: string[]) =>
      programmeOf(eventText(starts.map((start) => at(start)).join(''))).programme;
    const night = days('2026-04-26 09:00', '2026-04-26 22:00', '2026-04-27 00:30', '2026-04-27 05:00');
    expect(night.sessions.map(({ day }) => day)).toEqual([
      '2026-04-26',
      '2026-04-26',
      '2026-04-26',
      '2026-04-27',
    ]);
    expect(night.days).toEqual(['2026-04-26', '2026-04-27']);
    expect(days('2026-04-26 09:00', '2026-04-27 04:00').days).toEqual(['2026-04-26', '2026-04-27']);
  });

  test('[F8] parts follow each other from the start of their session', () => {
    const text = eventText(
      at('2026-04-26 10:00', 'minutes: 30, parts: [{title: One, minutes: 10}, {title: Two, minutes: 15}]'),
    );
    const parts = programmeOf(text).programme.sessions[0]?.parts ?? [];
    expect(parts.map(({ id, start, end }) => [id, iso(start), iso(end)])).toEqual([
      ['one', '2026-04-26T08:00:00.000Z', '2026-04-26T08:10:00.000Z'],
      ['two', '2026-04-26T08:10:00.000Z', '2026-04-26T08:25:00.000Z'],
    ]);
  });

  test('[F9] sessions that touch, or run in different rooms, do not overlap; they come sorted by start', () => {
    const rooms = 'rooms: [{id: a, name: A}, {id: b, name: B}]\n';
    const text = eventText(
      at('2026-04-26 09:00', 'minutes: 60, room: a') +
        at('2026-04-26 08:30', 'minutes: 60, room: b') +
        at('2026-04-26 08:00', 'minutes: 60, room: a'),
      rooms,
    );
    expect(programmeOf(text).programme.sessions.map(({ room }) => room)).toEqual(['a', 'b', 'a']);
  });

  test('[F10] without a room it runs in the only one; in an event of several it is everybody’s and fixed', () => {
    expect(programmeOf(eventText(at('2026-04-26 08:00'))).programme).toMatchObject({
      rooms: [{ id: 'main' }],
      sessions: [{ room: 'main', fixed: false }],
    });
    const two = programmeOf(
      eventText(
        at('2026-04-26 08:00', 'minutes: 30, fixed: false'),
        'rooms: [{id: a, name: A}, {id: b, name: B}]\n',
      ),
    );
    expect(two.programme.sessions[0]).toMatchObject({ room: null, fixed: true });
    expect(two.warnings).toHaveLength(1);
  });
});
