import { expect, it } from 'vitest';
import type { CommandType } from '../../shared/log/command.ts';
import type { Role } from '../../shared/people/role.ts';
import { commandTypes } from '../world/command-types.ts';
import { openWorld } from '../world/world.ts';

const missing = '11111111-1111-4111-8111-111111111111';
const question = missing;
const session = 'no-such-session';

/** A body of each type that is in order; a type without one here fails. */
const bodies: Record<CommandType, object> = {
  'question.ask': { session, text: 'Why?' },
  'question.edit': { question, text: 'Why?' },
  'question.withdraw': { question },
  'question.upvote': { question, on: true },
  'question.approve': { question },
  'question.dismiss': { question, why: 'same' },
  'question.restore': { question },
  'question.archive': { question },
  'question.keep': { question, for: 'panel' },
  'question.move': { question, session },
  'question.log': { session },
  'question.merge': { question, into: '22222222-2222-4222-8222-222222222222' },
  'question.unmerge': { question },
  'question.label': { question, labels: [] },
  'question.shortlist': { question, position: 1 },
  'question.answer': { question, on: true },
  'stage.show': { room: 'no-such-room', show: { kind: 'auto' } },
  'stage.black': { room: 'no-such-room', on: true },
  'display.set': { display: 'main/wall', room: 'no-such-room' },
  'session.start': { session },
  'session.end': { session },
  'session.notYet': { session },
  'session.reset': { session },
  'session.cancel': { session },
  'session.move': { session, minutes: 5 },
  'session.extend': { session, minutes: 5 },
  'session.place': { session, after: null },
  'session.questions': { session, mode: 'auto' },
  'session.phase': { session, phase: 'auto' },
  'session.note': { session, text: 'Louder, please' },
  'session.noted': { session: 'talk-1' },
  'programme.tell': {},
  'programme.apply': { programme: { backrow: 1 } },
  'policy.set': {},
  announce: { text: 'Lunch', to: 'staff' },
  'announce.end': { message: missing },
  'participant.describe': { attendance: 'remote' },
  'participant.ban': { participant: missing, on: true },
  'participant.erase': { participant: missing },
  'participant.revoke': { participant: missing },
  'invite.revoke': { invite: 'no-such-invite' },
  'invite.make': { role: 'projector' },
  'event.close': { on: false },
  report: { question, why: 'spam' },
  'report.resolve': { report: missing },
  undo: { seq: 999_999 },
  'clock.trust': {},
};

const askers: Role[] = ['attendee', 'speaker', 'moderator', 'organizer'];

/** Who may send what, by the contract's table; what is not named is for moderators and organisers. */
const table: Partial<Record<CommandType, Role[]>> = {
  'question.ask': askers,
  'question.edit': askers,
  'question.withdraw': askers,
  'question.upvote': askers,
  'question.restore': askers,
  'question.answer': ['speaker', 'moderator', 'organizer'],
  'session.noted': ['speaker', 'moderator', 'organizer'],
  report: askers,
  'participant.describe': askers,
  'participant.erase': askers,
  'participant.revoke': ['organizer'],
  'invite.revoke': ['organizer'],
  'event.close': ['organizer'],
  'programme.apply': ['organizer'],
};

it.each(['attendee', 'speaker', 'moderator', 'organizer', 'projector'] as const)(
  '[W23] takes from %s the commands of that role, and no other',
  async (role) => {
    const world = await openWorld();
    const member = await world.joinAs(role);
    for (const type of commandTypes) {
      const allowed = (table[type] ?? ['moderator', 'organizer']).includes(role);
      const outcome = await member.send({ type, ...bodies[type] });
      const overSocket = outcome.ok ? 'ok' : outcome.reason;
      const answer = await world.at('/commands', {
        token: member.seat.token,
        body: { id: crypto.randomUUID(), type, ...bodies[type] },
      });
      // Erasing: the table lets everybody ask, the rule lets organisers alone name somebody else.
      const another = type === 'participant.erase' && role !== 'organizer';
      expect([type, overSocket === 'not-allowed']).toEqual([type, !allowed || another]);
      // [W84] The event file of `programme.apply` is empty: what it says is looked at for organizers alone.
      if (type === 'programme.apply' && allowed) expect(overSocket).toBe('malformed');
      expect([type, answer.status === 403]).toEqual([type, overSocket === 'not-allowed']);
    }
  },
);

it('[W23] takes nothing that only the server makes', async () => {
  const world = await openWorld();
  const organizer = await world.joinAs('organizer');
  for (const type of ['clock.pass', 'sample', 'invite.use', 'nonsense', 'toString']) {
    expect(await organizer.send({ type, at: 0 })).toMatchObject({ ok: false, reason: 'malformed' });
  }
});

it('[W23] takes nothing without a badge, with one that ran out, of another event or of another server', async () => {
  const world = await openWorld({ others: [{ slug: 'other', code: 'XYQ3' }] });
  const stranger = await openWorld({ env: { SECRET: 'another secret altogether' } });
  const past = world.now() - 1_000;
  const tokens = {
    none: '',
    over: await world.sign({ role: 'organizer', madeAt: past - 5_000, expiresAt: past }),
    elsewhere: await world.sign({ role: 'organizer', event: 'other' }),
    forged: await stranger.sign({ role: 'organizer' }),
    invite: await world.invite({ role: 'organizer' }),
  };
  for (const [name, token] of Object.entries(tokens)) {
    expect((await world.connect({ role: 'organizer', token })).refusal, name).toMatchObject({
      reason: 'no-badge',
    });
    for (const type of commandTypes) {
      const { status } = await world.at('/commands', {
        token,
        body: { id: crypto.randomUUID(), type, ...bodies[type] },
      });
      expect([name, type, status]).toEqual([name, type, 401]);
    }
  }
});

it('[W23] stops taking commands on an open socket once its badge has run out', async () => {
  let now = Date.now();
  const world = await openWorld({ clock: () => now });
  const moderator = await world.joinAs('moderator');
  now += 60 * 86_400_000;
  expect(await moderator.send({ type: 'programme.tell' })).toMatchObject({ ok: false, reason: 'no-badge' });
});
