import { describe, expect, test } from 'vitest';
import { decide } from '../../shared/log/apply.ts';
import { plainState } from '../../shared/state/plain.ts';
import { given } from '../world/given.ts';
import { people } from '../world/people.ts';
import { at } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';

/** Mia labels a question at 08:30; Mo acts on what he saw before. */
function overtaken() {
  const day = given();
  const question = questionIn(day, 'live');
  const seen = day.state.seq;
  day.when('mia', 'question.label', { question, labels: ['method'] }, { at: at('08:30') });
  return { ...day, question, seen };
}

describe('[U7] seen', () => {
  test('another’s later entry that set the same field is a conflict, with who, when and how it is now', () => {
    const { when, question, seen, state } = overtaken();
    const before = structuredClone(plainState(state).tables);
    expect(when('mod', 'question.label', { question, labels: ['ethics'] }, { seen })).toEqual({
      ok: false,
      reason: 'conflict',
      code: 'colleague-changed',
      by: { name: 'Mia' },
      at: '2026-04-26T08:30:00.000Z',
      now: { status: 'live', labels: ['method'] },
    });
    expect(plainState(state).tables).toEqual(before);
  });

  test('without it the later wins', () => {
    const { when, question } = overtaken();
    expect(when('mod', 'question.label', { question, labels: ['ethics'] })).toMatchObject({ ok: true });
  });

  test('another field is no conflict', () => {
    const { when, question, seen } = overtaken();
    expect(when('mod', 'question.answer', { question, on: true }, { seen })).toMatchObject({ ok: true });
  });

  test('the same value is no conflict, for nothing is set', () => {
    const { when, question, seen } = overtaken();
    expect(when('mod', 'question.label', { question, labels: ['method'] }, { seen })).toMatchObject({
      ok: true,
    });
  });

  test('one’s own later entry is no conflict', () => {
    const { when, question, seen } = overtaken();
    expect(when('mia', 'question.label', { question, labels: ['ethics'] }, { seen })).toMatchObject({
      ok: true,
    });
  });

  test('an entry that was seen is no conflict', () => {
    const { when, question, state } = overtaken();
    expect(
      when('mod', 'question.label', { question, labels: ['ethics'] }, { seen: state.seq }),
    ).toMatchObject({ ok: true });
  });

  test('what the audience did since is no conflict', () => {
    const day = given();
    const question = questionIn(day, 'live');
    const seen = day.state.seq;
    day.when('bob', 'question.upvote', { question, on: true });
    expect(day.when('mod', 'question.answer', { question, on: true }, { seen })).toMatchObject({ ok: true });
  });

  test('attendees are not told of the staff', () => {
    const day = given();
    const question = questionIn(day, 'live');
    day.when('mia', 'question.archive', { question });
    expect(day.when('ann', 'question.withdraw', { question }, { seen: 1 })).toMatchObject({
      reason: 'not-now',
      now: { status: 'archived' },
    });
  });

  test('instants in it are ISO 8601', () => {
    const day = given({ autorun: false });
    day.when('mia', 'session.start', { session: 'talk-1' }, { at: at('08:12') });
    const outcome = day.when('mod', 'session.start', { session: 'talk-1', at: at('08:11') }, { seen: 1 });
    expect(outcome).toMatchObject({ reason: 'conflict', now: { startedAt: '2026-04-26T08:12:00.000Z' } });
  });
});

describe('[U8] a move that a colleague made impossible', () => {
  test('is a conflict with them', () => {
    const day = given();
    const question = questionIn(day, 'inReview');
    const seen = day.state.seq;
    day.when('mia', 'question.approve', { question }, { at: at('08:30') });
    expect(day.when('mod', 'question.approve', { question }, { seen })).toMatchObject({
      reason: 'conflict',
      by: { name: 'Mia' },
      at: '2026-04-26T08:30:00.000Z',
      now: { status: 'live' },
    });
  });

  test('by its author is plain not-now', () => {
    const day = given();
    const question = questionIn(day, 'inReview');
    const seen = day.state.seq;
    day.when('ann', 'question.withdraw', { question });
    expect(day.when('mod', 'question.approve', { question }, { seen })).toMatchObject({
      reason: 'not-now',
      now: { status: 'withdrawn' },
    });
  });
});

describe('[U10] a refused entry', () => {
  test('keeps its answer, and its state holds no name', () => {
    const { when, question, seen, state, entries } = overtaken();
    when('mod', 'question.label', { question, labels: ['ethics'] }, { seen });
    expect([...state.refused]).toMatchObject([
      [entries.length, { reason: 'conflict', by: { name: '#Mia' } }],
    ]);
    expect(JSON.stringify(plainState(state).refused)).not.toContain('"Mia');
  });

  test('is foreseen with the name in words', () => {
    const { state, question, seen } = overtaken();
    const draft = {
      type: 'question.label',
      data: { question, labels: [] },
      by: people.mod,
      at: at('08:31'),
      id: 'x',
      rules: 1,
      seen,
    } as const;
    expect(decide(state, { ...draft, data: { question, labels: [] } })).toMatchObject({
      by: { name: 'Mia' },
    });
  });

  test('forgets the name with the person', () => {
    const { when, question, seen, state } = overtaken();
    when('org', 'participant.erase', { participant: 'mia' });
    expect(when('mod', 'question.label', { question, labels: ['ethics'] }, { seen })).toMatchObject({
      reason: 'conflict',
      by: { name: null },
    });
    expect([...state.bodies.values()]).not.toContain('Mia');
  });
});

test('[U9] time never runs backwards: an entry acts at the largest instant applied', () => {
  const day = given();
  day.when('mod', 'programme.tell', {}, { at: at('09:00') });
  day.put({
    type: 'session.start',
    by: people.mod,
    at: at('08:00'),
    id: 'early',
    rules: 1,
    data: { session: 'talk-1' },
  });
  expect(day.state.at).toBe(at('09:00'));
  expect(day.state.tables.sessions.get('talk-1')?.startedAt).toBe(at('09:00'));
});
