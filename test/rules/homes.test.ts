import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { workshop } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';
import { viewOf } from './viewing.ts';

describe('[Q31] a question that is kept for a session', () => {
  function kept() {
    const day = given();
    const [question, other] = [questionIn(day, 'live'), questionIn(day, 'live')];
    const row = (id = question) => day.state.tables.questions.get(id);
    const place = (id: string, position: number | null) =>
      day.when('mod', 'question.shortlist', { question: id, position });
    return { ...day, question, other, row, place };
  }

  test('stands in that session’s Up next and counts in its balance', () => {
    const day = kept();
    const native = questionIn(day, 'live');
    day.when('mod', 'question.move', { question: native, session: 'panel' });
    day.place(day.other, 1);
    day.place(native, 1);
    day.when('mod', 'question.keep', { question: day.question, for: 'panel', session: 'panel' });
    expect(day.place(day.question, 1)).toMatchObject({ ok: true });
    expect([day.question, native, day.other].map((id) => day.row(id)?.upNext)).toEqual([1, 2, 1]);
    day.when('mod', 'question.answer', { question: day.question, on: true });
    expect(viewOf(day, 'mod').balance?.['panel']).toEqual({ inRoom: 1, remote: 0 });
    expect(viewOf(day, 'mod').balance?.['talk-1']).toEqual({ inRoom: 0, remote: 0 });
  });

  test('approved, it is of that session, with its place in Up next and where it was asked', () => {
    const day = kept();
    day.when('mod', 'question.keep', { question: day.question, for: 'panel', session: 'panel' });
    day.place(day.question, 1);
    day.when('mod', 'question.approve', { question: day.question });
    expect(day.row()).toMatchObject({
      status: 'live',
      session: 'panel',
      part: null,
      upNext: 1,
      keptFor: null,
      origin: { session: 'talk-1', poster: null },
    });
    expect(viewOf(day, 'bob').questions?.[day.question]?.origin).toEqual({
      session: 'talk-1',
      poster: null,
    });
  });

  test('for a poster likewise; one kept for nothing of the programme stays where it was asked', () => {
    const day = kept();
    day.when('mod', 'question.keep', { question: day.question, for: 'poster', poster: 'poster-1' });
    day.when('mod', 'question.approve', { question: day.question });
    expect(day.row()).toMatchObject({ session: null, poster: 'poster-1' });
    day.when('mod', 'question.keep', { question: day.other, for: 'written' });
    day.when('mod', 'question.approve', { question: day.other });
    expect(day.row(day.other)).toMatchObject({ session: 'talk-1', poster: null });
    expect(day.row(day.other)).not.toHaveProperty('origin');
  });

  test('restored, it stands in the Up next it came from, and those behind it in the other close up', () => {
    const day = kept();
    const behind = questionIn(day, 'live');
    day.place(day.other, 1);
    day.place(day.question, 2);
    for (const question of [day.question, behind]) {
      day.when('mod', 'question.keep', { question, for: 'panel', session: 'panel' });
      day.place(question, 5);
    }
    expect([day.question, behind].map((id) => day.row(id)?.upNext)).toEqual([1, 2]);
    day.when('mod', 'question.restore', { question: day.question });
    expect([day.other, day.question, behind].map((id) => day.row(id)?.upNext)).toEqual([1, 2, 1]);
  });

  test('moved, it belongs where it was moved, also after an answer is taken back', () => {
    const day = kept();
    day.when('mod', 'question.keep', { question: day.question, for: 'panel', session: 'panel' });
    day.when('mod', 'question.answer', { question: day.question, on: true });
    day.when('mod', 'question.move', { question: day.question, session: 'talk-2' });
    day.when('mod', 'question.answer', { question: day.question, on: false });
    expect(day.row()).toMatchObject({ status: 'kept', keptFor: { for: 'panel', session: null } });
    day.place(day.question, 1);
    day.when('mod', 'question.approve', { question: day.question });
    expect(day.row()).toMatchObject({ session: 'talk-2', upNext: 1 });
  });

  test('[T21] is kept where it was asked once that session is removed', () => {
    const day = kept();
    day.when('mod', 'question.keep', { question: day.question, for: 'panel', session: 'panel' });
    day.place(day.question, 1);
    const sessions = workshop.sessions.filter(({ id }) => id !== 'panel');
    day.when('org', 'programme.apply', { programme: { ...workshop, sessions } });
    const { seq } = day.state;
    expect(day.row()).toMatchObject({
      status: 'kept',
      session: 'talk-1',
      upNext: null,
      keptFor: { for: 'panel', session: null },
    });
    expect(day.when('org', 'undo', { seq })).toMatchObject({ ok: true });
    expect(day.row()).toMatchObject({ upNext: 1, keptFor: { for: 'panel', session: 'panel' } });
  });

  test('is read by that session’s speaker once it is up next, with the number it got there [Q24]', () => {
    const day = given();
    const question = day.ask('ann', 'Why?', { session: 'talk-2' });
    day.when('mod', 'question.keep', { question, for: 'written', session: 'talk-1' });
    expect(viewOf(day, 'lov').questions?.[question]).toBeUndefined();
    day.when('mod', 'question.shortlist', { question, position: 1 });
    expect(viewOf(day, 'lov').questions?.[question]).toMatchObject({ n: 1, text: 'Why?' });
    expect(viewOf(day, 'bob').questions?.[question]).toBeUndefined();
  });
});
