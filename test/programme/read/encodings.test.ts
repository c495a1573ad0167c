import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../server/programme/read/read-bytes.ts';

const options = { fileName: 'upload', timezone: 'UTC' };
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/programmes/${name}`, import.meta.url));

/** What is shown of a file, and what is said of its encoding; for one that is refused, why. */
async function read(file: Uint8Array): Promise<{ shown: string[]; said: string[] }> {
  const made = await readBytes(file, options);
  if (!made.ok) return { shown: [], said: made.issues.map(({ line, message }) => `${line}: ${message}`) };
  const sessions = made.file?.sessions ?? [];
  return {
    shown: sessions.flatMap(({ title, speakers = [] }) => [title, ...speakers.map(({ name }) => name)]),
    said: made.warnings
      .filter(({ message }) => /UTF-|damaged/.test(message))
      .map(({ line, message }) => `${line}: ${message}`),
  };
}

/** A text as bytes, letter by letter of a table of single bytes: each letter of `letters` is one byte from `first` on. */
function inTable(text: string, letters: string, first: number): Buffer {
  return Buffer.from(
    [...text].map((sign) => {
      const at = letters.indexOf(sign);
      return at === -1 ? sign.charCodeAt(0) : first + at;
    }),
  );
}

/** UTF-32 of a text, with its mark or without. */
function utf32(text: string, littleEnd: boolean): Buffer {
  const signs = [...text];
  const bytes = Buffer.alloc(signs.length * 4);
  for (const [at, sign] of signs.entries()) {
    const code = sign.codePointAt(0) ?? 0;
    if (littleEnd) bytes.writeUInt32LE(code, at * 4);
    else bytes.writeUInt32BE(code, at * 4);
  }
  return bytes;
}

const cyrillic = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';
const xml = (encoding: string, title: string) =>
  `<?xml version='1.0' encoding='${encoding}'?>\n<schedule><conference><title>Day</title></conference><day date="2026-08-15"><room name="A"><event id="1"><date>2026-08-15T10:00:00Z</date><duration>00:30</duration><title>${title}</title></event></room></day></schedule>\n`;
const event = (encoding: string) =>
  `# -*- coding: ${encoding} -*-\nbackrow: 1\nslug: day\ntitle: Day\ntimezone: UTC\nsessions:\n  - {kind: talk, title: Привет, start: 2026-08-15 10:00, minutes: 30}\n`;
const calendar = (summary: string | Buffer) =>
  Buffer.concat([
    Buffer.from(
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260815T100000Z\r\nDTEND:20260815T103000Z\r\n',
    ),
    Buffer.from(summary),
    Buffer.from('\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'),
  ]);

