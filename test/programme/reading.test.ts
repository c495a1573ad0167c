import { describe, expect, test } from 'vitest';
import { type ReadOptions, readBytes } from '../../server/programme/reading.ts';

async function read(text: string, options: ReadOptions = {}) {
  return readBytes(Buffer.from(text), { fileName: 'upload', ...options });
}

describe('[F22] a file of which nothing comes says what became of its first entry', () => {
  test.each([
    [
      'Date,Start,Title\n2026-04-26,soon,A\n2026-04-26,later,B\n',
      'None of the 2 entries of this file can be read as a session; line 2: "A" has a time that cannot be read: "soon".',
    ],
    [
      '{"notes":[{"content":{"title":"A","venue":"Submitted to X"}}]}',
      'The only entry of this file cannot be read as a session; notes[0]: "A" is under review, not accepted.',
    ],
    ['BEGIN:VCALENDAR\nEND:VCALENDAR\n', 'No session stands in this file.'],
  ])('%s', async (text, message) => {
    expect(await read(text)).toMatchObject({ ok: false, issues: [{ path: 'upload', line: 1, message }] });
  });
});
