import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../server/programme/formats/table.ts';
import { found } from './reading.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/programmes/${name}`, import.meta.url), 'utf8');

/** The sessions of a table as `09:00–09:30 Title`. */
function timesOf(...lines: string[]): string[] {
  return found(readTable, lines.join('\n')).sessions.map(({ start, end, title }) => {
    const clock = (moment: typeof end) => (moment && 'local' in moment ? moment.local.slice(11) : '?');
    return `${clock(start)}–${clock(end)} ${title}`;
  });
}

test('[F49] afternoon in Japanese, Chinese, Korean, Greek, Arabic, Vietnamese and Swedish', () => {
  expect(timesOf(fixture('csv-japanese-pm.csv'))).toEqual([
    '09:00–09:30 開会',
    '13:00–14:30 講演',
    '15:00–15:30 休憩',
  ]);
  expect(timesOf(fixture('csv-local-ampm.csv'))).toEqual([
    '09:00–09:30 A',
    '13:00–14:00 B',
    '15:00–15:30 C',
    '16:00–17:00 D',
    '17:00–18:00 E',
    '18:00–19:00 F',
    '19:00–20:00 G',
    '21:00–22:00 H',
    '22:00–23:00 I',
  ]);
});

describe('[F49] a time of day', () => {
  test.each([
    ['午前0:15', '00:15'],
    ['午前12:15', '00:15'],
    ['午後0:15', '12:15'],
    ['午後12:15', '12:15'],
    ['午後１時３０分', '13:30'],
    ['午後2時半', '14:30'],
    ['下午 2点30分', '14:30'],
    ['下午2點半', '14:30'],
    ['下午14:00', '14:00'],
    ['中午12:00', '12:00'],
    ['晚上8:30', '20:30'],
    ['凌晨1:30', '01:30'],
    ['오후 3시 30분', '15:30'],
    ['오전 9시', '09:00'],
    ['PM 2:30', '14:30'],
    ['14:30 PM', '14:30'],
    ['9:30 π.μ.', '09:30'],
    ['9:30 ΠΜ', '09:30'],
    ['9:30 μμ', '21:30'],
    ['٢:٣٠ م', '14:30'],
    ['٩:٣٠ ص', '09:30'],
    ['۲:۳۰ ب.ظ', '14:30'],
    ['9:30 مساءً', '21:30'],
    ['2:30 אחה״צ', '14:30'],
    ['9:30 SA', '09:30'],
    ['9:30 f.m.', '09:30'],
    ['2:30 e.m.', '14:30'],
    ['2:30 ÖS', '14:30'],
    ['3 часа дня', '15:00'],
    ['3:00 дня', '15:00'],
    ['2:30 de la tarde', '14:30'],
    ['2h30 da tarde', '14:30'],
    ['8 Uhr abends', '20:00'],
    ['2時30分', '02:30'],
    ['14h30', '14:30'],
    ['14 h 30', '14:30'],
    ['14h30min', '14:30'],
    ['14.30 Uhr', '14:30'],
    ['14 Uhr 30', '14:30'],
    ['um 14 Uhr', '14:00'],
    ['kl. 14.30', '14:30'],
    ['ore 14:30', '14:30'],
    ['14u30', '14:30'],
    ['14.30 uur', '14:30'],
    ['14:30 hs.', '14:30'],
    ['1430 hrs', '14:30'],
    ['13.00 น.', '13:00'],
    ['１４：３０', '14:30'],
    ['१४:३०', '14:30'],
    ['午前13:00', null],
    ['正午', '12:00'],
  ])('%s is %s', (written, clock) => {
    const times = timesOf('Date;Start;Title', `2026-08-15;${written};A`, '2026-08-15;23:00;Z');
    expect(times).toEqual([...(clock === null ? [] : [`${clock}–? A`]), '23:00–? Z']);
  });

  test.each([
    ['午後1:00〜2:30', '13:00–14:30'],
    ['午後1時から午後3時まで', '13:00–15:00'],
    ['下午2:00-4:30', '14:00–16:30'],
    ['上午11:00 至 下午1:00', '11:00–13:00'],
    ['오후 1:00 ~ 2:30', '13:00–14:30'],
    ['11:00 AM - 1:00', '11:00–13:00'],
    ['2:00-3:30 μ.μ.', '14:00–15:30'],
    ['14.30–15.15 Uhr', '14:30–15:15'],
    ['14h30 às 16h', '14:30–16:00'],
  ])('the span %s is %s', (written, span) => {
    expect(timesOf('Date;Time;Title', `2026-08-15;${written};A`)).toEqual([`${span} A`]);
  });

  test('with its date before it, also in other digits', () => {
    expect(
      timesOf('Start;Title', '2026-08-15 午後1時;A', '٢٠٢٦-٠٨-١٥ ٢:٣٠ م;B', '15.8.2026 오후 3:00;C'),
    ).toEqual(['13:00–? A', '14:30–? B', '15:00–? C']);
  });
});
