import { expect, test } from 'vitest';
import { readTable } from '../../../server/programme/formats/table/table.ts';
import { busy } from '../../world/busy.ts';
import { found, line, unreadable } from './found.ts';

const read = (...rows: string[]) => found(readTable, rows.join('\n'));
const lines = (...rows: string[]) => read(...rows).sessions.map(line);
/** The sessions of a table with one day, from start and title. */
const onDay = (...rows: string[]) =>
  lines('Date,Start,Title', ...rows.map((row) => `2026-04-26,${row}`)).map((text) => text.slice(11));

test('[F40] a plain table gives sessions with all their fields and their lines', () => {
  const schedule = read(
    'ID,Date,Start,End,Room,Title,Speaker,Affiliation,Abstract,Type,Link,Notes',
    't1,2026-04-26,09:00,09:30,Hall,Failing well,Ada Lovelace,London,"Why,\nand how",talk,https://a.example/x,mic 2',
    't2,2026-04-26,10:00,10:30,Lab,Next,,,,,,',
  );
  expect(schedule).toMatchObject({ format: 'table', timezone: null, madeUpDay: null });
  expect(schedule.sessions[0]).toEqual({
    where: 'line 2',
    line: 2,
    key: 't1',
    title: 'Failing well',
    start: { local: '2026-04-26T09:00' },
    end: { local: '2026-04-26T09:30' },
    room: 'Hall',
    hints: ['talk'],
    speakers: [{ name: 'Ada Lovelace', affiliation: 'London' }],
    abstract: 'Why,\nand how',
    links: [{ label: 'Link', url: 'https://a.example/x' }],
  });
  expect(schedule.sessions[1]?.line).toBe(4);
  expect(schedule.warnings).toEqual([
    { path: 'line 1', line: 1, message: 'Columns that are not read: "Notes".' },
  ]);
});

test.each([
  ['Datum;Uhrzeit;Raum;Titel;Vortragende', '26.04.2026;9.00;Aula;Los;Ada Lovelace'],
  ['Jour\tHeure\tSalle\tTitre\tOrateur(s)', '26/04/2026\t9h00\tAula\tLos\tAda Lovelace'],
  ['日付,開始時刻,会場,タイトル,講演者', '2026年4月26日,9:00,Aula,Los,Ada Lovelace'],
  ['Fecha,Hora,Sala,Título,Ponente', '26/04/2026,9:00,Aula,Los,Ada Lovelace'],
  [
    'SPEAKER NAME , Talk title,ROOM,start time (local),Session date',
    'Ada Lovelace,Los,Aula,9:00 AM,2026-04-26',
  ],
])('[F40] the columns of "%s" are found', (header, row) => {
  const { sessions } = read(header, row);
  expect(sessions.map(line)).toEqual(['2026-04-26T09:00–? Aula | Los']);
  expect(sessions[0]?.speakers).toEqual([{ name: 'Ada Lovelace' }]);
});

test('[F40] title rows may precede the header, and the header may come again', () => {
  const schedule = read(
    'ICBINB Workshop 2026,,',
    ',,',
    'Date,Time,Session',
    '26 April,9:00,Opening',
    'Date,Time,Session',
    '27 April,9:00,Closing',
  );
  expect(schedule.title).toBe('ICBINB Workshop 2026');
  expect(schedule.sessions.map(line)).toEqual([
    '2026-04-26T09:00–? - | Opening',
    '2026-04-27T09:00–? - | Closing',
  ]);
});

test('[F40] a session column is the title where there is no other, else a hint; a track is a room likewise', () => {
  const header = 'Date,Start,Session,Title,Track,Room';
  const { sessions } = read(header, '2026-04-26,9:00,Morning,Talk,ML,Hall', '2026-04-26,10:00,Coffee,,,');
  expect(sessions.map(({ title, room, hints }) => [title, room, hints])).toEqual([
    ['Talk', 'Hall', ['ML', 'Morning']],
    ['Coffee', null, []],
  ]);
  expect(lines('Date,Start,Title,Track', '2026-04-26,9:00,Talk,ML')).toEqual([
    '2026-04-26T09:00–? ML | Talk',
  ]);
});