describe('[F46] the encoding that a file declares counts', () => {
  test('frab in Windows-1251 and in ISO-8859-2', async () => {
    expect(await read(fixture('frab-cp1251.xml'))).toEqual({ shown: ['Привет', 'Иван'], said: [] });
    expect(await read(fixture('frab-latin2.xml'))).toEqual({ shown: ['Łódź święto', 'Michał'], said: [] });
  });

  test.each([
    ['KOI8-R', Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]), 'Привет'],
    ['Shift_JIS', Buffer.from([0x8a, 0x4a, 0x89, 0xef]), '開会'],
    ['cp932', Buffer.from([0x8a, 0x4a, 0x89, 0xef]), '開会'],
    ['EUC-JP', Buffer.from([0xb3, 0xab, 0xb2, 0xf1]), '開会'],
    ['ISO-2022-JP', Buffer.from([0x1b, 0x24, 0x42, 0x33, 0x2b, 0x32, 0x71, 0x1b, 0x28, 0x42]), '開会'],
    ['GBK', Buffer.from([0xbf, 0xaa, 0xc4, 0xbb]), '开幕'],
    ['Big5', Buffer.from([0xb6, 0x7d, 0xb9, 0xf5]), '開幕'],
    ['EUC-KR', Buffer.from([0xb0, 0xb3, 0xc8, 0xb8]), '개회'],
    ['ISO8859_7', Buffer.from([0xe1, 0xe2]), 'αβ'],
    ['iso-8859-1', Buffer.from([0x63, 0xe9]), 'cé'],
    ['windows-1252', Buffer.from([0x93, 0x63, 0x92, 0x94, 0x96, 0x80]), '“c’”–€'],
    ['ISO-8859-1', Buffer.from([0x93, 0x63, 0x94]), '“c”'],
    ['latin-1', Buffer.from([0x63, 0xe9]), 'cé'],
    ['CP-1251', Buffer.from([0xcf, 0xf0]), 'Пр'],
    ['win1251', Buffer.from([0xcf, 0xf0]), 'Пр'],
    ['shiftjis', Buffer.from([0x8a, 0x4a, 0x89, 0xef]), '開会'],
    ['Latin-9', Buffer.from([0xa4]), '€'],
  ])('XML in %s', async (encoding, bytes, title) => {
    const [before = '', after = ''] = xml(encoding, '|').split('|');
    const file = Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
    expect(await read(file)).toEqual({ shown: [title], said: [] });
  });

  test('an event file whose first line says it', async () => {
    expect(await read(inTable(event('windows-1251'), cyrillic, 0xc0))).toEqual({
      shown: ['Привет'],
      said: [],
    });
  });

  test('a line of a calendar that says it, also in quoted-printable over two lines', async () => {
    const latin = calendar(Buffer.from('SUMMARY;CHARSET=ISO-8859-1:Erö\u0066fnung', 'latin1'));
    expect(await read(latin)).toEqual({ shown: ['Eröffnung'], said: [] });
    const printed = calendar('SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Er=C3=B6ff=\r\nnung');
    expect(await read(printed)).toEqual({ shown: ['Eröffnung'], said: [] });
    expect(await read(calendar('SUMMARY:a =C3=B6 b='))).toEqual({ shown: ['a =C3=B6 b='], said: [] });
  });

  test('a mark counts before a declaration, and UTF-16 says itself that it is no UTF-8', async () => {
    expect(await read(Buffer.from(`\uFEFF${xml('windows-1251', 'Привет')}`))).toEqual({
      shown: ['Привет'],
      said: [],
    });
    expect(await read(Buffer.from(`\uFEFF${xml('UTF-8', 'Привет')}`, 'utf16le'))).toEqual({
      shown: ['Привет'],
      said: [],
    });
    expect(await read(Buffer.from(xml('UTF-16', 'Привет'), 'utf16le'))).toEqual({
      shown: ['Привет'],
      said: [],
    });
    expect(await read(Buffer.from(xml('UTF-16', 'Привет')))).toEqual({ shown: ['Привет'], said: [] });
  });
});

describe('[F46] UTF-16 and UTF-32 are read in every format, with a mark and without', () => {
  const formats = {
    table: 'Date,Start,End,Title\n2026-08-15,10:00,10:30,Привет\n',
    'table in Japanese': '日付,開始,終了,タイトル\n2026-08-15,10:00,10:30,Привет\n',
    json: '[{"title":"Привет","start":"2026-08-15T10:00Z","end":"2026-08-15T10:30Z","calendarId":"---"}]\n',
    xml: xml('UTF-8', 'Привет'),
    calendar: calendar('SUMMARY:Привет').toString(),
    'event file': event('utf-8'),
  };
  test.each(Object.entries(formats))('%s', async (_format, text) => {
    for (const mark of ['\uFEFF', '']) {
      const files = [
        Buffer.from(mark + text, 'utf16le'),
        Buffer.from(mark + text, 'utf16le').swap16(),
        utf32(mark + text, true),
        utf32(mark + text, false),
      ];
      for (const file of files) expect((await read(file)).shown).toEqual(['Привет']);
    }
  });
});

