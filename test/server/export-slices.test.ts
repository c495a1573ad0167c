import { expect, it, vi } from 'vitest';
import { exportAudit } from '../../server/export/audit.ts';
import { calendarOf } from '../../server/export/calendar.ts';
import { exportQuestions } from '../../server/export/questions.ts';
import type { ExportedFile } from '../../server/export/table.ts';
import { MadeFiles } from '../../server/http/made-files.ts';
import { inSlices } from '../../server/slices.ts';
import { mergedInto } from '../../shared/questions/find.ts';
import type { QuestionRow } from '../../shared/questions/question.ts';
import { putRow } from '../../shared/state/commit.ts';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';

/** A map that counts how many rows were walked over or looked up in it. */
class CountedMap extends Map<string, QuestionRow> {
  reads = 0;

  override *values(): MapIterator<QuestionRow> {
    for (const row of super.values()) {
      this.reads += 1;
      yield row;
    }
  }

  override get(key: string): QuestionRow | undefined {
    this.reads += 1;
    return super.get(key);
  }
}

/** A day with so many questions, each second one merged into the one before; reads of them are counted. */
function counted(questions: number) {
  const day = given({ moderation: 'after' });
  day.until(at('08:20'));
  const pattern = day.state.tables.questions.get(day.ask('ann', 'The pattern?'));
  if (!pattern) throw new Error('There is no pattern');
  const rows = new CountedMap();
  putRow(day.state, 'questions', pattern.id, null);
  const state = { ...day.state, tables: { ...day.state.tables, questions: rows } };
  for (let n = 1; n <= questions; n += 1)
    putRow(state, 'questions', `q${n}`, {
      ...pattern,
      id: `q${n}`,
      n,
      status: n % 2 === 0 ? 'merged' : 'live',
      mergedInto: n % 2 === 0 ? `q${n - 1}` : null,
      voters: new Set([`voter ${n}`, 'everybody']),
    });
  rows.reads = 0;
  return { state, rows };
}

const textOf = ({ parts }: ExportedFile) => Buffer.concat(parts).toString();

it.each(['csv', 'json', 'md', 'xlsx'] as const)(
  '[W64] reads each question a few times for %s, however many there are',
  async (format) => {
    const perQuestion: number[] = [];
    for (const questions of [200, 2_000]) {
      const { state, rows } = counted(questions);
      await exportQuestions(state, format);
      perQuestion.push(rows.reads / questions);
    }
    expect(perQuestion[0]).toBeLessThanOrEqual(8);
    expect(perQuestion[1]).toBeCloseTo(perQuestion[0] ?? 0, 1);
  },
);

it('[W64] counts supporters through merges as everybody sees them', async () => {
  const { state } = counted(4);
  const rows = JSON.parse(textOf(await exportQuestions(state, 'json')));
  expect(rows.map(({ upvotes }: { upvotes: number }) => upvotes)).toEqual([3, 2, 3, 2]);
});

it('[W64] finds what was merged into a question in one walk, also through a long chain', () => {
  const { state, rows } = counted(3_000);
  for (const row of [...Map.prototype.values.call(rows)])
    putRow(state, 'questions', row.id, {
      ...row,
      status: row.n === 1 ? 'live' : 'merged',
      mergedInto: row.n === 1 ? null : `q${row.n - 1}`,
    });
  const first = rows.get('q1');
  rows.reads = 0;
  expect(first && mergedInto(state, first)).toHaveLength(2_999);
  expect(rows.reads).toBeLessThanOrEqual(3_000);
});

it('[W64] lets others have their turn while it works, and keeps the order', async () => {
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const made = await inSlices(400, (places) => {
    const until = performance.now() + 4;
    while (performance.now() < until);
    return places;
  });
  clearInterval(turning);
  expect(made.flat()).toEqual(Array.from({ length: 400 }, (_, place) => place));
  expect(turns).toBeGreaterThanOrEqual(5);
});

it('[W64] writes empty files of every format', async () => {
  const { state } = counted(0);
  expect(textOf(await exportQuestions(state, 'json'))).toBe('[]\n');
  expect(textOf(await exportQuestions(state, 'csv'))).toMatch(/^\uFEFFn,session,[^\n]*\n$/);
  expect(textOf(await exportQuestions(state, 'md'))).toMatch(/^# Questions of .*\n\n$/);
  expect(textOf(await exportAudit({ ...state, staff: new Map() }, 'csv'))).toMatch(/^\uFEFFseq,at,[^\n]*\n$/);
  const bare = { ...state, tables: { ...state.tables, sessions: new Map() } };
  expect(await calendarOf(bare, null)).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*\r\nEND:VCALENDAR\r\n$/);
});

it('[W64] makes one file at a time, and one for all who ask meanwhile', async () => {
  const files = new MadeFiles();
  let [seq, underWay, most] = [1, 0, 0];
  const file: ExportedFile = { parts: [], type: 'text/plain', isText: true };
  const make = vi.fn(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    return { ...file };
  });
  const of = (key: string) => files.of(key, () => seq, make);
  const first = await Promise.all([...Array.from({ length: 20 }, () => of('csv')), of('json'), of('json')]);
  expect([make.mock.calls.length, most]).toEqual([2, 1]);
  expect(new Set(first.slice(0, 20)).size).toBe(1);
  expect(await of('csv')).toBe(first[0]);
  seq = 2;
  expect(await of('csv')).not.toBe(first[0]);
  make.mockRejectedValueOnce(new Error('no disk'));
  seq = 3;
  await expect(of('csv')).rejects.toThrow('no disk');
  expect(await of('csv')).toEqual(file);
});
