import { describe, expect, test } from 'vitest';
import type { CommandType } from '../../shared/log/command.ts';
import type { EntryData } from '../../shared/log/entry.ts';
import { model } from '../../shared/model.ts';
import { type Role, roles } from '../../shared/people/role.ts';
import { commandTypes } from '../world/command-types.ts';
import { given } from '../world/given.ts';
import type { Who } from '../world/people.ts';
import { workshop } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';

/** The column `who` of the contract's command table, for every command without a tag. An organizer may all that a moderator may. */
const moderator: Role[] = ['moderator', 'organizer'];
const organizer: Role[] = ['organizer'];
const everyone: Role[] = ['attendee', 'speaker', 'moderator', 'organizer'];
const contract: Record<CommandType, Role[]> = {
  'question.ask': everyone,
  'question.edit': everyone, // author, moderator
  'question.withdraw': everyone, // author
  'question.upvote': everyone, // everyone but its author and projectors
  'question.approve': moderator,
  'question.dismiss': moderator,
  'question.restore': everyone, // moderator; its author, what they withdrew
  'question.archive': moderator,
  'question.keep': moderator,
  'question.move': moderator,
  'question.log': moderator,
  'question.merge': moderator,
  'question.unmerge': moderator,
  'question.label': moderator,
  'question.shortlist': moderator,
  'question.answer': ['speaker', ...moderator], // moderator; speaker of that session, author of that poster
  'stage.show': moderator,
  'stage.black': moderator,
  'display.set': moderator,
  'session.start': moderator,
  'session.end': moderator,
  'session.notYet': moderator,
  'session.reset': moderator,
  'session.cancel': moderator,
  'session.move': moderator,
  'session.extend': moderator,
  'session.place': moderator,
  'session.questions': moderator,
  'session.phase': moderator,
  'session.note': moderator,
  'session.noted': ['speaker', ...moderator], // moderator; speaker of that session
  'programme.tell': moderator,
  'programme.apply': organizer,
  'policy.set': moderator,
  announce: moderator,
  'announce.end': moderator,
  'participant.describe': everyone, // askers, only oneself
  'participant.ban': moderator,
  'participant.erase': everyone, // organizer (erase: oneself too)
  'participant.revoke': organizer,
  'invite.revoke': organizer,
  'invite.make': moderator,
  'event.close': organizer,
  report: everyone, // everyone but projectors
  'report.resolve': moderator,
  undo: moderator,
  'clock.trust': moderator,
};

const actors: Record<Role, Who> = {
  attendee: 'bob',
  speaker: 'lov',
  moderator: 'mod',
  organizer: 'org',
  projector: 'screen',
};

test('[P8] the role table is the contract’s', () => {
  const table = model.kinds.filter(({ schema }) => schema !== null).map(({ type, by }) => [type, by]);
  expect(Object.fromEntries(table)).toEqual(contract);
  expect(new Set(commandTypes)).toEqual(new Set(Object.keys(contract)));
});

