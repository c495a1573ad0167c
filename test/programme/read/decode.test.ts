import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../server/programme/read/read-bytes.ts';

const options = { fileName: 'upload', timezone: 'UTC' };
const table = 'Date;Start;Title\n2026-04-26;9:00;Begrüßung im Café\n2026-04-26;10:00;Ende\n';
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

async function titles(file: Uint8Array): Promise<string[]> {
  const read = await readBytes(file, options);
  return read.ok
    ? (read.file?.sessions.map(({ title }) => title) ?? [])
    : read.issues.map(({ line, message }) => `${line}: ${message}`);
}

describe('[F40] whatever a program saves a table in is read', () => {
  test.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${table}`, 'utf16le')],
    ['UTF-16 without it', Buffer.from(table, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(table, 'latin1')],
    ['line ends of old Macs', Buffer.from(table.replaceAll('\n', '\r'))],
  ])('%s', async (_encoding, file) => {
    expect(await titles(file)).toEqual(['Begrüßung im Café', 'Ende']);
  });

  test('one broken character spoils no other, and is said', async () => {
    const file = bytes(table.replace('Ende\n', ''), [0x45, 0xff, 0x6e], '\n');
    const read = await readBytes(file, options);
    expect(await titles(file)).toEqual(['Begrüßung im Café', 'E\uFFFDn']);
    expect(read).toMatchObject({
      warnings: expect.arrayContaining([
        {
          path: '(file)',
          line: 3,
          message: 'Characters of the file are damaged, here for the first time (\uFFFD).',
        },
      ]),
    });
    expect(await titles(Buffer.from(table.replace('Ende', 'E\uFFFDn')))).toEqual([
      'Begrüßung im Café',
      'E\uFFFDn',
    ]);
  });

  test('[F22] a NUL character is refused with its line', async () => {
    expect(await titles(Buffer.from(table.replace('Ende', 'En\0de')))).toEqual([
      '3: A NUL character stands in this line; no text has one. Save the file again.',
    ]);
  });
});

test('[F31] a calendar that is folded within its characters is known as one', async () => {
  const event = 'BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260426T090000Z\r\nDTEND:20260426T100000Z\r\n';
  const title = [...Buffer.from('日本語')].flatMap((byte) => [0x0d, 0x0a, 0x20, byte]);
  const file = bytes(
    `\uFEFFBEGIN:VCALENDAR\r\n${event}SUMMARY:`,
    title,
    '\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  );
  expect(await titles(file)).toEqual(['日本語']);
});

test('[F31] a calendar with line ends of old Macs is read', async () => {
  const text =
    'BEGIN:VCALENDAR\rBEGIN:VEVENT\rUID:1\rSUMMARY:A\r talk\rDTSTART:20260426T090000Z\rDTEND:20260426T100000Z\rEND:VEVENT\rEND:VCALENDAR\r';
  expect(await titles(Buffer.from(text))).toEqual(['Atalk']);
});