describe('[F46] what is a guess is said with a line of what came out, or refused', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  test('a table that is not in UTF-8', async () => {
    const { shown, said } = await read(latin('Date;Start;End;Title\n2026-04-26;9:00;9:30;Begrüßung\n'));
    expect(shown).toEqual(['Begrüßung']);
    expect(said).toEqual([
      '2: The file is not in UTF-8 and does not say in what it is; it was read as Windows-1252: "2026-04-26;9:00;9:30;Begrüßung". If that is wrong, save it in UTF-8.',
    ]);
  });

  test('quotes, dashes and the euro of Windows-1252', async () => {
    const signs = Buffer.from([0x93, 0x41, 0x92, 0x94, 0x20, 0x96, 0x20, 0x80]);
    const table = Buffer.concat([latin('Date;Start;End;Title\n2026-04-26;9:00;9:30;'), signs, latin('\n')]);
    expect(await read(table)).toEqual({
      shown: ['“A’” – €'],
      said: [expect.stringMatching(/^2: .*"2026-04-26;9:00;9:30;“A’” – €"/)],
    });
  });

  test('a table whose columns cannot be told because of it', async () => {
    const table = inTable('Дата;Название\n2026-04-26;Привет\n', cyrillic, 0xc0);
    expect((await read(table)).said).toEqual([
      expect.stringContaining('No row names the columns.'),
      expect.stringMatching(/^1: .*it was read as Windows-1252: "Äàòà;Íàçâàíèå"/),
    ]);
  });

  test('a table in Windows-1251, of which nothing tells it', async () => {
    const table = inTable('Date;Start;End;Title\n2026-04-26;9:00;9:30;Привет\n', cyrillic, 0xc0);
    expect((await read(table)).said).toEqual([expect.stringMatching(/^2: .*Windows-1252: ".*Ïðèâåò"/)]);
  });

  test('an event file, XML that says it is in UTF-8, and JSON', async () => {
    const file = latin(event('utf-8').replace('Привет', 'Café'));
    expect(await read(file)).toEqual({
      shown: ['Café'],
      said: [expect.stringMatching(/^7: .* says that it is in utf-8; it was read as Windows-1252: ".*Café/)],
    });
    expect(await read(latin(xml('UTF-8', 'Café')))).toEqual({
      shown: ['Café'],
      said: [expect.stringContaining('Café')],
    });
    const json =
      '[{"title":"Café","start":"2026-08-15T10:00Z","end":"2026-08-15T10:30Z","calendarId":"---"}]';
    expect(await read(latin(json))).toEqual({ shown: ['Café'], said: [expect.stringContaining('Café')] });
  });

  test('lines of a calendar', async () => {
    expect(await read(calendar(latin('SUMMARY:Café')))).toEqual({
      shown: ['Café'],
      said: [expect.stringMatching(/^6: This line is not in UTF-8.*"SUMMARY:Café"/)],
    });
  });

  test('a declaration that could be wrong is followed and said', async () => {
    expect(await read(Buffer.from(xml('ISO-8859-1', 'Café')))).toEqual({
      shown: ['CafÃ©'],
      said: [
        expect.stringMatching(
          /^2: The file says that it is in ISO-8859-1, and it could be in UTF-8 as well; .*CafÃ©/,
        ),
      ],
    });
  });

  test('an encoding that nobody here knows, or that the file is not in, is refused', async () => {
    expect((await read(latin(xml('CP437', 'Caf\x82')))).said).toEqual([
      '1: The file says that it is in CP437, which cannot be read here. Save it in UTF-8.',
    ]);
    expect((await read(latin(xml('EUC-JP', 'Caf\xe9 na\xefve')))).said).toEqual([
      '1: The file says that it is in EUC-JP, which it is not. Save it in UTF-8.',
    ]);
    expect(await read(Buffer.from(xml('x-mine', 'Café')))).toEqual({
      shown: ['Café'],
      said: [expect.stringMatching(/x-mine.*Café/)],
    });
    expect(await read(Buffer.from(xml('x-mine', 'Cafe')))).toEqual({ shown: ['Cafe'], said: [] });
  });

  test('broken characters of an event file are said', async () => {
    expect((await read(Buffer.from(event('utf-8').replace('Привет', 'E\uFFFDn')))).said).toEqual([
      '7: Characters of the file are damaged, here for the first time (\uFFFD).',
    ]);
  });
});
