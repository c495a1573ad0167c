import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantAt, instantsAt, localAt, writtenAt } from '../../client/look/local-time.ts';
import { instantNear } from '../../client/moderator/programme/timeline.ts';
import { endOf } from '../../client/organizer/programme/draft.ts';
import { resolveLocal, writeLocal } from '../../server/programme/file/local-time.ts';

const minute = 60_000;
const iso = (at: number) => new Date(at).toISOString().slice(0, 16);

/** Zones whose clocks change by an hour or half of one, at midnight, twice the day, or never. */
const zones = [
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'UTC',
];

describe('[X20] a length is added to an instant, never to what a clock reads', () => {
  const end = (start: string, minutes: number, zone: string) => {
    const session = { kind: 'talk' as const, title: 'Talk', start, minutes };
    return localAt(endOf(session, zone), zone);
  };

  test.each([
    // The clocks go back at 2:00, to 1:00.
    ['2027-11-07 01:30', 90, 'America/Los_Angeles', '2027-11-07 02:00'],
    ['2027-11-07 00:30', 120, 'America/Los_Angeles', '2027-11-07 01:30'],
    ['2027-11-06 23:00', 24 * 60, 'America/Los_Angeles', '2027-11-07 22:00'],
    // They go from 2:00 to 3:00.
    ['2027-03-14 01:30', 60, 'America/Los_Angeles', '2027-03-14 03:30'],
    ['2027-03-14 00:00', 23 * 60, 'America/Los_Angeles', '2027-03-15 00:00'],
    // By half an hour: back at 2:00 to 1:30, and from 2:00 to 2:30.
    ['2027-04-04 01:00', 90, 'Australia/Lord_Howe', '2027-04-04 02:00'],
    ['2027-10-03 01:45', 30, 'Australia/Lord_Howe', '2027-10-03 02:45'],
    // A day that begins at 1:00.
    ['2027-09-04 23:30', 60, 'America/Santiago', '2027-09-05 01:30'],
    ['2027-01-01 12:00', 90, 'Asia/Kathmandu', '2027-01-01 13:30'],
  ])('from %s, %i minutes in %s, until %s', (start, minutes, zone, until) => {
    expect(end(start, minutes, zone)).toBe(until);
  });

  test('a local time means the same instant to the page as to the server', () => {
    const nights = ['2027-11-07', '2027-03-14', '2027-03-28', '2027-10-31', '2027-04-04', '2027-09-05'];
    const times = fc.record({
      zone: fc.constantFrom(...zones),
      day: fc.constantFrom(...nights, '2027-06-01', '2027-04-30', '2027-09-26', '2027-10-28'),
      at: fc.nat({ max: 1439 }),
    });
    fc.assert(
      fc.property(times, ({ zone, day, at }) => {
        const clock = new Date(at * minute).toISOString().slice(11, 16);
        const read = resolveLocal(`${day} ${clock}`, zone)?.at;
        expect(instantAt(`${day} ${clock}`, zone)).toBe(read);
        for (const later of [0, 30, 60, 90]) {
          const instant = (read ?? 0) + later * minute;
          expect(writtenAt(instant, zone)).toBe(writeLocal(instant, zone));
          expect(instantAt(writtenAt(instant, zone), zone)).toBe(instant);
          expect(resolveLocal(writeLocal(instant, zone), zone)?.at).toBe(instant);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('two instants read alike where clocks go back, none where they go on', () => {
    expect(instantsAt('2027-11-07 01:30', 'America/Los_Angeles').map(iso)).toEqual([
      '2027-11-07T08:30',
      '2027-11-07T09:30',
    ]);
    expect(instantsAt('2027-03-14 02:30', 'America/Los_Angeles')).toEqual([]);
  });

  test('the second of two alike is written with its offset', () => {
    const second = Date.parse('2027-11-07T09:30Z');
    expect(localAt(second, 'America/Los_Angeles')).toBe('2027-11-07 01:30');
    expect(writtenAt(second, 'America/Los_Angeles')).toBe('2027-11-07 01:30-08:00');
    expect(writtenAt(Date.parse('2027-04-03T15:15Z'), 'Australia/Lord_Howe')).toBe('2027-04-04 01:45+10:30');
    expect(writtenAt(second - 60 * minute, 'America/Los_Angeles')).toBe('2027-11-07 01:30');
  });

  test('a zone that is being typed breaks nothing', () => {
    expect(localAt(Date.parse('2027-01-01T12:00Z'), 'America/Los_Ang')).toBe('2027-01-01 12:00');
  });
});

describe('[X20] a time of day that is put right in the night of the clocks', () => {
  const zone = 'America/Los_Angeles';

  test('is the nearest moment at which the clock reads so, however long the hours between', () => {
    const first = Date.parse('2027-11-07T08:30Z');
    expect(instantNear(first, '01:20', zone)).toBe('2027-11-07T08:20:00.000Z');
    expect(instantNear(first + 60 * minute, '01:20', zone)).toBe('2027-11-07T09:20:00.000Z');
    expect(instantNear(first, '02:30', zone)).toBe('2027-11-07T10:30:00.000Z');
    expect(instantNear(Date.parse('2027-03-14T10:10Z'), '01:50', zone)).toBe('2027-03-14T09:50:00.000Z');
  });

  test('and is none where the clock never reads so', () => {
    expect(instantNear(Date.parse('2027-03-14T10:10Z'), '02:30', zone)).toBeNull();
  });
});
