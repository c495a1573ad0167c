import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../shared/log/apply.ts';
import type { EntryData, EntryType } from '../../shared/log/entry.ts';
import { plainState } from '../../shared/state/plain.ts';
import { type Day, given } from '../world/given.ts';
import { at, session, workshop } from '../world/workshop.ts';
import { type FullDay, fullDay } from './full-day.ts';

/** What stays as it was: everything but numbers, whether something was ever shown, and the audit itself. */
function world({ state }: Day) {
  const { tables } = plainState(state);
  return structuredClone({
    ...tables,
    participants: [],
    questions: [...state.tables.questions.values()].map(({ n: _n, shown: _s, ...rest }) => rest),
  });
}

function staff<T extends EntryType>(
  type: T,
  data: (of: FullDay['of']) => EntryData[T],
  when = '09:10',
): [T, (day: FullDay) => Outcome] {
  return [type, (day) => day.when('mod', type, data(day.of), { at: at(when) })];
}
const measured = { units: 1 };

/** Every staff command that can be undone, some in several ways. */
const cases = [
  staff('question.edit', ({ live }) => ({ question: live, screen: '#short', measured })),
  staff('question.approve', ({ inReview }) => ({ question: inReview })),
  staff('question.approve', ({ kept }) => ({ question: kept })),
  staff('question.dismiss', ({ shown }) => ({ question: shown, why: 'conduct' })),
  staff('question.dismiss', ({ live }) => ({ question: live, why: 'conduct' })),
  staff('question.restore', ({ dismissed }) => ({ question: dismissed })),
  staff('question.restore', ({ answered }) => ({ question: answered })),
  staff('question.archive', ({ live }) => ({ question: live })),
  staff('question.keep', ({ live }) => ({ question: live, for: 'panel' })),
  staff('question.keep', ({ kept }) => ({ question: kept, for: 'written' })),
  staff('question.move', ({ live }) => ({ question: live, session: 'talk-2' })),
  staff('question.merge', ({ live, second }) => ({ question: live, into: second })),
  staff('question.unmerge', ({ merged }) => ({ question: merged })),
  staff('question.label', ({ live }) => ({ question: live, labels: ['method'] })),
  staff('question.shortlist', ({ shown }) => ({ question: shown, position: 1 })),
  staff('question.shortlist', ({ live }) => ({ question: live, position: null })),
  staff('question.shortlist', ({ kept }) => ({ question: kept, position: 2 })),
  staff('question.answer', ({ live }) => ({ question: live, on: true, reply: '#Because.' })),
  staff('question.answer', ({ answered }) => ({ question: answered, on: false })),
  staff('stage.show', ({ live }) => ({ room: 'main', show: { kind: 'question', question: live } })),
  staff('stage.show', () => ({ room: 'main', show: { kind: 'auto' } })),
  staff('stage.black', () => ({ room: '*', on: true })),
  staff('session.start', () => ({ session: 'talk-2' })),
  staff('session.start', () => ({ session: 'spotlights', part: 'spot-2' })),
  staff('session.start', () => ({ session: 'spotlights', at: at('08:45') })),
  staff('session.end', () => ({ session: 'spotlights' })),
  staff('session.notYet', () => ({ session: 'talk-2' }), '09:50'),
  staff('session.reset', () => ({ session: 'spotlights' })),
  staff('session.reset', () => ({ session: 'talk-3' })),
  staff('session.cancel', () => ({ session: 'talk-2' })),
  staff('session.move', () => ({ session: 'talk-2', minutes: 10 })),
  staff('session.extend', () => ({ session: 'talk-2', minutes: 45, give: 'anchor' })),
  staff('session.place', () => ({ session: 'closing', after: 'panel' })),
  staff('session.questions', () => ({ session: 'talk-1', mode: 'closed' })),
  staff('session.phase', () => ({ session: 'talk-1', phase: 'decide' })),
  staff('session.note', () => ({ session: 'talk-1', text: 'Louder, please' })),
  staff('session.noted', () => ({ session: 'talk-1' })),
  staff('programme.tell', () => ({})),
  staff('policy.set', () => ({ moderation: 'after', names: false })),
  staff('announce.end', () => ({ message: 'message-1' })),
  staff('participant.ban', () => ({ participant: 'ann', on: true, hide: true })),
  staff('report.resolve', () => ({ report: 'report-1' })),
];

describe.each(cases)('%s', (_type, play) => {
  test('[U1] is taken back, [U3] and the taking back too', () => {
    const day = fullDay();
    const before = world(day);
    expect(play(day)).toMatchObject({ ok: true });
    const done = day.state.seq;
    const after = world(day);
    expect(after).not.toEqual(before);
    expect(day.when('mia', 'undo', { seq: done })).toMatchObject({ ok: true });
    expect(world(day)).toEqual(before);
    expect(day.when('mod', 'undo', { seq: day.state.seq })).toMatchObject({ ok: true });
    expect(world(day)).toEqual(after);
  });

  test('[U2] is not taken back once a later entry of the staff did the same to it', () => {
    const day = fullDay();
    play(day);
    const done = day.state.seq;
    day.when('mia', 'undo', { seq: done });
    const before = world(day);
    expect(day.when('mod', 'undo', { seq: done })).toMatchObject({
      ok: false,
      reason: 'conflict',
      of: 'undo',
      by: { name: 'Mia' },
    });
    expect(world(day)).toEqual(before);
  });
});