test('[F40] of several columns that may be titles the last counts, and links are web addresses', () => {
  const { sessions, warnings } = read(
    'sep=;',
    'Start;Session;Talk;Room;Stream;Paper',
    '9:00;Morning;First;https://zoom.example/j/1;https://a.example/1 https://a.example/2;Soon',
    '10:00;Break;;;;',
  );
  expect(sessions.map(({ title, room, hints }) => [title, room, hints])).toEqual([
    ['First', null, ['Morning']],
    ['Break', null, []],
  ]);
  expect(sessions[0]?.links).toEqual([
    { label: 'Live', url: 'https://zoom.example/j/1' },
    { label: 'Stream', url: 'https://a.example/1' },
    { label: 'Stream', url: 'https://a.example/2' },
  ]);
  expect(warnings).toEqual([{ path: 'line 3', line: 3, message: '"Soon" under "Paper" is no web address.' }]);
});

test('[F40] what Excel writes is read: a BOM, every end of lines, rows of different lengths', () => {
  const text = 'Date;Start;Title\r\n2026-04-26;9:00;Café;more\r\n2026-04-26;10:00\r\n';
  for (const ends of ['\r\n', '\n', '\r']) {
    const schedule = found(readTable, `\uFEFF${text.replaceAll('\r\n', ends)}`);
    expect(schedule.sessions.map(({ title, where }) => [title, where])).toEqual([['Café', 'line 2']]);
  }
});

test.each([',', ';', '\t', '|'])('[F40] cells may be separated by "%s"', (sign) => {
  const text = ['Date,Start,Room,Title', '2026-04-26,9:00,A,One'].join('\n').replaceAll(',', sign);
  expect(found(readTable, text).sessions.map(line)).toEqual(['2026-04-26T09:00–? A | One']);
});

test('[F40] a zone in a column’s name or a column of its own is the table’s', () => {
  expect(read('Date,Start (Europe/Rome),Title', '2026-04-26,9:00,A').timezone).toBe('Europe/Rome');
  expect(read('Date,Start,Title,Timezone', '2026-04-26,9:00,A,Europe/Oslo').timezone).toBe('Europe/Oslo');
  const { warnings } = read('Date,Start,Title', '2026-04-26,9:00 CET,A');
  expect(warnings[0]?.message).toBe(
    'The zone behind the times ("CET") is not followed; give the event\'s zone.',
  );
});

test('[F53] the letters of a zone in a column’s name are said, other words in it are not', () => {
  const said = (name: string) =>
    read(`Date,${name},Title`, '2026-04-26,9:00,A').warnings.map(({ message }) => message);
  for (const zone of ['EST', 'CEST', 'PT', 'GMT+2', 'UTC-05:00'])
    expect(said(`Start (${zone})`)).toEqual([
      `The zone behind the times ("${zone}") is not followed; give the event's zone.`,
    ]);
  expect(read('Time (EST),Room A,Room B', '9:00-10:00,A,B').warnings.map(({ message }) => message)).toContain(
    'The zone behind the times ("EST") is not followed; give the event\'s zone.',
  );
  for (const name of ['Time (START)', 'Start (local)', 'Start (HH:MM)', 'Start (Europe/Rome)'])
    expect(said(name)).toEqual([]);
});

test.each([
  ['2026-04-26', '2026-04-26'],
  ['26.04.2026', '2026-04-26'],
  ['26.4.26', '2026-04-26'],
  ['26/04/2026', '2026-04-26'],
  ['04/26/2026', '2026-04-26'],
  ['2026/4/26', '2026-04-26'],
  ['Sunday 26th April 2026', '2026-04-26'],
  ['"Apr 26, 2026"', '2026-04-26'],
  ['Sonntag 26. April 2026', '2026-04-26'],
  ['26 avr. 2026', '2026-04-26'],
  ['mar. 17 mars 2026', '2026-03-17'],
  ['2026年4月26日', '2026-04-26'],
  ['46138', '2026-04-26'],
  ['Day 2 - 26 April 2026', '2026-04-26'],
  ['2026-04-26T00:00:00', '2026-04-26'],
])('[F41] the date %s is %s', (date, iso) => {
  expect(lines('Date,Start,Title', `${date},9:00,A`)).toEqual([`${iso}T09:00–? - | A`]);
});

