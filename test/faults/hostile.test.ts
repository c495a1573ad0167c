import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readProgramme } from '../../server/programme/read/read-programme.ts';
import { startAhead } from '../../server/programme/read/thread-pool.ts';
import { busy } from '../world/busy.ts';

/** Longest that a refusal may take, in milliseconds, and what the start of a thread from source adds in tests. */
const limit = 2_000;
const startFromSource = 2_500;

const many = (text: string, times: number) => text.repeat(times);
const levels = [...'abcdefghi'];
const xml = '<?xml version="1.0"?>';
const event = 'backrow: 1\n';

/** An archive with one packed file that claims to have so many bytes. */
function archive(name: string, content: Buffer, claimed: number): Buffer {
  const packed = deflateRawSync(content);
  const title = Buffer.from(name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(claimed, 22);
  head.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(head.length + title.length + packed.length, 16);
  return Buffer.concat([head, title, packed, entry, title, end]);
}

const files: readonly (readonly [string, () => string | Buffer, string])[] = [
  ['50 MB', () => Buffer.alloc(50_000_000, 0x61), '50 MB'],
  ['JSON a million deep', () => many('[', 1_000_000), 'nested'],
  ['groups of groups', () => many('{"schedule":', 200_000), 'nested'],
  ['YAML a million deep', () => `${event}x: ${many('[', 200_000)}`, 'nested'],
  [
    'YAML shortcuts of shortcuts',
    () =>
      `${event}a: &a [lol]\n${levels
        .slice(1)
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${levels[index]}`).join(',')}]`)
        .join('\n')}`,
    'shortcuts',
  ],
  ['YAML of a million lines', () => `${event}title: >\n${many('  a\n', 1_000_000)}`, 'lines'],
  ['YAML of one long line', () => `${event}title: "${many('a ', 2_000_000)}"`, 'longer than'],
  [
    'YAML of 300,000 fields',
    () => `${event}x: [${many('1,1,1,1,1,1,1,1,1,1,\n  ', 40_000)}]`,
    'more words and signs',
  ],
  [
    'XML entities of entities',
    () => `${xml}<!DOCTYPE s [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><schedule>&b;</schedule>`,
    'entities',
  ],
  [
    'XML that names another file',
    () => `${xml}<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hostname">]><schedule>&x;</schedule>`,
    'entities',
  ],
  ['XML half a million deep', () => `<schedule>${many('<a>', 500_000)}`, 'nested'],
  ['XML of half a million elements', () => `<schedule>${many('<a/>', 500_000)}</schedule>`, 'elements'],
  [
    'an element of 300,000 attributes',
    () => `<schedule><day ${many('a="1" ', 300_000)}></day></schedule>`,
    '',
  ],
  ['a calendar of a million folds', () => `BEGIN:VCALENDAR\r\nSUMMARY:a${many('\r\n a', 900_000)}`, 'lines'],
  [
    'a schedule of 100,000 rooms',
    () =>
      `{"schedule":{"conference":{"days":[{"rooms":{${Array.from({ length: 100_000 }, (_, at) => `"${at}":[]`).join(',')}}}]}}}`,
    'No session',
  ],
  ['calendars in calendars', () => many('BEGIN:VCALENDAR\r\n', 100_000), 'parts'],
  ['a table that never ends its quote', () => `Title,Start\n"${many('a,', 900_000)}`, ''],
  [
    'a workbook that unpacks to 200 MB',
    () => archive('xl/workbook.xml', Buffer.alloc(200_000_000), 200_000_000),
    'unpacks',
  ],
  [
    'a workbook that lies about it',
    () => archive('xl/workbook.xml', Buffer.alloc(200_000_000), 1_000),
    'unpacks',
  ],
  [
    'a workbook of 150,000 cells',
    () => archive('xl/worksheets/sheet1.xml', Buffer.from(many('<c r="A1"/>', 150_000)), 1_000),
    '100000 cells',
  ],
  [
    'a truncated schedule.json',
    () => '{"schedule":{"conference":{"days":[{"rooms":{"A":[{"title":"x',
    'not whole',
  ],
  ['a truncated schedule.xml', () => `${xml}\n<schedule><conference><title>x</title>`, 'ends in the middle'],
  ['a truncated calendar', () => 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n', 'middle'],
  ['half a workbook', () => 'PK\u0003\u0004 and no more', 'damaged'],
];

describe('[F22] hostile and broken files are refused in 2 s with one sentence and its place', () => {
  test.each(files)('%s', async (_what, make, said) => {
    const made = make();
    const bytes = typeof made === 'string' ? Buffer.from(made) : made;
    const took = busy();
    const read = await readProgramme(bytes, { fileName: 'upload' });
    if (read.ok) throw new Error('It was read');
    expect(read.issues).toHaveLength(1);
    expect(read.issues[0]?.message).toContain(said);
    expect(read.issues[0]?.message.length).toBeLessThan(250);
    expect(read.issues[0]?.path).not.toBe('');
    expect(took()).toBeLessThan(limit + startFromSource);
  });

  test('none of them costs the process 300 MB, and it goes on', async () => {
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 10);
    const bytes = Buffer.from(
      `${event}title: >\n${many('  a\n', 90_000)}x: [${many('"aaaaaaaa",', 90_000)}]`,
    );
    await Promise.all([readProgramme(bytes), readProgramme(bytes), readProgramme(bytes)]);
    clearInterval(watch);
    expect((most - before) / 1e6).toBeLessThan(300);
    expect(
      (await readProgramme(Buffer.from('Date,Start,Title\n2026-04-26,09:00,A talk\n'), { timezone: 'UTC' }))
        .ok,
    ).toBe(true);
  });
});

test('[F22] a thread that was started ahead reads the next file, and the one after it has its own', async () => {
  const bytes = Buffer.from('Date,Start,Title\n2026-04-26,09:00,A talk\n');
  startAhead();
  for (let time = 0; time < 2; time += 1)
    expect(await readProgramme(bytes, { timezone: 'UTC' })).toMatchObject({
      ok: true,
      report: { sessions: 1 },
    });
});
