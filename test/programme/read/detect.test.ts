import { describe, expect, test } from 'vitest';
import { detect } from '../../../server/programme/read/detect.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const formatOf = (text: string) => {
  const found = detect(bytes(text));
  return 'format' in found ? found.format : found.unreadable[0]?.message;
};

describe('[F20] a format is known by what a file holds, never by its name', () => {
  test.each([
    ['event', 'backrow: 1\nslug: x\n'],
    ['event', '# our day\n\nbackrow: 1\n'],
    ['event', '{"backrow": 1, "slug": "x"}'],
    ['event', 'title: no first line\nslug: x\n'],
    ['frab-json', '{"schedule":{"conference":{"days":[{"rooms":{}}]}}}'],
    ['frab-xml', '<?xml version="1.0"?>\n<!-- made by us -->\n<schedule><conference/></schedule>'],
    ['icalendar', '\uFEFF\r\nBEGIN:VCALENDAR\r\n'],
    ['sessionize-all', '{"sessions":[],"speakers":[],"rooms":[]}'],
    ['sessionize-sessions', '[{"groupId":null,"groupName":"All","sessions":[]}]'],
    ['sessionize-grid', '[{"date":"2026-04-26T00:00:00","rooms":[],"timeSlots":[]}]'],
    [
      'miniconf-calendar',
      '[{"title":"x","start":"2026-04-26T08:00Z","end":"2026-04-26T09:00Z","calendarId":"---"}]',
    ],
    ['openreview', '{"notes":[]}'],
    ['openreview', '[{"id":"x","content":{"title":{"value":"x"}}}]'],
    ['ontime', '{"rundowns":{},"project":{}}'],
    ['ontime', '{"rundown":[],"settings":{}}'],
    ['table', 'Date,Start,Title\n2026-04-26,08:00,x\n'],
    ['table', 'Datum;Uhrzeit;Titel\n26.04.2026;08:00;x\n'],
    ['table', 'Session 1: Vision,,\nTime,Title,Speaker\n9:00,A,Ada\n'],
    ['event', 'title: a, b, c\nslug: x\nlinks: [a,\n  b]\n'],
    ['table', 'PK\u0003\u0004'],
  ])('%s', (format, text) => {
    expect(formatOf(text)).toBe(format);
  });

  test('text of old programs and of UTF-16 is read too', () => {
    const latin = Uint8Array.from(
      [...'Zeit;Titel\n9:00;Begr'].map((sign) => sign.charCodeAt(0)).concat([0xfc, 0xdf, 0x65]),
    );
    expect(detect(latin)).toMatchObject({ format: 'table', text: expect.stringContaining('Begrüße') });
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...'Start,Title\n9:00,x'].map((sign) => sign.charCodeAt(0))).buffer),
    ]);
    expect(detect(wide)).toMatchObject({ format: 'table' });
  });
});

describe('[F21] what is known and not read is refused with what to export instead', () => {
  test.each([
    ['a web page', '<!DOCTYPE html><html></html>', 'web page'],
    ['a saved web page', '<!-- saved from url -->\n<html><body>BEGIN:VCALENDAR</body></html>', 'web page'],
    ['a calendar in XML', '<?xml version="1.0"?><iCalendar xmlns="x"><vcalendar/></iCalendar>', '.ics'],
    ['any other XML', '<rss></rss>', 'no conference schedule'],
    ['the second c3voc draft', '{"schedule":{"conference":{"days":[]},"events":[]}}', 'version 1'],
    ['days by minutes', '{"schedule":{"2026-04-26":{"540":{}}}}', 'schedule.json'],
    ['a page of an interface', '{"count":1,"next":null,"results":[]}', 'schedule.json'],
    ['words for search engines', '{"@context":"https://schema.org","@type":"Event"}', '.ics'],
    ['a list of such words', '[{"@context":"https://schema.org","@type":"Event"}]', '.ics'],
    ['a graph of such words', '{"@graph":[{"@context":"https://schema.org"}]}', '.ics'],
    ['speakers of Sessionize', '[{"fullName":"Ada","sessions":[]}]', 'All'],
    ['papers of a Mini-Conf site', '[{"title":"x","authors":["Ada"]}]', 'CSV'],
    ['a calendar wrapped into a page', '<pre>BEGIN:VCALENDAR\nEND:VCALENDAR</pre>', 'web page'],
    ['any other JSON', '{"a":1}', 'none of the schedules'],
    ['an empty list', '[]', 'empty'],
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t ', 'empty'],
    ['prose', 'Dear all, here is the programme', 'none of the schedules'],
  ])('%s', (_what, text, said) => {
    expect(formatOf(text)).toContain(said);
  });

  test('compressed files and other bytes', () => {
    expect(detect(Uint8Array.from([0x1f, 0x8b, 8]))).toMatchObject({
      unreadable: [{ message: expect.stringContaining('compressed') }],
    });
    expect(detect(Uint8Array.from([0, 1, 2, 0xff]))).toMatchObject({
      unreadable: [{ message: expect.stringContaining('neither text') }],
    });
  });
});