/** One command of every type that the rules would take from whom it is for, on a day prepared for it. */
const asking = {
  session: 'talk-1',
  text: '#Why?',
  measured: { units: 4 },
  marks: { anonymous: 'a', named: 'n' },
};
const data: { [T in CommandType]: (question: string, who: Who) => EntryData[T] } = {
  'question.ask': () => asking,
  'question.edit': (question) => ({ question, text: '#New', measured: { units: 3 } }),
  'question.withdraw': (question) => ({ question }),
  'question.upvote': (question) => ({ question, on: true }),
  'question.approve': (question) => ({ question }),
  'question.dismiss': (question) => ({ question, why: 'same' }),
  'question.restore': (question) => ({ question }),
  'question.archive': (question) => ({ question }),
  'question.keep': (question) => ({ question, for: 'panel' }),
  'question.move': (question) => ({ question, session: 'talk-2' }),
  'question.log': () => ({ session: 'talk-1', measured: { units: 0 } }),
  'question.merge': (question) => ({ question, into: question }),
  'question.unmerge': (question) => ({ question }),
  'question.label': (question) => ({ question, labels: ['method'] }),
  'question.shortlist': (question) => ({ question, position: 1 }),
  'question.answer': (question) => ({ question, on: true }),
  'stage.show': () => ({ room: 'main', show: { kind: 'join' } }),
  'stage.black': () => ({ room: '*', on: true }),
  'display.set': () => ({ display: 'main/wall', name: 'Left wall' }),
  'session.start': () => ({ session: 'talk-1' }),
  'session.end': () => ({ session: 'talk-1' }),
  'session.notYet': () => ({ session: 'talk-1' }),
  'session.reset': () => ({ session: 'talk-1' }),
  'session.cancel': () => ({ session: 'talk-1' }),
  'session.move': () => ({ session: 'panel', minutes: 1 }),
  'session.extend': () => ({ session: 'panel', minutes: 1 }),
  'session.place': () => ({ session: 'talk-2', after: 'talk-3' }),
  'session.questions': () => ({ session: 'talk-1', mode: 'open' }),
  'session.phase': () => ({ session: 'talk-1', phase: 'decide' }),
  'session.note': () => ({ session: 'talk-1', text: 'Louder, please' }),
  'session.noted': () => ({ session: 'talk-1' }),
  'programme.tell': () => ({}),
  'programme.apply': () => ({ programme: workshop }),
  'policy.set': () => ({ names: false }),
  announce: () => ({ text: 'Lunch', to: 'all' }),
  'announce.end': () => ({ message: 'nothing' }),
  'participant.describe': () => ({ name: '#Anna' }),
  'participant.ban': () => ({ participant: 'ann', on: true }),
  'participant.erase': (_question, who) => ({ participant: who }),
  'participant.revoke': () => ({ participant: 'ann' }),
  'invite.revoke': () => ({ invite: 'invite-1' }),
  'invite.make': () => ({ role: 'projector', through: null }),
  'event.close': () => ({}),
  report: (question) => ({ question, why: 'rude' }),
  'report.resolve': () => ({ report: 'nothing' }),
  undo: () => ({ seq: 1 }),
  'clock.trust': () => ({}),
};

describe.each(roles)('[P8] what a badge of the role %s may send', (role) => {
  test.each(commandTypes)('%s', (type) => {
    const day = given();
    const question = questionIn(day, 'live');
    const who = actors[role];
    const outcome = day.when(who, type, data[type](question, who));
    const refusedByRole = !outcome.ok && outcome.code === 'role-may-not';
    expect(refusedByRole).toBe(!contract[type].includes(role));
  });
});

test.each(['clock.pass', 'sample'] as const)('[P8] %s is never accepted from outside', (type) => {
  const made = { 'clock.pass': { at: 1 }, sample: { session: null, readers: {}, people: null } };
  expect(given().when('org', type, made[type])).toMatchObject({ ok: false, reason: 'not-allowed' });
});

test('[P9] the first accepted command brings somebody in, with name and attendance', () => {
  const day = given();
  expect(day.state.tables.participants.has('bob')).toBe(false);
  day.ask('bob', 'Why?');
  expect(day.state.tables.participants.get('bob')).toMatchObject({
    name: '#Bob',
    attendance: 'remote',
    role: 'attendee',
  });
});

test('[P9] a refused command brings nobody in and leaves no text', () => {
  const day = given();
  day.ask('bob', 'of nothing', { session: 'no-such-session' });
  expect(day.state.tables.participants.has('bob')).toBe(false);
  expect([...day.state.bodies.keys()]).not.toContain('#of nothing');
});

test('[P9] somebody keeps their strongest role, and no badge gives them another name', () => {
  const day = given();
  day.when('mod', 'programme.tell', {});
  day.when(
    { participant: 'mod', role: 'attendee', person: { name: '#Moritz', attendance: 'remote' } },
    'report',
    { question: day.ask('ann', 'Why?'), why: 'rude' },
  );
  const question = questionIn(day, 'live');
  day.when(
    { participant: 'mod', role: 'attendee', person: { name: '#Moritz', attendance: 'remote' } },
    'question.upvote',
    { question, on: true },
  );
  expect(day.state.tables.participants.get('mod')).toMatchObject({
    role: 'moderator',
    name: '#Mo',
    attendance: 'inRoom',
  });
});
