import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { fullDay } from './full-day.ts';
import { questionIn } from './in-status.ts';

const measured = { units: 1 };

test('[U2] the conflict of an undo says when', () => {
  const day = fullDay();
  day.when('mod', 'question.label', { question: day.of.live, labels: ['a'] }, { at: at('09:10') });
  const first = day.state.seq;
  day.when('mia', 'question.label', { question: day.of.live, labels: ['b'] }, { at: at('09:11') });
  expect(day.when('mod', 'undo', { seq: first })).toMatchObject({
    reason: 'conflict',
    by: { name: 'Mia' },
    at: '2026-04-26T09:11:00.000Z',
    now: { seq: day.state.seq - 1 },
  });
});

test('[U2] other fields that were set since are no conflict', () => {
  const day = fullDay();
  day.when('mod', 'question.label', { question: day.of.live, labels: ['a'] });
  const first = day.state.seq;
  day.when('mia', 'question.answer', { question: day.of.live, on: true });
  expect(day.when('mod', 'undo', { seq: first })).toMatchObject({ ok: true });
  expect(day.state.tables.questions.get(day.of.live)).toMatchObject({ labels: [], status: 'answered' });
});

test('[U2] what its author changed since is a conflict', () => {
  const day = fullDay();
  day.when('mod', 'question.approve', { question: day.of.inReview });
  const approved = day.state.seq;
  day.when('ann', 'question.withdraw', { question: day.of.inReview });
  expect(day.when('mod', 'undo', { seq: approved })).toMatchObject({
    ok: false,
    reason: 'conflict',
    of: 'undo',
  });
});

test('[U2] upvotes since are none', () => {
  const day = fullDay();
  day.when('mod', 'question.answer', { question: day.of.live, on: true });
  const answered = day.state.seq;
  day.when('mod', 'question.approve', { question: day.of.inReview });
  day.when('bob', 'question.upvote', { question: day.of.inReview, on: true });
  expect(day.when('mod', 'undo', { seq: day.state.seq - 1 })).toMatchObject({ ok: true });
  expect(day.when('mod', 'undo', { seq: answered })).toMatchObject({ ok: true });
});

describe('[U4]', () => {
  test.each([
    ['participant.erase', { participant: 'ann' }],
    ['participant.revoke', { participant: 'ann' }],
    ['invite.revoke', { invite: 'invite-1' }],
  ] as const)('%s lasts', (type, data) => {
    const day = fullDay();
    day.when('org', type, data);
    expect(day.when('org', 'undo', { seq: day.state.seq })).toMatchObject({
      ok: false,
      reason: 'not-now',
      now: { type },
    });
  });

  test('closing is undone by an organizer only', () => {
    const day = fullDay();
    day.when('org', 'event.close', {});
    const closed = day.state.seq;
    expect(day.when('mod', 'undo', { seq: closed }).ok).toBe(false);
    expect(day.when('org', 'undo', { seq: closed })).toMatchObject({ ok: true });
    expect(day.state.tables.event.get('event')?.closed).toBe(false);
  });

  test('what was said in public is not the staff’s to undo', () => {
    const day = given();
    day.ask('ann', 'Why?');
    expect(day.when('mod', 'undo', { seq: day.state.seq })).toMatchObject({ ok: false, reason: 'unknown' });
    expect(day.when('mod', 'undo', { seq: 999 })).toMatchObject({ ok: false, reason: 'unknown' });
  });
});

describe('[U5] what was made stays', () => {
  test('a logged question is withdrawn, and comes back with the undo of the undo', () => {
    const day = fullDay();
    day.when('mod', 'question.log', { session: 'talk-1', measured }, { id: 'spoken' });
    day.when('bob', 'question.upvote', { question: 'spoken', on: true });
    day.when('mod', 'undo', { seq: day.state.seq - 1 });
    expect(day.state.tables.questions.get('spoken')?.status).toBe('withdrawn');
    day.when('mod', 'undo', { seq: day.state.seq });
    expect(day.state.tables.questions.get('spoken')).toMatchObject({
      status: 'live',
      voters: new Set(['bob']),
    });
  });

  test('a logged question that somebody put on the screen is not taken back', () => {
    const day = fullDay();
    day.when('mod', 'question.log', { session: 'talk-1', measured }, { id: 'spoken' });
    const logged = day.state.seq;
    day.when('mia', 'stage.show', { room: 'main', show: { kind: 'question', question: 'spoken' } });
    expect(day.when('mod', 'undo', { seq: logged })).toMatchObject({
      ok: false,
      reason: 'conflict',
      by: { name: 'Mia' },
    });
  });

  test('an announcement is ended', () => {
    const day = given();
    day.when('mod', 'announce', { text: 'Lunch', to: 'all' }, { id: 'lunch' });
    day.when('mod', 'undo', { seq: day.state.seq });
    expect(day.state.tables.messages.get('lunch')?.ended).toBe(true);
  });
});

describe('[U6] what taking back entails', () => {
  test('a question that goes back to review leaves stages and Up next', () => {
    const day = fullDay();
    day.when('mod', 'question.approve', { question: day.of.inReview });
    const approved = day.state.seq;
    day.when('mia', 'question.shortlist', { question: day.of.inReview, position: 1 });
    day.when('mia', 'stage.show', { room: 'main', show: { kind: 'question', question: day.of.inReview } });
    expect(day.when('mod', 'undo', { seq: approved })).toMatchObject({ ok: true });
    expect(day.state.tables.questions.get(day.of.inReview)).toMatchObject({
      status: 'inReview',
      upNext: null,
    });
    expect(day.state.tables.questions.get(day.of.live)?.upNext).toBe(1);
    expect(day.state.tables.stages.get('main')?.show).toEqual({ kind: 'auto' });
  });

  test('Up next closes up', () => {
    const day = given();
    const [first, second] = [questionIn(day, 'live'), questionIn(day, 'live')];
    day.when('mod', 'question.shortlist', { question: first, position: 1 });
    const queued = day.state.seq;
    day.when('mia', 'question.shortlist', { question: second, position: 2 });
    day.when('mod', 'undo', { seq: queued });
    expect(day.state.tables.questions.get(second)?.upNext).toBe(1);
  });

  test('a stage does not go back to what was withdrawn meanwhile', () => {
    const day = fullDay();
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'auto' } });
    const cleared = day.state.seq;
    day.when('ann', 'question.withdraw', { question: day.of.shown });
    day.when('mod', 'undo', { seq: cleared });
    expect(day.state.tables.stages.get('main')?.show).toEqual({ kind: 'auto' });
  });

  test('two are never on air in a room', () => {
    const day = fullDay();
    day.when('mod', 'session.end', { session: 'spotlights' }, { at: at('09:10') });
    const ended = day.state.seq;
    day.when('mod', 'session.start', { session: 'talk-2' });
    expect(day.when('mod', 'undo', { seq: ended })).toMatchObject({
      ok: false,
      reason: 'conflict',
      of: 'undo',
    });
  });

  test('nothing is merged in a circle', () => {
    const day = given();
    const [one, two] = [questionIn(day, 'live'), questionIn(day, 'live')];
    day.when('mod', 'question.merge', { question: one, into: two });
    day.when('mod', 'question.unmerge', { question: one });
    const taken = day.state.seq;
    day.when('mod', 'question.merge', { question: two, into: one });
    expect(day.when('mod', 'undo', { seq: taken })).toMatchObject({
      ok: false,
      reason: 'conflict',
      of: 'undo',
    });
  });
});
