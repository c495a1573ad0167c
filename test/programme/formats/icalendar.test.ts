import { expect, test } from 'vitest';
import { readIcalendar } from '../../../server/programme/formats/icalendar/icalendar.ts';
import { busy } from '../../world/busy.ts';
import { found, line, unreadable, written } from './found.ts';

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const at9 = ['DTSTART:20260426T090000Z', 'DTEND:20260426T093000Z'];
const read = (...lines: string[]) => found(readIcalendar, calendar(...lines));
const starts = (...lines: string[]) => read(...lines).sessions.map(({ start }) => written(start));

test('[F31] a fold in the middle of a character does not break it', () => {
  const bytes = new TextEncoder().encode(calendar(...event('SUMMARY:Café', ...at9)));
  const within = bytes.indexOf(0xc3) + 1;
  const folded = new Uint8Array([...bytes.slice(0, within), 13, 10, 32, ...bytes.slice(within)]);
  const schedule = readIcalendar({ bytes: folded, text: '' });
  expect('sessions' in schedule && schedule.sessions[0]?.title).toBe('Café');
});

test('[F31] lines may end with LF, be folded by tabs, be long, begin with a BOM and have other bytes than UTF-8', () => {
  const long = 'x'.repeat(5000);
  const text = `\uFEFF${calendar(...event(`SUMMARY:A\r\n\tB ${long}`, ...at9)).replaceAll('\r\n', '\n')}`;
  expect(found(readIcalendar, text).sessions[0]?.title).toBe(`AB ${long}`);
  const latin = Buffer.from(calendar(...event('SUMMARY:Caf\u00e9', ...at9)), 'latin1');
  const schedule = readIcalendar({ bytes: latin, text: '' });
  expect('sessions' in schedule && schedule.sessions[0]?.title).toBe('Café');
});

test('[F31] parameters, blanks after the colon, unescaped commas and escapes are taken as they are meant', () => {
  const { sessions } = read(
    ...event(
      'SUMMARY;LANGUAGE=en-us: One, two; three\\, four',
      'DTSTART;VALUE=DATE-TIME;TZID="Europe/Rome": 20260426T090000',
      'DESCRIPTION:First\\nSecond \\\\ "quoted"',
      'LOCATION;ALTREP="http://a.example/x;y:z":Room A, 2nd floor',
    ),
  );
  expect(sessions[0]).toMatchObject({
    title: 'One, two; three, four',
    start: { instant: Date.UTC(2026, 3, 26, 7) },
    abstract: 'First\nSecond \\ "quoted"',
    room: 'Room A, 2nd floor',
  });
});

test('[F31] what stands in an alarm is never the event’s', () => {
  const alarm = ['BEGIN:VALARM', 'UID:alarm', 'DESCRIPTION:Ring', 'SUMMARY:Ring', 'END:VALARM'];
  const { sessions } = read(...event(...alarm, 'UID:a', 'SUMMARY:Talk', ...at9));
  expect(sessions[0]).toMatchObject({ key: 'a', title: 'Talk', abstract: null });
});

test('[F31] a broken line is named and the rest is read', () => {
  const { sessions, warnings } = read(...event('SUMMARY:Talk', 'this is no line', ...at9, 'END:VALARM'));
  expect(sessions).toHaveLength(1);
  expect(warnings).toEqual([
    { path: 'line 5', line: 5, message: 'This line cannot be read: "this is no line".' },
    { path: 'line 8', line: 8, message: 'END:VALARM ends nothing that was begun.' },
  ]);
});

test('[F31] an event without END ends where the next begins', () => {
  const { sessions, warnings } = read(
    'BEGIN:VEVENT',
    'SUMMARY:One',
    ...at9,
    'BEGIN:VALARM',
    ...event('SUMMARY:Two', ...at9),
  );
  expect(sessions.map(({ title }) => title)).toEqual(['One', 'Two']);
  expect(warnings).toHaveLength(2);
});

