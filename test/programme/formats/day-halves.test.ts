import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../server/programme/formats/table/table.ts';
import { found } from './found.ts';

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
    ['12 noon', '12:00'],
    ['12:00 midday', '12:00'],
    ['12 midnight', '00:00'],
    ['9:30 AM EST', '09:30'],
    ['9:30 PM (CET)', '21:30'],
    ['2:30 PM ET', '14:30'],
    ['14:30 GMT+1', '14:30'],
    ['2:30p', '14:30'],
    ['09:30:00.000', '09:30'],
    ['T09:30:00', '09:30'],
    ['9:30 –', '09:30'],
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
    ['9:00–10:30 PM', '21:00–22:30'],
    ['11:30–12:15 AM', '23:30–00:15'],
    ['12:30–1:30 AM', '00:30–01:30'],
    ['9:00–9:00 PM', '09:00–21:00'],
    ['9:00a-2:00p', '09:00–14:00'],
    ['9:00 -- 10:00', '09:00–10:00'],
    ['9:00 -> 10:00', '09:00–10:00'],
    ['9:00 … 10:00', '09:00–10:00'],
    ['9:00 AM–10:00 AM PT', '09:00–10:00'],
  ])('the span %s is %s', (written, span) => {
    expect(timesOf('Date;Time;Title', `2026-08-15;${written};A`)).toEqual([`${span} A`]);
  });

  test('with its date before it, also in other digits', () => {
    expect(
      timesOf('Start;Title', '2026-08-15 午後1時;A', '٢٠٢٦-٠٨-١٥ ٢:٣٠ م;B', '15.8.2026 오후 3:00;C'),
    ).toEqual(['13:00–? A', '14:30–? B', '15:00–? C']);
  });
});

describe('[F49] a table that is read off a dial of twelve hours', () => {
  const said = (...lines: string[]) =>
    found(readTable, lines.join('\n')).warnings.map(({ message }) => message);
  const plain = [
    'Date;Start;Title',
    '2026-08-15;9:00;A',
    '2026-08-15;12:00;B',
    '2026-08-15;1:00;C',
    ';2:30;D',
  ];

  test('goes on after noon in the afternoon, and it is said', () => {
    expect(timesOf(...plain)).toEqual(['09:00–? A', '12:00–? B', '13:00–? C', '14:30–? D']);
    expect(said(...plain)).toEqual([
      '"1:00" of "C" was taken to be in the afternoon.',
      '"2:30" of "D" was taken to be in the afternoon.',
    ]);
    const evening = timesOf(...plain, ';7:00;Dinner', '2026-08-16;6:30;Run', ';9:00;E');
    expect(evening.slice(4)).toEqual(['19:00–? Dinner', '06:30–? Run', '09:00–? E']);
  });

  test('also its ends, its spans, and beside rows that say a half of the day', () => {
    expect(
      timesOf(
        'Date;Start;End;Title',
        '2026-08-15;11:00 AM;12:00;A',
        ';12:30;1:15;B',
        ';1:15;2:00;C',
        ';2:00;3:00 PM;D',
      ),
    ).toEqual(['11:00–12:00 A', '12:30–13:15 B', '13:15–14:00 C', '14:00–15:00 D']);
    expect(timesOf('Date;Time;Title', '2026-08-15;11:00–12:30;A', ';12:30–1:30;B', ';1:30–3:00;C')).toEqual([
      '11:00–12:30 A',
      '12:30–13:30 B',
      '13:30–15:00 C',
    ]);
  });

  test('with a column for each room', () => {
    expect(timesOf('Time;Room 1;Room 2', '9:00;A;B', '11:00;C;', '1:00;D;E', '2:00;F;')).toEqual([
      '09:00–11:00 A',
      '09:00–11:00 B',
      '11:00–13:00 C',
      '13:00–14:00 D',
      '13:00–14:00 E',
      '14:00–? F',
    ]);
  });

  test('one that shows the afternoon is none', () => {
    expect(timesOf(...plain, ';22:00;Party', ';1:00;Late')).toEqual([
      '09:00–? A',
      '12:00–? B',
      '01:00–? C',
      '02:30–? D',
      '22:00–? Party',
      '01:00–? Late',
    ]);
  });
});
