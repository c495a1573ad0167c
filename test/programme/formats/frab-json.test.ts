import { expect, test } from 'vitest';
import { readFrabJson } from '../../../server/programme/formats/frab/frab-json.ts';
import { found, line, unreadable } from './found.ts';

const event = (title: unknown, rest: object = {}) => ({
  guid: String(title),
  title,
  date: '2026-04-26T09:00:00+02:00',
  duration: '00:30',
  ...rest,
});
const file = (...days: unknown[]) => ({ schedule: { conference: { title: 'Day', days } } });
const day = (...events: unknown[]) => ({ date: '2026-04-26', rooms: { Hall: events } });

test('[F30] a day whose empty rooms are a list, or that has none, spoils no other day', () => {
  const schedule = found(
    readFrabJson,
    file({ date: '2026-04-25', rooms: [] }, day(event('A talk')), { date: '2026-04-27' }, null),
  );
  expect(schedule.sessions.map(line)).toEqual(['2026-04-26T07:00Z–30 min Hall | A talk']);
  expect(schedule.skipped).toEqual([
    { where: 'day 3', why: 'its rooms cannot be read', unread: true },
    { where: 'day 4', why: 'its rooms cannot be read', unread: true },
  ]);
  expect(unreadable(readFrabJson, file({ date: '2026-04-26', rooms: [{ name: 'Hall' }] }))).toEqual([
    '- This looks like a frab schedule, but its days have no rooms. Export schedule.json again.',
  ]);
});

test('[F30] texts in several languages are read in English, else in their first; names in every shape', () => {
  const persons = [
    { public_name: 'Ada' },
    { name: 'Alan' },
    { name: { de: 'Käthe' } },
    { full_public_name: 'Kurt' },
    'Konrad',
    { name: null },
    7,
  ];
  const [talk, other] = found(
    readFrabJson,
    file(
      day(
        event({ de: 'Vortrag', en: 'Talk' }, { description: { de: 'Wie?', en: 'How?' }, persons }),
        event({ de: 'Vortrag', en: '' }),
      ),
    ),
  ).sessions;
  expect([talk?.title, talk?.abstract, other?.title]).toEqual(['Talk', 'How?', 'Vortrag']);
  expect(talk?.speakers.map(({ name }) => name)).toEqual(['Ada', 'Alan', 'Käthe', 'Kurt', 'Konrad', '7']);
});

test('[F30] a time of a day without a date says so', () => {
  const timed = { date: null, start: '10:00' };
  const { skipped } = found(
    readFrabJson,
    file({ rooms: { Hall: [event('A', timed), event('B', { ...timed, start: '' })] } }),
  );
  expect(skipped.map(({ why }) => why)).toEqual(['its day has no date', 'its start cannot be read: none']);
});

test('[F30] a start in a year of no event is skipped', () => {
  const skipped = (date: string) => found(readFrabJson, file(day(event('A', { date })))).skipped[0]?.why;
  expect(skipped('0001-01-01T00:00:00Z')).toBe('its start cannot be read: 0001-01-01T00:00:00Z');
  expect(skipped('9999-12-31T23:59:00Z')).toBe('its start cannot be read: 9999-12-31T23:59:00Z');
});