test('[F31] lines made to keep a reader busy are done in no time', () => {
  const hostile = [
    `SUMMARY${';a=b'.repeat(24_000)}`,
    `SUMMARY;a=${'"'.repeat(90_000)}`,
    `LOCATION:x${' -'.repeat(45_000)}y`,
    `DESCRIPTION:Speaker: ${' '.repeat(90_000)}x`,
    `CATEGORIES:${'\\'.repeat(90_000)}`,
    `SUMMARY:Talk ${'#'.repeat(90_000)}`,
  ];
  const took = busy();
  expect(read(...event(...hostile, ...at9)).sessions).toHaveLength(1);
  expect(took()).toBeLessThan(1500);
});

test('[F31] a line above 100 kB is not read', () => {
  const { sessions, warnings } = read(...event('SUMMARY:Talk', `DESCRIPTION:${'x'.repeat(100_001)}`, ...at9));
  expect(sessions[0]?.abstract).toBeNull();
  expect(warnings).toEqual([
    { path: 'line 5', line: 5, message: 'This line is longer than 100 kB; it is not read.' },
  ]);
});

test('[F30] a file that ends in the middle, or is no calendar, is refused with its line', () => {
  expect(unreadable(readIcalendar, 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Talk\n')).toEqual([
    '3 The file ends in the middle: the VEVENT of line 2 is not closed, END:VCALENDAR is missing. Export it again.',
  ]);
  expect(unreadable(readIcalendar, 'SUMMARY:Talk')).toEqual([
    '1 This is no calendar: the line BEGIN:VCALENDAR is missing.',
  ]);
  const many = Array.from({ length: 10_001 }, () => 'BEGIN:VEVENT\nEND:VEVENT').join('\n');
  expect(unreadable(readIcalendar, `BEGIN:VCALENDAR\n${many}\nEND:VCALENDAR`)).toEqual([
    '20000 The calendar has more than 10000 parts.',
  ]);
});

test.each([
  ['DTSTART:20260426T090000Z', '2026-04-26T09:00Z'],
  ['DTSTART:20260426T0900Z', '2026-04-26T09:00Z'],
  ['DTSTART:2026-04-26T09:00:00-05:00', '2026-04-26T14:00Z'],
  ['DTSTART:20260426T090000', '2026-04-26T09:00'],
  ['DTSTART;TZID=America/New_York:20260426T090000', '2026-04-26T13:00Z'],
  ['DTSTART;TZID=W. Europe Standard Time:20260426T090000', '2026-04-26T07:00Z'],
  ['DTSTART;TZID=/mozilla.org/20070129_1/America/Argentina/Ushuaia:20260426T090000', '2026-04-26T12:00Z'],
])('[F32] %s is %s', (start, at) => {
  expect(starts(...event('SUMMARY:Talk', start))).toEqual([at]);
});

const ownZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Our place',
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

test('[F32] a zone that only the file defines is followed, in summer and in winter', () => {
  const talk = (start: string) => event('SUMMARY:Talk', `DTSTART;TZID=Our place:${start}`);
  expect(starts(...ownZone, ...talk('20260426T090000'), ...talk('20261226T090000'))).toEqual([
    '2026-04-26T07:00Z',
    '2026-12-26T08:00Z',
  ]);
});

test('[F32] a zone that nobody knows leaves the time local, and says so', () => {
  const { sessions, warnings } = read(...event('SUMMARY:Talk', 'DTSTART;TZID=Nowhere:20260426T090000'));
  expect(sessions[0]?.start).toEqual({ local: '2026-04-26T09:00' });
  expect(warnings).toEqual([
    { path: 'line 5', line: 5, message: 'The zone "Nowhere" is not known; the time was taken as local.' },
  ]);
});

test('[F32] a zone whose rules could keep a reader busy for ever is not followed', () => {
  const endless = ownZone.map((zoneLine) =>
    zoneLine.startsWith('RRULE') ? 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30' : zoneLine,
  );
  const schedule = read(...endless, ...event('SUMMARY:Talk', 'DTSTART;TZID=Our place:20260426T090000'));
  expect(schedule.sessions.map(({ start }) => start)).toEqual([{ local: '2026-04-26T09:00' }]);
});

test('[F32] the calendar’s own zone is for local times and for showing, and converts no others', () => {
  const schedule = read(
    'X-WR-CALNAME:Our\\, day',
    'X-WR-TIMEZONE:America/New_York',
    ...event('SUMMARY:A', ...at9),
  );
  expect(schedule).toMatchObject({ title: 'Our, day', timezone: 'America/New_York', offsetsOnly: true });
  expect(schedule.sessions.map(line)).toEqual(['2026-04-26T09:00Z–2026-04-26T09:30Z - | A']);
});

