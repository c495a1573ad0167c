import { describe, expect, test } from 'vitest';
import { supporters } from '../../shared/questions/find.ts';
import { given } from '../world/given.ts';
import { questionIn } from './in-status.ts';

describe('[P1] a ban', () => {
  test('takes nothing more from a person, named directly or by an anonymous question', () => {
    for (const whom of ['participant', 'question'] as const) {
      const day = given();
      const question = day.ask('ann', 'rude');
      day.when('mod', 'participant.ban', {
        ...(whom === 'question' ? { question } : { participant: 'ann' }),
        on: true,
      });
      expect(day.when('ann', 'question.withdraw', { question })).toMatchObject({
        ok: false,
        reason: 'not-allowed',
        of: 'banned',
      });
      day.when('mod', 'participant.ban', { participant: 'ann', on: false });
      expect(day.when('ann', 'question.withdraw', { question })).toMatchObject({ ok: true });
    }
  });

  test('that hides takes what they asked off every list and stage', () => {
    const day = given();
    const statuses = ['inReview', 'live', 'answered', 'kept', 'withdrawn'] as const;
    const [waiting, live, answered, kept, withdrawn] = statuses.map((status) => questionIn(day, status));
    day.when('mod', 'question.shortlist', { question: live ?? '', position: 1 });
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question: live ?? '' } });
    day.when('mod', 'participant.ban', { participant: 'ann', on: true, hide: true });
    for (const question of [waiting, live, answered, kept]) {
      expect(day.state.tables.questions.get(question ?? '')).toMatchObject({
        status: 'dismissed',
        why: 'conduct',
        upNext: null,
      });
    }
    expect(day.state.tables.questions.get(withdrawn ?? '')?.status).toBe('withdrawn');
    expect(day.state.tables.stages.get('main')?.show).toEqual({ kind: 'auto' });
  });

  test('is for somebody who exists, and not oneself', () => {
    const day = given();
    day.ask('mod', 'mine');
    expect(day.when('mod', 'participant.ban', { participant: 'nobody', on: true })).toMatchObject({
      reason: 'unknown',
    });
    expect(day.when('mod', 'participant.ban', { participant: 'mod', on: true })).toMatchObject({
      reason: 'not-allowed',
    });
  });
});

describe('[P1] whoever runs the event', () => {
  test('is banned by an organizer alone', () => {
    const day = given();
    day.ask('mod', 'from the desk');
    day.ask('org', 'from the organizer');
    expect(day.when('mod', 'participant.ban', { participant: 'org', on: true })).toMatchObject({
      reason: 'not-allowed',
    });
    expect(day.when('org', 'participant.ban', { participant: 'mod', on: true })).toMatchObject({ ok: true });
  });
});

describe('[P2] erased', () => {
  test('name and texts are gone, also former ones, and votes stay', () => {
    const day = given();
    const theirs = day.ask('bob', 'canary before', { anonymous: false });
    const other = questionIn(day, 'live');
    day.when('bob', 'question.edit', { question: theirs, text: '#canary after', measured: { units: 1 } });
    day.when('mod', 'question.edit', {
      question: theirs,
      screen: '#canary first on screen',
      measured: { units: 1 },
    });
    day.when('mod', 'question.edit', {
      question: theirs,
      screen: '#canary on screen',
      measured: { units: 1 },
    });
    day.when('bob', 'question.upvote', { question: other, on: true });
    expect(day.when('bob', 'participant.erase', { participant: 'bob' })).toMatchObject({ ok: true });
    expect(
      [...day.state.bodies.values()].filter(({ text }) => text.startsWith('canary') || text === 'Bob'),
    ).toEqual([]);
    expect(day.state.tables.questions.get(theirs)).toMatchObject({
      text: null,
      screen: null,
      status: 'withdrawn',
    });
    expect(day.state.tables.participants.get('bob')).toMatchObject({ name: null });
    expect(supporters(day.state, day.state.tables.questions.get(other)!).size).toBe(1);
  });

  test('is oneself by everybody, somebody else by organizers only', () => {
    const day = given();
    day.ask('ann', 'Why?');
    expect(day.when('mod', 'participant.erase', { participant: 'ann' })).toMatchObject({
      reason: 'not-allowed',
    });
    expect(day.when('org', 'participant.erase', { participant: 'ann' })).toMatchObject({ ok: true });
    expect(day.when('org', 'participant.erase', { participant: 'nobody' })).toMatchObject({
      reason: 'unknown',
    });
  });

  test('can still be asked for when banned and when the event is closed', () => {
    const day = given();
    day.ask('ann', 'Why?');
    day.when('mod', 'participant.ban', { participant: 'ann', on: true });
    day.when('org', 'event.close', {});
    expect(day.when('ann', 'participant.erase', { participant: 'ann' })).toMatchObject({ ok: true });
  });

  test('what was answered stays answered, without words', () => {
    const day = given();
    const question = questionIn(day, 'answered');
    day.when('org', 'participant.erase', { participant: 'ann' });
    expect(day.state.tables.questions.get(question)).toMatchObject({ status: 'answered', text: null });
  });

  test('a question on a stage leaves it', () => {
    const day = given();
    const question = questionIn(day, 'live');
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
    day.when('ann', 'participant.erase', { participant: 'ann' });
    expect(day.state.tables.stages.get('main')?.show).toEqual({ kind: 'auto' });
  });
});