test('[F41] the whole column decides whether the day or the month comes first', () => {
  const days = (...dates: string[]) => {
    const { sessions, warnings } = read('Date,Start,Title', ...dates.map((date) => `${date},9:00,A`));
    return [sessions.map((session) => line(session).slice(0, 10)), warnings.map(({ message }) => message)];
  };
  expect(days('03/04/2026', '13/04/2026')).toEqual([['2026-04-03', '2026-04-13'], []]);
  expect(days('03/04/2026', '03/13/2026')).toEqual([['2026-03-04', '2026-03-13'], []]);
  expect(days('03/04/2026', '04/04/2026')).toEqual([
    ['2026-04-03', '2026-04-04'],
    ['Day and month can be taken for each other in all dates; the day was taken to come first.'],
  ]);
  expect(days('03/04/2026', '03/05/2026')).toEqual([
    ['2026-03-04', '2026-03-05'],
    ['Day and month can be taken for each other in all dates; the month was taken to come first.'],
  ]);
  expect(days('13/04/2026', '04/14/2026')).toEqual([
    ['2026-04-13', '2026-04-14'],
    ['In some dates the day comes first, in others the month.'],
  ]);
});

test('[F41] an end with its date is read in the same order, and tells it as well', () => {
  const spans = (...rows: string[]) =>
    lines('Start,End,Title', ...rows).map((each) => each.replace(' - |', ''));
  expect(spans('4/3/2026 9:00 AM,4/3/2026 10:00 AM,A', '4/14/2026 11:30 PM,4/15/2026 12:30 AM,B')).toEqual([
    '2026-04-03T09:00–2026-04-03T10:00 A',
    '2026-04-14T23:30–2026-04-15T00:30 B',
  ]);
  expect(spans('4/12/2026 11:00 PM,4/13/2026 1:00 AM,A')).toEqual(['2026-04-12T23:00–2026-04-13T01:00 A']);
});

test('[F40] what calendars export as a table is read: dates of ends, without reminders and whole days', () => {
  const { sessions, skipped } = read(
    'Subject,Start Date,Start Time,End Date,End Time,All day event,Reminder on/off,Reminder Date,Reminder Time,Location',
    'A,4/14/2026,9:00:00 AM,4/14/2026,10:00:00 AM,False,True,4/13/2026,8:45:00 AM,Hall',
    'B,4/14/2026,11:30:00 PM,4/15/2026,12:30:00 AM,False,False,,,Hall',
    'C,4/15/2026,10:00:00 AM,4/17/2026,11:00:00 AM,False,False,,,Hall',
    'D,4/16/2026,,4/17/2026,,True,False,,,Hall',
  );
  expect(sessions.map(line)).toEqual([
    '2026-04-14T09:00–2026-04-14T10:00 Hall | A',
    '2026-04-14T23:30–2026-04-15T00:30 Hall | B',
    '2026-04-15T10:00–2026-04-17T11:00 Hall | C',
  ]);
  expect(skipped).toMatchObject([{ where: 'line 5', why: '"D" has no time' }]);
  expect(lines('Title,Start Date,End Date', 'A,2026-04-26 9:00,2026-04-26 10:00')).toEqual([
    '2026-04-26T09:00–2026-04-26T10:00 - | A',
  ]);
  expect(lines('Title,Start,End', 'A,20260426T090000,20260426T100000')).toEqual([
    '2026-04-26T09:00–2026-04-26T10:00 - | A',
  ]);
  expect(lines('Title,Start,End', 'A,2026-04-26 9:00,2026-04-25 10:00')).toEqual([
    '2026-04-26T09:00–? (2026-04-25 10:00) - | A',
  ]);
});

test.each([
  ['20260426', '2026-04-26'],
  ['2026년 4월 26일', '2026-04-26'],
  ['4월 26일 (일) 2026년', '2026-04-26'],
  ['26 апреля 2026 г.', '2026-04-26'],
  ['26 kwietnia 2026', '2026-04-26'],
  ['26. dubna 2026', '2026-04-26'],
  ['Κυριακή 26 Απριλίου 2026', '2026-04-26'],
  ['26 Nisan 2026', '2026-04-26'],
  ['26 أبريل 2026', '2026-04-26'],
])('[F41] the date %s is %s', (written, day) => {
  expect(
    read('Date;Start;Title', `${written};9:00;A`).sessions.map((each) => line(each).slice(0, 10)),
  ).toEqual([day]);
});

