import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import type { Who } from '../world/people.ts';
import { at } from '../world/workshop.ts';

describe('[Q29] in slow mode', () => {
  const tooFast = (retryAfterMs: number) => ({
    ok: false,
    reason: 'too-fast',
    of: 'slowMode',
    retryAfterMs,
  });
  const put = (day: ReturnType<typeof given>, who: Who, when: string, more: object = {}) =>
    day.when(
      who,
      'question.ask',
      {
        session: 'talk-1',
        text: '#Again?',
        measured: { units: 6 },
        marks: { anonymous: 'a', named: 'n' },
        ...more,
      },
      { at: at(when), id: `asked by ${who} ${when}` },
    );

  test('an attendee asks once in two minutes, anonymous or not; sooner it is too-fast with what is left', () => {
    const day = given({ slowMode: true });
    expect(put(day, 'ann', '08:10')).toMatchObject({ ok: true });
    expect(put(day, 'ann', '08:11', { anonymous: false })).toMatchObject(tooFast(60_000));
    expect(put(day, 'bob', '08:11:59')).toMatchObject({ ok: true });
    expect(put(day, 'ann', '08:11:59')).toMatchObject(tooFast(1_000));
    expect(put(day, 'ann', '08:12')).toMatchObject({ ok: true });
  });

  test('staff and speakers ask as they like, and so does everybody once it is off', () => {
    const day = given({ slowMode: true });
    for (const who of ['mod', 'lov'] as const)
      for (const when of ['08:10', '08:10:01']) expect(put(day, who, when)).toMatchObject({ ok: true });
    put(day, 'ann', '08:11');
    expect(put(day, 'ann', '08:11:01')).toMatchObject({ reason: 'too-fast' });
    day.when('mod', 'policy.set', { slowMode: false });
    expect(put(day, 'ann', '08:11:02')).toMatchObject({ ok: true });
  });

  test('what is not allowed is said first, what is unknown or closed after it', () => {
    const day = given({ slowMode: true, anonymous: 'never' });
    put(day, 'ann', '08:10', { anonymous: false });
    expect(put(day, 'ann', '08:10:01', { anonymous: true })).toMatchObject({ reason: 'not-allowed' });
    expect(put(day, 'ann', '08:10:02', { session: 'nothing' })).toMatchObject({ reason: 'too-fast' });
    day.when('mod', 'session.questions', { session: 'talk-1', mode: 'closed' });
    expect(put(day, 'ann', '08:10:03')).toMatchObject({ reason: 'too-fast' });
  });
});

describe('[Q30] where newcomers wait', () => {
  test('what they ask is in review, also under moderation after, until one of theirs was in the list', () => {
    const day = given({ moderation: 'after', newcomersWait: true });
    const status = (id: string) => day.state.tables.questions.get(id)?.status;
    const [first, second] = [day.ask('ann', 'first'), day.ask('ann', 'second')];
    expect([status(first), status(second)]).toEqual(['inReview', 'inReview']);
    day.when('mod', 'question.approve', { question: first });
    expect(status(second)).toBe('inReview');
    expect(status(day.ask('ann', 'third'))).toBe('live');
    expect(status(day.ask('bob', 'another’s first'))).toBe('inReview');
  });

  test('speakers and staff do not, and nobody does where they need not', () => {
    const day = given({ moderation: 'after', newcomersWait: true });
    for (const who of ['lov', 'mod'] as const)
      expect(day.state.tables.questions.get(day.ask(who, 'Why?'))?.status).toBe('live');
    day.when('mod', 'policy.set', { newcomersWait: false });
    expect(day.state.tables.questions.get(day.ask('cat', 'Why?'))?.status).toBe('live');
  });
});

describe('[Q32] a mark of words that could offend', () => {
  test('stands on the question as its author last worded it, and blocks nothing', () => {
    const day = given({ moderation: 'after' });
    const measured = (hint?: 'likely' | 'maybe') => ({ units: 4, ...(hint && { hint }) });
    const question = day.ask('ann', 'Damn', { measured: measured('likely') });
    const row = () => day.state.tables.questions.get(question);
    expect(row()).toMatchObject({ status: 'live', hint: 'likely' });
    day.when('mod', 'question.edit', { question, screen: '#Hm', measured: measured('maybe') });
    expect(row()?.hint).toBe('likely');
    day.when('ann', 'question.edit', { question, text: '#Darn', measured: measured('maybe') });
    expect(row()?.hint).toBe('maybe');
    day.when('ann', 'question.edit', { question, text: '#Why?', measured: measured() });
    expect(row()?.hint).toBeNull();
    const plain = day.ask('bob', 'Why?');
    expect(day.state.tables.questions.get(plain)).not.toHaveProperty('hint');
  });
});