test('[P3] a revoked participant’s badge is worth nothing, whether they were known or not', () => {
  const day = given();
  day.ask('ann', 'Why?');
  for (const participant of ['ann', 'bob']) day.when('org', 'participant.revoke', { participant });
  for (const who of ['ann', 'bob'] as const) {
    expect(
      day.when(who, 'question.ask', {
        session: 'talk-1',
        text: '#x',
        measured: { units: 1 },
        marks: { anonymous: '', named: '' },
      }),
    ).toMatchObject({ reason: 'no-badge' });
  }
});

describe('an invite', () => {
  const use = (day: ReturnType<typeof given>, limit: number | null = 2) =>
    day.when('lov', 'invite.use', { invite: 'invite-1', role: 'speaker', limit, name: null });

  test('[P5] is used as often as it may be', () => {
    const day = given();
    expect([use(day), use(day), use(day)]).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: false, reason: 'not-allowed', of: 'invite' },
    ]);
    expect(day.state.tables.invites.get('invite-1')?.uses).toBe(2);
  });

  test('[P5] without a limit is used any number of times', () => {
    const day = given();
    for (let time = 0; time < 30; time += 1) expect(use(day, null)).toMatchObject({ ok: true });
  });

  test('[P5] for all events is counted by the installation; who came by it before is not counted again', () => {
    const day = given();
    const data = { invite: 'invite-1', role: 'organizer', limit: 1, name: null, installation: true } as const;
    const byWhom = (participant: string) => ({ participant, role: 'organizer' }) as const;
    for (const who of ['one', 'one', 'two', 'two'])
      expect(day.when(byWhom(who), 'invite.use', data)).toMatchObject({ ok: true });
    expect(day.state.tables.invites.get('invite-1')?.uses).toBe(2);
  });

  test.each(['used', 'unused'])('[P4] %s and revoked is dead', (before) => {
    const day = given();
    if (before === 'used') use(day);
    day.when('org', 'invite.revoke', { invite: 'invite-1' });
    expect(use(day)).toMatchObject({ ok: false, reason: 'not-allowed', of: 'invite' });
  });

  test('[P5] brings no revoked participant back', () => {
    const day = given();
    day.when('org', 'participant.revoke', { participant: 'lov' });
    expect(use(day)).toMatchObject({ ok: false, reason: 'not-allowed', of: 'participant' });
  });

  test.each([
    ['its maker', { maker: 'mod' }],
    ['who made one behind it', { maker: 'ann', makers: ['mod'] }],
    ['one behind it', { maker: 'ann', through: ['invite-2', 'invite-0'] }],
  ])('[P13] of which the log knows nothing ends with %s, by what its text says', (_what, said) => {
    const day = given();
    const by = (invite: string, more = {}) =>
      day.when('lov', 'invite.use', { invite, role: 'speaker', limit: null, name: null, ...more });
    expect(by('invite-1', said)).toMatchObject({ ok: true });
    day.when('org', 'participant.revoke', { participant: 'mod' });
    day.when('org', 'invite.revoke', { invite: 'invite-0' });
    for (const invite of ['invite-1', 'invite-3'])
      expect(by(invite, said)).toMatchObject({ code: 'invite-withdrawn', of: 'invite' });
    expect(by('invite-4', { maker: 'ann' })).toMatchObject({ ok: true });
  });
});