test('[F53] a date whose weekday is another is said once', () => {
  const said = (...dates: string[]) =>
    read('Date;Start;Title', ...dates.map((date) => `${date};9:00;A`)).warnings.map(
      (warning) => warning.message,
    );
  expect(said('Mon 26.04.2026', 'Montag, 26. April 2026', 'Mon 27.04.2026')).toEqual([
    'The date 2026-04-26 names a weekday that it is not; it is a Sunday.',
  ]);
  expect(
    said('Sun 26.04.2026', '(日) 2026年4月26日', 'mar. 17 mars 2026', 'Mar 17, 2026', 'mardi 17/03/2026'),
  ).toEqual([]);
});

test('[F41] two days, or a time, are no date', () => {
  const { sessions, skipped } = read(
    'Date;Start;Title',
    '2026-04-26;9:00;A',
    '26/27 April;9:00;B',
    '2026-04-26;9:00 / 10:00;C',
  );
  expect(sessions.map(({ title }) => title)).toEqual(['A']);
  expect(skipped.map(({ why }) => why)).toEqual([
    '"B" has a date that cannot be read: "26/27 April"',
    '"C" has a time that cannot be read: "9:00 / 10:00"',
  ]);
});

test('[F40] columns are found by their names in Korean, Greek, Turkish, Arabic and Hebrew', () => {
  for (const names of [
    '날짜;시작;종료;제목;장소',
    'Ημερομηνία;Έναρξη;Λήξη;Τίτλος;Αίθουσα',
    'Tarih;Başlangıç;Bitiş;Başlık;Salon',
    'التاريخ;الوقت;النهاية;العنوان;القاعة',
    'תאריך;שעה;סיום;כותרת;אולם',
  ])
    expect(lines(names, '2026-04-26;9:00;10:00;A;B')).toEqual(['2026-04-26T09:00–2026-04-26T10:00 B | A']);
});

test('[F41] a year that is not written is that of other dates, else the one that is given, else a made-up one', () => {
  const rows = ['Date,Start,Title', '17th Sep,9:00,A', '18th Sep 2024,9:00,B', '19th Sep,9:00,C'];
  expect(lines(...rows).map((text) => text.slice(0, 10))).toEqual(['2024-09-17', '2024-09-18', '2024-09-19']);
  const text = 'Date,Start,Title\n17th Sep,9:00,A';
  const source = { bytes: new TextEncoder().encode(text), text };
  expect(readTable(source, { year: 2026 })).toMatchObject({
    sessions: [{ start: { local: '2026-09-17T09:00' } }],
    warnings: [{ message: 'Dates without a year were taken to be in 2026.' }],
  });
  expect(read(text)).toMatchObject({
    sessions: [{ start: { local: '2000-09-17T09:00' } }],
    madeUpDay: null,
    yearless: true,
  });
  expect(read(...rows).yearless).toBeUndefined();
});

test.each([
  ['Data;Godzina;Sala;Tytuł;Prelegent', '26.04.2026;9:00;Room;A;Jan Kowalski'],
  ['Дата;Время;Зал;Название;Докладчик', '26.04.2026;9:00;Room;A;Jan Kowalski'],
  ['日期;时间;地点;题目;演讲者', '2026年4月26日;9:00;Room;A;Jan Kowalski'],
  ['Datum;Tijd;Zaal;Titel;Spreker', '26-04-2026;9:00;Room;A;Jan Kowalski'],
  ['Data;Horário;Local;Título;Palestrante', '26/04/2026;9h00;Room;A;Jan Kowalski'],
])('[F40] the columns %s are known', (...rows) => {
  const { sessions } = read(...rows);
  expect(sessions.map(line)).toEqual(['2026-04-26T09:00–? Room | A']);
  expect(sessions[0]?.speakers).toEqual([{ name: 'Jan Kowalski' }]);
});

test('[F41] a date that cannot be read or is in no calendar is skipped', () => {
  const { skipped, sessions } = read(
    'Date,Start,Title',
    '2026-02-30,9:00,A',
    'soon,9:00,B',
    '26-27 April 2026,9:00,C',
    '26 Apr – 2 May,9:00,E',
    '2026-04-26,9:00,D',
  );
  expect(sessions.map(({ title }) => title)).toEqual(['D']);
  expect(skipped.map(({ why }) => why)).toEqual([
    '"B" has a date that cannot be read: "soon"',
    '"C" has a date that cannot be read: "26-27 April 2026"',
    '"E" has a date that cannot be read: "26 Apr – 2 May"',
    '"A" has a date that is in no calendar',
  ]);
});

