import { describe, expect, test } from 'vitest';
import { auditOf } from '../../shared/views/audit.ts';
import { type Day, given } from '../world/given.ts';
import type { Who } from '../world/people.ts';
import { plainView, viewOf } from './viewing.ts';

const others: Who[] = ['ann', 'bob', 'lov', 'pia', 'screen'];

/** A day on which the moderator has prepared a question. */
function prepared() {
  const day = given({ moderation: 'after' });
  const question = day.ask('mod', 'Canary for a silence?', { prepared: true });
  const row = () => day.state.tables.questions.get(question);
  return { day, question, row };
}

const knows = (day: Day, who: Who, question: string) =>
  JSON.stringify(plainView(day, who)).includes(question) ||
  JSON.stringify(plainView(day, who)).includes('Canary');

describe('[Q36] what the staff prepares', () => {
  test('is kept without a number, and nobody else knows of it, nor counts it', () => {
    const { day, question, row } = prepared();
    expect(row()).toMatchObject({ status: 'kept', n: null, askedAs: 'kept' });
    for (const who of others) expect(knows(day, who, question), who).toBe(false);
    expect(viewOf(day, 'ann').event?.counters).toMatchObject({ asked: 0, kept: 0 });
    expect(viewOf(day, 'ann').tallies?.['talk-1']).toMatchObject({ asked: 0, kept: 0 });
    expect(viewOf(day, 'org').questions?.[question]).toMatchObject({ prepared: true, status: 'kept' });
  });

  test('is refused from anybody else, and taken where nothing is open', () => {
    const { day } = prepared();
    for (const who of ['ann', 'lov'] as const)
      expect(
        day.when(who, 'question.ask', {
          session: 'talk-1',
          text: '~x',
          measured: { units: 1 },
          marks: { anonymous: 'a', named: 'n' },
          prepared: true,
        }),
        who,
      ).toMatchObject({ reason: 'not-allowed', code: 'prepare-staff' });
    day.when('mod', 'session.questions', { session: 'talk-1', mode: 'closed' });
    const late = day.ask('mod', 'Late?', { prepared: true });
    expect(day.state.tables.questions.get(late)?.status).toBe('kept');
  });

  test('stands in Up next without a number, unseen by speakers', () => {
    const { day, question, row } = prepared();
    day.when('mod', 'question.shortlist', { question, position: 1 });
    expect(row()).toMatchObject({ upNext: 1, n: null });
    for (const who of others) expect(knows(day, who, question), who).toBe(false);
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
    expect(row()).toMatchObject({ n: 1 });
    for (const who of ['lov', 'screen'] as const) expect(knows(day, who, question), who).toBe(true);
  });

  test('is a question as any other once it is approved', () => {
    const { day, question, row } = prepared();
    expect(day.when('mod', 'question.approve', { question })).toMatchObject({ ok: true });
    expect(row()).toMatchObject({ status: 'live', n: 1 });
    expect(viewOf(day, 'ann').questions).toHaveProperty(question);
    expect(viewOf(day, 'mod').questions?.[question]?.prepared).toBe(false);
    expect(viewOf(day, 'ann').event?.counters.asked).toBe(1);
  });

  test('stands in the activity and can be undone; nobody learns of it then either', () => {
    const { day, question, row } = prepared();
    const { entries } = auditOf(day.state, 'moderator', null, 10);
    expect(entries[0]).toMatchObject({ type: 'question.ask', undoable: true });
    expect(day.when('mod', 'undo', { seq: day.state.seq })).toMatchObject({ ok: true });
    expect(row()?.status).toBe('withdrawn');
    for (const who of others) expect(knows(day, who, question), who).toBe(false);
  });
});