describe('[P14] an invite by which somebody came who is revoked', () => {
  const by = (invite: string, data: object = {}) =>
    ({ invite, role: 'moderator', limit: null, name: null, ...data }) as const;
  const use = (day: ReturnType<typeof given>, participant: string, invite: string, data: object = {}) =>
    day.when({ participant, role: 'moderator' }, 'invite.use', by(invite, data));

  test('takes nobody new; whoever came by it before redeems it again, and other invites go on', () => {
    const day = given();
    for (const [who, invite] of [
      ['one', 'first'],
      ['two', 'first'],
      ['one', 'second'],
      ['three', 'other'],
    ] as const)
      expect(use(day, who, invite)).toMatchObject({ ok: true });
    day.when('org', 'participant.revoke', { participant: 'one' });
    const refused = { reason: 'not-allowed', code: 'invite-withdrawn', of: 'invite' };
    for (const invite of ['first', 'second']) expect(use(day, 'new', invite)).toMatchObject(refused);
    expect(use(day, 'three', 'second')).toMatchObject(refused);
    expect(use(day, 'two', 'first')).toMatchObject({ ok: true });
    expect(use(day, 'new', 'other')).toMatchObject({ ok: true });
    expect(use(day, 'one', 'other')).toMatchObject({ of: 'participant' });
    expect(day.state.tables.participants.get('two')).toMatchObject({ invites: ['first'], revokedAt: null });
  });

  test.each([
    ['of a screen', { role: 'projector' }],
    ['of a lectern', { role: 'speaker', scope: { room: 'main' } }],
    ['of the installation', { installation: true }],
  ])('goes on where it is one %s', (_which, data) => {
    const day = given();
    use(day, 'one', 'first', data);
    day.when('org', 'participant.revoke', { participant: 'one' });
    expect(use(day, 'new', 'first', data)).toMatchObject({ ok: true });
  });

  test('is closed once, whoever is revoked after that, and nothing of it is taken back', () => {
    const day = given();
    for (const who of ['one', 'two']) use(day, who, 'first');
    for (const participant of ['one', 'two', 'one']) day.when('org', 'participant.revoke', { participant });
    expect(day.state.tables.invites.get('first')).toMatchObject({ closed: true, revokedAt: null });
    expect(day.when('org', 'undo', { seq: day.state.seq })).toMatchObject({ ok: false });
  });
});

describe('a report', () => {
  test('[P6] is one a person and question', () => {
    const day = given();
    const question = questionIn(day, 'live');
    for (const who of ['bob', 'bob', 'cat'] as const)
      expect(day.when(who, 'report', { question, why: 'rude' })).toMatchObject({ ok: true });
    expect([...day.state.tables.reports.values()].map(({ by }) => by)).toEqual(['bob', 'cat']);
  });

  test('[P7] is resolved, again too', () => {
    const day = given();
    day.when('bob', 'report', { question: questionIn(day, 'live'), why: 'rude' }, { id: 'report-1' });
    for (let time = 0; time < 2; time += 1)
      expect(day.when('mod', 'report.resolve', { report: 'report-1' })).toMatchObject({ ok: true });
    expect(day.state.tables.reports.get('report-1')?.resolved).toBe(true);
    expect(day.when('mod', 'report.resolve', { report: 'report-2' })).toMatchObject({ reason: 'unknown' });
  });
});

test('[P9] whoever asks from the audience’s page keeps the strongest role they came in', () => {
  const day = given();
  const attendee = { participant: 'lov', role: 'attendee' } as const;
  day.when('lov', 'session.noted', { session: 'talk-1' });
  day.when(attendee, 'report', { question: questionIn(day, 'live'), why: 'rude' });
  expect(day.state.tables.participants.get('lov')?.role).toBe('speaker');
  day.when('org', 'policy.set', { names: true });
  day.when({ participant: 'org', role: 'moderator' }, 'policy.set', { names: false });
  expect(day.state.tables.participants.get('org')?.role).toBe('organizer');
});