test('[F41] weekdays alone are days that follow each other', () => {
  const schedule = read('Day,Time,Title', 'Saturday,9:00,A', 'Sunday,9:00,B', 'Mo.,9:00,C');
  expect(schedule.madeUpDay).toBe('2000-01-01');
  expect(schedule.sessions.map((session) => line(session).slice(0, 10))).toEqual([
    '2000-01-01',
    '2000-01-02',
    '2000-01-03',
  ]);
});

test('[F41] a date above the header counts for the rows below it', () => {
  const schedule = read('Our day,', '"Sunday, 26 April 2026",', 'Time,Title', '9:00,A');
  expect(schedule.title).toBe('Our day');
  expect(schedule.sessions.map(line)).toEqual(['2026-04-26T09:00–? - | A']);
});

test('[F41] without any date there are times of day; numbered days follow each other', () => {
  expect(read('Start,Title', '9:00,A')).toMatchObject({ madeUpDay: '2000-01-01' });
  const schedule = read('Day,Start,Title', 'Day 1,9:00,A', 'Day 2,9:00,B', ',10:00,C');
  expect(schedule.madeUpDay).toBe('2000-01-01');
  expect(schedule.sessions.map(line)).toEqual([
    '2000-01-01T09:00–? - | A',
    '2000-01-02T09:00–? - | B',
    '2000-01-02T10:00–? - | C',
  ]);
});

test.each([
  ['9:00', '09:00–?'],
  ['09:00:00', '09:00–?'],
  ['09.00', '09:00–?'],
  ['9h30', '09:30–?'],
  ['9h', '09:00–?'],
  ['9:00 Uhr', '09:00–?'],
  ['0900', '09:00–?'],
  ['9', '09:00–?'],
  ['9時30分', '09:30–?'],
  ['2:30 PM', '14:30–?'],
  ['2:30 p.m.', '14:30–?'],
  ['2pm', '14:00–?'],
  ['12:15 am', '00:15–?'],
  ['noon', '12:00–?'],
  ['0.375', '09:00–?'],
  ['2026-04-26 09:00', '09:00–?'],
  ['2026-04-26T09:00:00', '09:00–?'],
  ['26.04.2026 9:00', '09:00–?'],
  ['46138.375', '09:00–?'],
  ['9:00–9:45', '09:00–2026-04-26T09:45'],
  ['9:00 - 9:45 Uhr', '09:00–2026-04-26T09:45'],
  ['von 9 bis 10 Uhr', '09:00–2026-04-26T10:00'],
  ['9h30 à 10h', '09:30–2026-04-26T10:00'],
  ['2:00-3:30 PM', '14:00–2026-04-26T15:30'],
  ['11:30-1:00 PM', '11:30–2026-04-26T13:00'],
  ['23:00-00:30', '23:00–2026-04-27T00:30'],
])('[F42] the time %s is %s', (time, times) => {
  expect(onDay(`${time},A`)).toEqual([`${times} - | A`]);
});

test('[F42] a time with an offset is an instant', () => {
  const schedule = read('Start,End,Title', '2026-04-26T09:00+02:00,2026-04-26T10:00:00+02:00,A');
  expect(schedule.sessions.map(line)).toEqual(['2026-04-26T07:00Z–2026-04-26T08:00Z - | A']);
  expect(schedule.offsetsOnly).toBe(true);
});

test.each([
  ['45', '45 min'],
  ['45 min', '45 min'],
  ['45 Minuten', '45 min'],
  ['0:45', '45 min'],
  ['1h30', '90 min'],
  ['1 hr 30 min', '90 min'],
  ['1.5 h', '90 min'],
  ['"1,5 Std."', '90 min'],
  ['PT45M', '45 min'],
  ['0.03125', '45 min'],
  ['long', '? (long)'],
])('[F42] the length %s is %s', (duration, end) => {
  expect(lines('Date,Start,Duration,Title', `2026-04-26,9:00,${duration},A`)).toEqual([
    `2026-04-26T09:00–${end} - | A`,
  ]);
});

