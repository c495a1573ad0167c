import { describe, expect, test } from 'vitest';
import { cityOf } from '../../client/look/cities.ts';
import { agree, clockTime, dayIn, daysBetween } from '../../client/look/zones.ts';
import { importEvent } from '../../server/programme/read/import-event.ts';

/** The planned instants of a file with one session a line, `YYYY-MM-DD HH:MM` in a zone. */
function planned(zone: string, ...starts: string[]): string[] {
  const sessions = starts.map(
    (start, index) => `  - {id: s${index}, kind: talk, title: T, start: ${start}, minutes: 30}`,
  );
  const made = importEvent(
    `backrow: 1\nslug: zones\ntitle: Zones\ntimezone: ${zone}\nsessions:\n${sessions.join('\n')}\n`,
  );
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.programme.sessions.map(({ start }) => new Date(start).toISOString());
}

describe('[F6, X24] times are right in every zone, also around the days when clocks change', () => {
  test.each([
    // Offsets of 5:45, 12:45 and 14 hours, of half an hour, and a change of half an hour.
    ['Asia/Kathmandu', '2026-04-26 10:00', '2026-04-26T04:15:00.000Z'],
    ['Pacific/Chatham', '2026-04-04 10:00', '2026-04-03T20:15:00.000Z'],
    ['Pacific/Chatham', '2026-04-06 10:00', '2026-04-05T21:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-04-26 10:00', '2026-04-25T20:00:00.000Z'],
    ['America/St_Johns', '2026-03-07 10:00', '2026-03-07T13:30:00.000Z'],
    ['America/St_Johns', '2026-03-09 10:00', '2026-03-09T12:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-04 10:00', '2026-04-03T23:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-06 10:00', '2026-04-05T23:30:00.000Z'],
  ])('%s %s is planned at %s, and read back as it was written', (zone, local, instant) => {
    expect(planned(zone, local)).toEqual([instant]);
    const at = Date.parse(instant);
    expect(`${dayIn(at, zone)} ${clockTime(at, zone)}`).toBe(local);
  });

  test('a session over the change lasts as long as it lasts', () => {
    // At 02:00 on 5 April 2026 clocks in Lord Howe go back by half an hour.
    const [before, after] = planned('Australia/Lord_Howe', '2026-04-05 01:00', '2026-04-05 03:00');
    expect(Date.parse(after ?? '') - Date.parse(before ?? '')).toBe(150 * 60_000);
  });

  test('cities are named as people there name them', () => {
    expect(
      ['Asia/Katmandu', 'Asia/Calcutta', 'America/Sao_Paulo', 'America/St_Johns', 'Pacific/Kiritimati'].map(
        cityOf,
      ),
    ).toEqual(['Kathmandu', 'Kolkata', 'São Paulo', 'St John’s', 'Kiritimati']);
  });

  test('where two clocks agree one time says it all, also between zones of other names', () => {
    const winter = Date.parse('2026-01-15T12:00:00Z');
    expect(agree(winter, 'Europe/Berlin', 'Europe/Vienna')).toBe(true);
    expect(agree(winter, 'Africa/Lagos', 'Europe/Berlin')).toBe(true);
    expect(agree(Date.parse('2026-07-15T12:00:00Z'), 'Africa/Lagos', 'Europe/Berlin')).toBe(false);
    // The same clock, a day apart.
    expect(agree(winter, 'Pacific/Kiritimati', 'Pacific/Honolulu')).toBe(false);
  });
});

describe('[F24] a day that goes past midnight stays one event day', () => {
  const made = importEvent(
    [
      'backrow: 1',
      'slug: night',
      'title: Night',
      'timezone: Europe/Berlin',
      'sessions:',
      '  - {id: late, kind: talk, title: Late, start: 2026-12-27 23:30, minutes: 60, day: 2026-12-27}',
      '  - {id: later, kind: talk, title: Later, start: 2026-12-28 00:45, minutes: 60, day: 2026-12-27}',
      '',
    ].join('\n'),
  );

  test('in the programme', () => {
    expect(made.ok && made.programme.sessions.map(({ id, day }) => [id, day])).toEqual([
      ['late', '2026-12-27'],
      ['later', '2026-12-27'],
    ]);
    expect(made.ok && made.programme.days).toEqual(['2026-12-27']);
  });

  test('and what is past midnight for the reader says so', () => {
    const start = Date.parse('2026-12-27T23:45:00Z');
    const off = (zone: string) => daysBetween('2026-12-27', dayIn(start, zone));
    expect([off('Europe/Berlin'), off('Asia/Kathmandu'), off('America/Sao_Paulo')]).toEqual([1, 1, 0]);
  });
});
