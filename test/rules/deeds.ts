import type { Outcome } from '../../shared/log/apply.ts';
import type { EntryData, EntryType } from '../../shared/log/entry.ts';
import type { Actor } from '../../shared/state/actor.ts';
import { serverActor } from '../../shared/state/actor.ts';
import type { Who } from '../world/people.ts';
import { at, workshop } from '../world/workshop.ts';
import type { FullDay } from './full-day.ts';

const measured = { units: 1 };

/** What somebody does on a full day, one that is taken. */
function deed<T extends EntryType>(
  who: Who | Actor,
  type: T,
  data: (of: FullDay['of']) => EntryData[T],
): [T, (day: FullDay) => Outcome] {
  return [type, (day) => day.when(who, type, data(day.of), { at: at('09:10') })];
}

const marks = { anonymous: 'x', named: 'y' };
const guest: Actor = {
  participant: 'guest',
  role: 'attendee',
  person: { name: '#Guest', attendance: 'inRoom' },
};

/** One or more of each type of entry but undo. */
export const deeds = [
  deed('bob', 'question.ask', () => ({ session: 'talk-1', text: '#New?', measured, marks })),
  deed('ann', 'question.edit', ({ inReview }) => ({ question: inReview, text: '#Other', measured })),
  deed('mod', 'question.edit', ({ live }) => ({ question: live, screen: '#short', measured })),
  deed('ann', 'question.withdraw', ({ live }) => ({ question: live })),
  deed('mod', 'question.log', () => ({ session: 'talk-1', text: '#Spoken', measured })),
  deed('cat', 'question.upvote', ({ live }) => ({ question: live, on: true })),
  deed('bob', 'question.upvote', ({ live }) => ({ question: live, on: false })),
  deed('mod', 'question.approve', ({ inReview }) => ({ question: inReview })),
  deed('mod', 'question.approve', ({ kept }) => ({ question: kept })),
  deed('mod', 'question.dismiss', ({ shown }) => ({ question: shown, why: 'conduct' })),
  deed('mod', 'question.restore', ({ answered }) => ({ question: answered })),
  deed('mod', 'question.archive', ({ live }) => ({ question: live })),
  deed('mod', 'question.keep', ({ live }) => ({ question: live, for: 'panel', session: 'panel' })),
  deed('mod', 'question.move', ({ live }) => ({ question: live, session: 'talk-2' })),
  deed('mod', 'question.merge', ({ live, second }) => ({ question: live, into: second })),
  deed('mod', 'question.unmerge', ({ merged }) => ({ question: merged })),
  deed('mod', 'question.label', ({ live }) => ({ question: live, labels: ['method'] })),
  deed('mod', 'question.shortlist', ({ second }) => ({ question: second, position: 1 })),
  deed('mod', 'question.answer', ({ live }) => ({ question: live, on: true, reply: '#Because.' })),
  deed('mod', 'stage.show', ({ live }) => ({ room: 'main', show: { kind: 'question', question: live } })),
  deed('mod', 'stage.black', () => ({ room: '*', on: true })),
  deed('mod', 'display.set', () => ({ display: 'main/wall', layout: 'corner', name: 'Wall' })),
  deed('mod', 'session.start', () => ({ session: 'talk-1' })),
  deed('mod', 'session.end', () => ({ session: 'spotlights' })),
  deed('mod', 'session.notYet', () => ({ session: 'talk-1' })),
  deed('mod', 'session.reset', () => ({ session: 'spotlights' })),
  deed('mod', 'session.cancel', () => ({ session: 'talk-2' })),
  deed('mod', 'session.move', () => ({ session: 'talk-2', minutes: 5 })),
  deed('mod', 'session.extend', () => ({ session: 'spotlights', minutes: 5 })),
  deed('mod', 'session.place', () => ({ session: 'talk-2', after: 'panel' })),
  deed('mod', 'session.questions', () => ({ session: 'talk-1', mode: 'closed' })),
  deed('mod', 'session.phase', () => ({ session: 'talk-1', phase: 'decide' })),
  deed('bob', 'participant.describe', () => ({ name: '#Robert', attendance: 'inRoom' })),
  deed('mod', 'invite.make', () => ({ role: 'moderator', name: '#Second door', through: null })),
  deed('mod', 'clock.trust', () => ({})),
  deed('mod', 'session.note', () => ({ session: 'talk-1', text: 'Louder' })),
  deed('lov', 'session.noted', () => ({ session: 'talk-1' })),
  deed('mod', 'programme.tell', () => ({})),
  deed('org', 'programme.apply', () => ({
    programme: { ...workshop, sessions: workshop.sessions.filter(({ id }) => id !== 'talk-1') },
  })),
  deed('mod', 'policy.set', () => ({ names: false, ranking: 'popular', moderation: 'after' })),
  deed('mod', 'announce', () => ({ text: 'Lunch', to: 'all' })),
  deed('mod', 'announce.end', () => ({ message: 'message-1' })),
  deed('org', 'event.close', () => ({})),
  deed('mod', 'participant.ban', ({ live }) => ({ question: live, on: true, hide: true })),
  deed('ann', 'participant.erase', () => ({ participant: 'ann' })),
  deed('org', 'participant.revoke', () => ({ participant: 'bob' })),
  deed('org', 'invite.revoke', () => ({ invite: 'invite-1' })),
  deed(guest, 'invite.use', () => ({ invite: 'invite-1', role: 'speaker', limit: 3, name: '#Guest' })),
  deed('bob', 'report', ({ second }) => ({ question: second, why: 'rude' })),
  deed('mod', 'report.resolve', () => ({ report: 'report-1' })),
  deed(serverActor, 'clock.pass', () => ({ at: at('09:10') })),
  deed(serverActor, 'sample', () => ({ session: null, readers: {}, people: null })),
];