test('[F42] an end before the start is of the next day, and said where that is far', () => {
  const schedule = read(
    'Date,Start,End,Title',
    '2026-04-26,23:00,1:00,Party',
    '2026-04-26,14:00,13:30,Slip',
    '2026-04-26,11:00 AM,1:00,Lunch',
    '2026-04-26,9:00,later,Open',
    '2026-04-26,22:00,24:00,Late',
  );
  expect(schedule.sessions.map(({ end }) => end)).toEqual([
    { local: '2026-04-27T01:00' },
    { local: '2026-04-27T13:30' },
    { local: '2026-04-26T13:00' },
    { unread: 'later' },
    { local: '2026-04-27T00:00' },
  ]);
  expect(schedule.warnings.map(({ message }) => message)).toEqual(['"Slip" ends 24 hours after it begins.']);
});

test('[F42] what follows the evening under the same date begins after midnight', () => {
  const { sessions, warnings } = read(
    'Date,Start,Title',
    '2026-04-25,22:00,Concert',
    ',00:30,Dancing',
    ',02:00,Last orders',
    '2026-04-26,9:00,Breakfast',
  );
  expect(sessions.map((session) => `${line(session).slice(0, 16)}`)).toEqual([
    '2026-04-25T22:00',
    '2026-04-26T00:30',
    '2026-04-26T02:00',
    '2026-04-26T09:00',
  ]);
  expect(warnings).toHaveLength(2);
});

test('[F43] an empty date is that of the row above, or of a row with nothing but a date', () => {
  expect(lines('Date,Start,Title', '2026-04-26,9:00,A', ',10:00,B', '27 April 2026,,', ',9:00,C')).toEqual([
    '2026-04-26T09:00–? - | A',
    '2026-04-26T10:00–? - | B',
    '2026-04-27T09:00–? - | C',
  ]);
});

test('[F43] an empty room is that of the rows above only where each room stands once, as in merged cells', () => {
  const rooms = (...rows: string[]) => read('Room,Start,Title', ...rows).sessions.map(({ room }) => room);
  expect(rooms('Hall,9:00,A', ',10:00,B', ',11:00,C', 'Lab,9:00,D', ',10:00,E')).toEqual([
    'Hall',
    'Hall',
    'Hall',
    'Lab',
    'Lab',
  ]);
  expect(rooms('Hall,9:00,A', ',10:00,Break', 'Hall,11:00,C')).toEqual(['Hall', null, 'Hall']);
  expect(rooms('TBA,9:00,A')).toEqual([null]);
  const all = read('Room,Start,Title', 'All rooms,9:00,A').sessions[0];
  expect(all).toMatchObject({ room: null, everybody: true });
});

test('[F43] rows without a time or a title are skipped with their reason, empty ones silently', () => {
  const { sessions, skipped } = read(
    'Date,Start,Title,Speaker',
    '26 April 2026,,Session 1: Morning,',
    ',,,',
    '2026-04-26,9:00,,Ada Lovelace',
    '2026-04-26,sometime,A,',
    '2026-04-26,25:00,B,',
  );
  expect(sessions).toEqual([]);
  expect(skipped).toEqual([
    { where: 'line 2', why: '"Session 1: Morning" has no time' },
    { where: 'line 4', why: '"2026-04-26" has no title', unread: true },
    { where: 'line 5', why: '"A" has a time that cannot be read: "sometime"', unread: true },
    { where: 'line 6', why: '"B" has a time that cannot be read: "25:00"', unread: true },
  ]);
});