describe('[U4] a programme', () => {
  const changed = {
    ...workshop,
    venue: 'Rio de Janeiro',
    sessions: [
      ...workshop.sessions.filter(({ id }) => id !== 'talk-2'),
      session('extra', 'talk', '15:00', 20),
    ].map((each) => (each.id === 'panel' ? { ...each, title: 'Another panel', start: at('12:20') } : each)),
  };

  test('is taken back by an organizer, with the questions of what it had removed', () => {
    const day = given({ autorun: false });
    const question = day.ask('ann', 'Why?', { session: 'talk-2' });
    const before = structuredClone(plainState(day.state).tables);
    day.when('org', 'programme.apply', { programme: changed });
    const { seq } = day.state;
    expect(day.state.tables.questions.get(question)?.session).toBeNull();
    expect(day.when('mod', 'undo', { seq })).toMatchObject({ ok: false, reason: 'not-allowed' });
    expect(day.when('org', 'undo', { seq })).toMatchObject({ ok: true });
    const { extra, ...sessions } = Object.fromEntries(plainState(day.state).tables['sessions'] ?? []);
    expect(extra).toMatchObject({ removed: true });
    expect(sessions).toEqual(Object.fromEntries(before['sessions'] ?? []));
    expect(plainState(day.state).tables['event']).toEqual(before['event']);
    expect(day.state.tables.questions.get(question)?.session).toBe('talk-2');
    expect(day.when('org', 'undo', { seq: day.state.seq })).toMatchObject({ ok: true });
    expect(day.state.tables.sessions.get('extra')).toMatchObject({ removed: false });
  });

  test('is not where a session that it made was started or asked about, and never the first one', () => {
    for (const type of ['start', 'ask'] as const) {
      const day = given({ autorun: false });
      day.when('org', 'programme.apply', { programme: changed });
      const { seq } = day.state;
      if (type === 'ask') day.ask('ann', 'Why?', { session: 'extra' });
      else day.when('mod', 'session.start', { session: 'extra' }, { at: at('15:00') });
      expect(day.when('org', 'undo', { seq })).toMatchObject({ ok: false, reason: 'conflict', of: 'undo' });
      expect(day.when('org', 'undo', { seq: 1 })).toMatchObject({ ok: false, reason: 'not-now' });
    }
  });
});

describe('[U12] what the server approves in the moderators’ place', () => {
  function approved() {
    const day = given();
    const question = day.ask('ann', 'Why?');
    day.when({ participant: 'server', role: 'server' }, 'question.approve', { question });
    const status = () => day.state.tables.questions.get(question)?.status;
    return { ...day, question, status, seq: day.state.seq };
  }

  test('is audited, and undone by a moderator', () => {
    const day = approved();
    expect(day.status()).toBe('live');
    expect(day.state.staff.get(day.seq)).toMatchObject({ type: 'question.approve', by: 'server' });
    expect(day.when('mod', 'undo', { seq: day.seq })).toMatchObject({ ok: true });
    expect(day.status()).toBe('inReview');
    expect(day.state.staff.get(day.seq)?.undoneBy).toBe(day.state.seq);
  });

  test('is a colleague’s to who acts in sight of what was before it', () => {
    const day = approved();
    expect(
      day.when('mod', 'question.dismiss', { question: day.question, why: 'same' }, { seen: day.seq - 1 }),
    ).toMatchObject({ reason: 'conflict', by: { name: null } });
    expect(
      day.when('mod', 'question.dismiss', { question: day.question, why: 'same' }, { seen: day.seq }),
    ).toMatchObject({ ok: true });
  });
});

describe('[P1] what an organizer did to somebody who runs the event', () => {
  test('is taken back by an organizer alone, however often it was taken back', () => {
    const day = given();
    day.ask('mia', 'from the desk');
    const took = () => day.state.seq;
    expect(day.when('org', 'participant.ban', { participant: 'mia', on: true })).toMatchObject({ ok: true });
    expect(day.when('mod', 'undo', { seq: took() })).toMatchObject({
      reason: 'not-allowed',
      code: 'undo-organizer',
    });
    const ban = [...day.state.staff.values()].at(-1)?.seq ?? 0;
    expect(day.when('org', 'undo', { seq: ban })).toMatchObject({ ok: true });
    expect(day.when('mod', 'undo', { seq: took() })).toMatchObject({
      reason: 'not-allowed',
      code: 'undo-organizer',
    });
    expect(day.state.tables.participants.get('mia')?.banned).toBe(false);
    // Of somebody of the audience a moderator takes it back.
    day.ask('ann', 'rude');
    day.when('org', 'participant.ban', { participant: 'ann', on: true });
    expect(day.when('mod', 'undo', { seq: took() })).toMatchObject({ ok: true });
  });
});