test('[F32] VTIMEZONE as a field is a hint; else the zone is that of most events', () => {
  expect(read('NAME:Day', 'VTIMEZONE: Europe/Rome', ...event('SUMMARY:A', ...at9))).toMatchObject({
    title: 'Day',
    timezone: 'Europe/Rome',
  });
  const local = event('SUMMARY:B', 'DTSTART;TZID=Europe/Oslo:20260426T090000');
  expect(read(...event('SUMMARY:A', ...at9), ...local).timezone).toBe('Europe/Oslo');
  const wrong = read('X-WR-TIMEZONE:Mars', ...local);
  expect([wrong.timezone, wrong.warnings[0]?.message]).toEqual(['Europe/Oslo', '"Mars" is not a time zone.']);
});

test('[F32] a local time that the clocks skip is said', () => {
  const { warnings } = read(...event('SUMMARY:A', 'DTSTART;TZID=Europe/Berlin:20260329T023000'));
  expect(warnings[0]?.message).toContain('The clocks skip');
});

test('[F32] all-day events, and those without a title or a start, are skipped with their reason', () => {
  const { sessions, skipped } = read(
    ...event('SUMMARY:Holiday', 'DTSTART;VALUE=DATE:20260426'),
    ...event('SUMMARY:Outlook', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE', ...at9),
    ...event(...at9),
    ...event('SUMMARY:Lost'),
    ...event('SUMMARY:Odd', 'DTSTART:20260231T090000'),
    'BEGIN:VTODO',
    'SUMMARY:Do it',
    'END:VTODO',
  );
  expect(sessions).toEqual([]);
  expect(skipped).toEqual([
    { where: 'line 3', why: '"Holiday" is all day' },
    { where: 'line 7', why: '"Outlook" is all day' },
    { where: 'line 13', why: 'it has no title' },
    { where: 'line 17', why: '"Lost" has no start' },
    { where: 'line 20', why: '"Odd" has a start that cannot be read: "20260231T090000"' },
    { where: 'line 24', why: 'a task, not an event' },
  ]);
});

test('[F32] an end is DTEND, else DURATION, else unknown; what cannot be followed is kept', () => {
  const of = (...ends: string[]) => read(...event('SUMMARY:A', 'DTSTART:20260426T090000Z', ...ends));
  const end = (...ends: string[]) => of(...ends).sessions[0]?.end;
  expect(end('DURATION:PT1H30M')).toEqual({ minutes: 90, assumed: null });
  expect(end()).toBeNull();
  expect(end('DTEND:20260426T090000Z')).toEqual({ instant: Date.UTC(2026, 3, 26, 9) });
  expect(end('DTEND:20260426T080000Z')).toEqual({ unread: '20260426T080000Z' });
  expect(end('DTEND:20260426T080000Z', 'DURATION:PT30M')).toEqual({ minutes: 30, assumed: null });
  expect(end('DURATION:soon')).toEqual({ unread: 'soon' });
});

test('[F33] many events under one UID all survive', () => {
  const same = (title: string, hour: string) =>
    event('UID:1@x', 'SEQUENCE:0', `SUMMARY:${title}`, `DTSTART:20260426T${hour}0000Z`);
  const { sessions, skipped } = read(
    ...same('One', '09'),
    ...same('Two', '09'),
    ...same('One', '10'),
    ...same('One', '10'),
  );
  expect(sessions.map(({ title, key }) => [title, key])).toEqual([
    ['One', '1@x'],
    ['Two', '1@x'],
    ['One', '1@x'],
  ]);
  expect(skipped).toEqual([{ where: 'line 21', why: 'it stands again in line 15: "One"' }]);
});

test('[F33] a higher SEQUENCE replaces the same event, also where it moved', () => {
  const version = (sequence: number, hour: string) =>
    event('UID:1', `SEQUENCE:${sequence}`, 'SUMMARY:Talk', `DTSTART:20260426T${hour}0000Z`);
  const { sessions, skipped } = read(...version(2, '11'), ...version(0, '09'), ...version(1, '10'));
  expect(sessions.map(({ start }) => written(start))).toEqual(['2026-04-26T11:00Z']);
  expect(skipped.map(({ why }) => why)).toEqual([
    'an older version of what stands in line 3: "Talk"',
    'an older version of what stands in line 3: "Talk"',
  ]);
});

test('[F33] what is cancelled stays, marked as cancelled', () => {
  const cancelled = event('UID:1', 'SEQUENCE:1', 'STATUS:CANCELLED', 'SUMMARY:Talk', ...at9);
  const { sessions } = read(...event('UID:1', 'SUMMARY:Talk', ...at9), ...cancelled);
  expect(sessions).toMatchObject([{ title: 'Talk', cancelled: true }]);
  expect(read('METHOD:CANCEL', ...event('SUMMARY:Talk', ...at9)).sessions[0]?.cancelled).toBe(true);
});

test('[F34] a place that is a web address is a link, words beside it are the room', () => {
  const { sessions } = read(
    ...event('SUMMARY:A', 'LOCATION:https://zoom.example/j/1', 'URL:https://talks.example/a', ...at9),
    ...event('SUMMARY:P', 'LOCATION:papers.html?session=Mon+Session+1', ...at9),
    ...event('SUMMARY:B', 'LOCATION:Hall 1 - A\\, – https://zoom.example/j/2', ...at9),
    ...event('SUMMARY:C', 'CONFERENCE;VALUE=URI;LABEL=Join us:https://meet.example/c', ...at9),
    ...event('SUMMARY:D', 'DESCRIPTION:Track: Science', ...at9),
  );
  expect(
    sessions.map(({ room, links }) => [room, ...links.map(({ label, url }) => `${label} ${url}`)]),
  ).toEqual([
    [null, 'Live https://zoom.example/j/1', 'Page https://talks.example/a'],
    [null],
    ['Hall 1 - A', 'Live https://zoom.example/j/2'],
    [null, 'Live: Join us https://meet.example/c'],
    ['Science'],
  ]);
});

test('[F34] categories and hashtags around a title are hints', () => {
  const { sessions } = read(
    ...event('SUMMARY:#talk Opening remarks #main', 'CATEGORIES:Keynote\\, big,Social', ...at9),
    ...event('SUMMARY:Room #5 and C#', ...at9),
  );
  expect(sessions.map(({ title, hints }) => [title, hints])).toEqual([
    ['Opening remarks', ['Keynote, big', 'Social', 'talk', 'main']],
    ['Room #5 and C#', []],
  ]);
});

test('[F34] speakers stand in the description, in pretalx titles, or are organizers that differ', () => {
  const speakers = (...lines: string[]) => read(...lines).sessions.map((session) => session.speakers);
  const described = event(
    'SUMMARY:A - B',
    'DESCRIPTION:About\\nSpeaker: Ada Lovelace (London) and Alan Turing',
    ...at9,
  );
  expect(speakers(...described)).toEqual([
    [{ name: 'Ada Lovelace', affiliation: 'London' }, { name: 'Alan Turing' }],
  ]);
  const pretalx = read('PRODID:-//pretalx//x//', ...event('SUMMARY:A - B - Ada L, Alan T', ...at9));
  expect(pretalx.sessions[0]).toMatchObject({
    title: 'A - B',
    speakers: [{ name: 'Ada L' }, { name: 'Alan T' }],
  });
  const by = (name: string) => event(`SUMMARY:${name}`, `ORGANIZER;CN=${name}:mailto:a@b.example`, ...at9);
  expect(speakers(...by('Ada'), ...by('Alan'))).toEqual([[{ name: 'Ada' }], [{ name: 'Alan' }]]);
  expect(speakers(...by('Owner'), ...by('Owner'))).toEqual([[], []]);
});

const repeating = (rule: string, ...lines: string[]) =>
  event(
    'UID:r',
    'SUMMARY:Coffee',
    'DTSTART;TZID=Europe/Berlin:20261023T100000',
    'DURATION:PT15M',
    rule,
    ...lines,
  );

test('[F35] a repeating event is written out in local time, across a change of clocks', () => {
  const { sessions } = read(...repeating('RRULE:FREQ=DAILY;COUNT=4'));
  expect(sessions.map(line)).toEqual([
    '2026-10-23T08:00Z–15 min - | Coffee',
    '2026-10-24T08:00Z–15 min - | Coffee',
    '2026-10-25T09:00Z–15 min - | Coffee',
    '2026-10-26T09:00Z–15 min - | Coffee',
  ]);
  expect(sessions[1]).toMatchObject({ where: 'line 3, time 2', line: 3, key: 'r 2026-10-24' });
  expect(starts(...repeating('RRULE:FREQ=WEEKLY;BYDAY=FR,SA;UNTIL=20261030T090000Z'))).toEqual([
    '2026-10-23T08:00Z',
    '2026-10-24T08:00Z',
    '2026-10-30T09:00Z',
  ]);
});

test('[F35] of many events that repeat none is written out once the calendar has 5,000 times', () => {
  const many = Array.from({ length: 30 }, () => repeating('RRULE:FREQ=DAILY;COUNT=200')).flat();
  const { sessions, skipped } = read(
    ...many.map((text, at) => (text.startsWith('UID') ? `UID:${at}` : text)),
    ...event('SUMMARY:Once', ...at9),
  );
  expect(sessions).toHaveLength(5_001);
  expect(skipped).toHaveLength(5);
  expect(skipped[0]?.why).toBe('"Coffee" repeats, and the calendar has 5000 times already');
});

test('[F35] times that are excluded, added, moved or cancelled are heard', () => {
  const moved = event(
    'UID:r',
    'SUMMARY:Late coffee',
    'RECURRENCE-ID;TZID=Europe/Berlin:20261024T100000',
    'DTSTART;TZID=Europe/Berlin:20261024T110000',
  );
  const changes = ['EXDATE;TZID=Europe/Berlin:20261025T100000', 'RDATE;TZID=Europe/Berlin:20261101T100000'];
  const { sessions } = read(...repeating('RRULE:FREQ=DAILY;COUNT=4', ...changes), ...moved);
  expect(sessions.map(({ title, start }) => `${written(start)} ${title}`)).toEqual([
    '2026-10-23T08:00Z Coffee',
    '2026-10-26T09:00Z Coffee',
    '2026-11-01T09:00Z Coffee',
    '2026-10-24T09:00Z Late coffee',
  ]);
});

test('[F35] without an end it repeats on the calendar’s other days, and nowhere where there are none', () => {
  const other = event('SUMMARY:Closing', 'DTSTART:20261025T090000Z');
  expect(starts(...repeating('RRULE:FREQ=DAILY'), ...other)).toEqual([
    '2026-10-25T09:00Z',
    '2026-10-25T09:00Z',
  ]);
  expect(read(...repeating('RRULE:FREQ=DAILY')).skipped).toEqual([
    { where: 'line 8', why: '"Coffee" repeats without an end' },
  ]);
  expect(read(...repeating('RRULE:FREQ=DAILY;COUNT=201')).skipped).toEqual([
    { where: 'line 8', why: '"Coffee" repeats more than 200 times' },
  ]);
});

test.each([
  'FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2',
  'FREQ=SECONDLY',
  'FREQ=YEARLY;BYMONTHDAY=31',
  'nonsense',
  'FREQ=DAILY;INTERVAL=0',
])('[F35] a rule that cannot be followed is skipped with its line: %s', (rule) => {
  expect(read(...repeating(`RRULE:${rule}`)).skipped).toEqual([
    { where: 'line 8', why: `"Coffee" repeats by a rule that is not supported ("${rule}")` },
  ]);
});

test.each([
  ['FREQ=MONTHLY;BYDAY=5FR;COUNT=2', ['2026-10-30T09:00Z', '2027-01-29T09:00Z']],
  ['FREQ=MONTHLY;BYMONTHDAY=28;COUNT=1', ['2026-10-28T09:00Z']],
  ['FREQ=YEARLY;COUNT=2', ['2026-10-23T08:00Z', '2027-10-23T08:00Z']],
])('[F35] %s is followed', (rule, times) => {
  expect(starts(...repeating(`RRULE:${rule}`))).toEqual(times);
});