test.each([
  ['Ada Lovelace; Alan Turing', ['Ada Lovelace', 'Alan Turing']],
  ['Ada Lovelace and Alan Turing', ['Ada Lovelace', 'Alan Turing']],
  ['Ada Lovelace, Grace Hopper, and Alan Turing', ['Ada Lovelace', 'Grace Hopper', 'Alan Turing']],
  ['Ada Lovelace & Alan Turing', ['Ada Lovelace', 'Alan Turing']],
  ['Ada Lovelace | Alan Turing', ['Ada Lovelace', 'Alan Turing']],
  ['Ada Lovelace, Alan Turing', ['Ada Lovelace', 'Alan Turing']],
  ['Ada Lovelace und Alan Turing', ['Ada Lovelace', 'Alan Turing']],
  ['Lovelace, Ada', ['Lovelace, Ada']],
  ['Ada Lovelace, MIT', ['Ada Lovelace (MIT)']],
  ['Ada Lovelace, University of London', ['Ada Lovelace (University of London)']],
  [
    'Ada Lovelace (Arts & Crafts, London); Alan Turing',
    ['Ada Lovelace (Arts & Crafts, London)', 'Alan Turing'],
  ],
  [
    'Ada Lovelace (University of London), Alan Turing (King’s College, UK)',
    ['Ada Lovelace (University of London)', 'Alan Turing (King’s College, UK)'],
  ],
  ['TBA', []],
  ['Jos&eacute; Pi&ntilde;a &amp; Ana Sanz', ['José Piña', 'Ana Sanz']],
  ['<b>Ada Lovelace</b><br>Alan Turing', ['Ada Lovelace', 'Alan Turing']],
  ['Ada Lovelace / Alan Turing', ['Ada Lovelace', 'Alan Turing']],
  ['Ada Lovelace + Alan Turing', ['Ada Lovelace', 'Alan Turing']],
  ['Research/Data Team', ['Research/Data Team']],
])('[F44] "%s" names %j', (cell, speakers) => {
  const { sessions } = read('Start,Title,Speakers', `9:00,A,"${cell}"`);
  const names = sessions[0]?.speakers.map(({ name, affiliation }) =>
    affiliation === undefined ? name : `${name} (${affiliation})`,
  );
  expect(names).toEqual(speakers);
});

test('[F45] titles with authors and without times are papers, in any order and case of the columns', () => {
  const schedule = read(
    'Title, AUTHORS ,uid,Session,pdf_url,presentation_id,abstract',
    '"Failing, well",Ada Lovelace|Alan Turing,p1,Mon 1,https://a.example/1.pdf,38942425,"We\nfailed."',
    ',Nobody,p2,,,,',
    'Alone,Ada Lovelace,,,,,',
  );
  expect(schedule).toMatchObject({ format: 'miniconf-papers', sessions: [] });
  expect(schedule.papers).toEqual([
    {
      where: 'line 2',
      line: 2,
      key: 'p1',
      title: 'Failing, well',
      authors: ['Ada Lovelace', 'Alan Turing'],
      kind: null,
      abstract: 'We\nfailed.',
      links: [
        { label: 'pdf_url', url: 'https://a.example/1.pdf' },
        { label: 'presentation_id', url: 'https://slideslive.com/38942425' },
      ],
    },
    expect.objectContaining({ title: 'Alone', key: null, line: 5 }),
  ]);
  expect(schedule.skipped).toEqual([{ where: 'line 4', why: 'it has no title' }]);
});

test('[F30] a table without a header, or with a quote that never ends, is refused', () => {
  expect(unreadable(readTable, 'just,some\nwords,here')).toEqual([
    '- No row names the columns. Name at least a start and a title, for example: Date, Start, Title, Room.',
  ]);
  expect(unreadable(readTable, 'Start,Title\n9:00,A\n10:00,"B\n11:00,C')).toEqual([
    '3 A quote begins in this row and never ends.',
  ]);
});

test('[F30] at most 6,000 rows and 200 columns are read, and it is said', () => {
  const many = Array.from({ length: 6_005 }, () => '9:00,A');
  const { sessions, skipped } = read('Start,Title', ...many);
  expect(sessions).toHaveLength(5_999);
  expect(skipped).toEqual([{ where: 'line 6001', why: 'only the first 6000 rows are read' }]);
  expect(read(`Start,Title${',x'.repeat(300)}`, '9:00,A').warnings[0]?.message).toBe(
    'Only the first 200 columns were read.',
  );
});

test('[F30] cells made to keep a reader busy are done in no time', () => {
  const took = busy();
  const hostile = [
    '9'.repeat(50_000),
    ' '.repeat(50_000),
    '('.repeat(50_000),
    '1 '.repeat(25_000),
    'a, '.repeat(20_000),
  ];
  const rows = hostile.flatMap((cell) => [
    `"x${cell}","${cell}y","A${cell}","${cell}x","${cell}"`,
    `2026-04-26,9:00,"A${cell}","${cell}x","${cell}"`,
  ]);
  const { skipped, sessions } = read('Date,Start,Title,Speaker,Duration', ...rows);
  expect([skipped.length, sessions.length]).toEqual([5, 5]);
  expect(took()).toBeLessThan(2000);
});
