import { describe, expect, it } from 'vitest';
import { faultsOf } from '../world/history/check.ts';
import { unknownEnds } from '../world/history/durability.ts';
import type { Happening, History, LogLine, Sent } from '../world/history/history.ts';
import type { FinalView } from '../world/history/votes.ts';

/*
 * The checker of the kill loop, shown bad histories: each fault that it is there to find is made by hand in a good one.
 */

const ask: Sent = { type: 'question.ask', session: 'talk-1', text: 'Why?' };
const approve: Sent = { type: 'question.approve', question: 'q' };
const upvote: Sent = { type: 'question.upvote', question: 'q', on: true };

function invoke(client: string, id: string, sent: Sent): Happening {
  const role = client === 'mod' ? 'moderator' : 'attendee';
  return { client, what: 'invoke', id, participant: client, role, sent };
}

function line(seq: number, by: string, id: string, { type, ...fields }: Sent): LogLine {
  const role = by === 'mod' ? 'moderator' : by === 'server' ? 'server' : 'attendee';
  const hidden = fields['text'] === undefined ? {} : { text: '#digest' };
  return {
    seq,
    id,
    participant: by,
    role,
    type,
    fields: { ...fields, ...hidden },
    texts: { '#digest': 'Why?' },
  };
}

const apply: Sent = { type: 'programme.apply' };

/** Ann asks, the moderator approves, Bob and Cat upvote, the moderator looks; Dan never hears what came of his vote. */
function good(): { happenings: Happening[]; log: LogLine[]; views: FinalView[] } {
  return {
    happenings: [
      { client: 'mod', what: 'connect', since: null },
      { client: 'mod', what: 'view', epoch: 'e', seq: 1 },
      invoke('ann', 'q', ask),
      { client: 'ann', what: 'ok', id: 'q', seq: 2 },
      { client: 'mod', what: 'patch', epoch: 'e', from: 1, seq: 2, own: false },
      invoke('mod', 'm1', approve),
      { client: 'mod', what: 'ok', id: 'm1', seq: 3 },
      invoke('bob', 'b1', upvote),
      invoke('cat', 'c1', upvote),
      { client: 'mod', what: 'patch', epoch: 'e', from: 2, seq: 3, own: false },
      { client: 'cat', what: 'ok', id: 'c1', seq: 5 },
      { client: 'bob', what: 'ok', id: 'b1', seq: 4 },
      { client: 'mod', what: 'connect', since: 3 },
      { client: 'mod', what: 'patch', epoch: 'e', from: 3, seq: 5, own: false },
      { client: 'mod', what: 'patch', epoch: 'e', from: 5, seq: 5, own: true },
      invoke('dan', 'd1', upvote),
      invoke('mod', 'm2', { type: 'question.label', question: 'q', labels: ['theory'] }),
      { client: 'mod', what: 'ok', id: 'm2', seq: 6 },
      { client: 'mod', what: 'ask-view', number: 1 },
      { client: 'mod', what: 'read', number: 1, epoch: 'e', seq: 6 },
    ],
    log: [
      line(1, 'server', 's1', apply),
      line(2, 'ann', 'q', ask),
      line(3, 'mod', 'm1', approve),
      line(4, 'bob', 'b1', upvote),
      line(5, 'cat', 'c1', upvote),
      line(6, 'mod', 'm2', { type: 'question.label', question: 'q', labels: ['theory'] }),
    ],
    views: [{ who: 'moderator mod', questions: { q: { status: 'live', upvotes: 2 } } }],
  };
}

type Made = ReturnType<typeof good>;

/** The good history with one thing made bad. */
function bad(change: (made: Made) => void): string[] {
  const made = good();
  change(made);
  return faultsOf(made, made.views);
}

/** Renumbers a log whose lines were moved, as if the server had written it so. */
function renumber(log: LogLine[]): void {
  for (const [index, each] of log.entries()) each.seq = index + 1;
}

/** Replaces the happening that a test looks for. */
function instead(made: Made, which: (each: Happening) => boolean, other: Happening): void {
  made.happenings[made.happenings.findIndex(which)] = other;
}

describe('the checker of histories', () => {
  it('finds nothing in a good one, also where the end of a command is unknown', () => {
    expect(bad(() => undefined)).toEqual([]);
    expect(unknownEnds(good())).toEqual({ unknown: 1, logged: 0 });
    const logged = good();
    logged.log.push(line(7, 'dan', 'd1', upvote));
    logged.views = [{ who: 'moderator mod', questions: { q: { status: 'live', upvotes: 3 } } }];
    expect(faultsOf(logged, logged.views)).toEqual([]);
    expect(unknownEnds(logged)).toEqual({ unknown: 1, logged: 1 });
  });

  it.each<[string, RegExp, (made: Made) => void]>([
    [
      'an acknowledged command that is lost',
      /^I1 m2 was acknowledged at 6 and is lost/,
      ({ log }) => void log.pop(),
    ],
    [
      'one that is lost in the middle',
      /^I1 c1 was acknowledged at 5 and is lost/,
      ({ log }) => {
        log.splice(4, 1);
        renumber(log);
      },
    ],
    ['a gap in the log', /^I1 the log has 6 where 5 belongs/, ({ log }) => void log.splice(4, 1)],
    [
      'one that stands elsewhere than was said',
      /^I1 b1 was acknowledged at 4 and stands at 5/,
      ({ log }) => {
        log.splice(3, 2, log[4]!, log[3]!);
        renumber(log);
      },
    ],
    [
      'one that is there twice',
      /^I3 b1 is in the log twice, at 4 and 7/,
      ({ log }) => void log.push({ ...log[3]!, seq: 7 }),
    ],
    [
      'an unknown end that is there twice',
      /^I3 d1 is in the log twice/,
      ({ log }) => void log.push(line(7, 'dan', 'd1', upvote), line(8, 'dan', 'd1', upvote)),
    ],
    [
      'a line that nobody sent',
      /^I2 question.upvote at 7 was sent by nobody/,
      ({ log }) => void log.push(line(7, 'eve', 'e1', upvote)),
    ],
    [
      'a line under another person',
      /^I2 question.upvote at 4 was sent by somebody else/,
      ({ log }) => void log.splice(3, 1, line(4, 'eve', 'b1', upvote)),
    ],
    [
      'a line that says something else',
      /^I2 question.upvote at 4 does not say what was sent/,
      ({ log }) => void log.splice(3, 1, line(4, 'bob', 'b1', { ...upvote, on: false })),
    ],
    [
      'a text that is another',
      /^I2 question.ask at 2 does not say what was sent/,
      ({ log }) => void log.splice(1, 1, { ...log[1]!, texts: { '#digest': 'Why not?' } }),
    ],
    [
      'a command of somebody who may not',
      /^I2 question.approve at 7 was sent by attendee, who may not/,
      ({ log, happenings }) => {
        happenings.push(invoke('eve', 'e1', approve));
        log.push(line(7, 'eve', 'e1', approve));
      },
    ],
    [
      'something later that stands earlier',
      /^I4 m1 stands at 2, and 3 was acknowledged before it was sent/,
      (made) => {
        made.log.splice(1, 2, made.log[2]!, made.log[1]!);
        renumber(made.log);
        instead(made, ({ what, ...each }) => what === 'ok' && 'id' in each && each.id === 'q', {
          ...{ client: 'ann', what: 'ok', id: 'q', seq: 3 },
        });
        instead(made, ({ what, ...each }) => what === 'ok' && 'id' in each && each.id === 'm1', {
          ...{ client: 'mod', what: 'ok', id: 'm1', seq: 2 },
        });
      },
    ],
    [
      'two answers to one command',
      /^I4 b1 was acknowledged at 4 and at 9/,
      ({ happenings }) => void happenings.push({ client: 'bob', what: 'ok', id: 'b1', seq: 9 }),
    ],
    [
      'two commands of one client the wrong way round',
      /^I5 fay sent f1 before f2, and they stand at 8 and 7/,
      ({ happenings, log }) => {
        happenings.push(invoke('fay', 'f1', upvote), invoke('fay', 'f2', { ...upvote, on: false }));
        happenings.push({ client: 'fay', what: 'ok', id: 'f2', seq: 7 });
        happenings.push({ client: 'fay', what: 'ok', id: 'f1', seq: 8 });
        log.push(line(7, 'fay', 'f2', { ...upvote, on: false }), line(8, 'fay', 'f1', upvote));
      },
    ],
    [
      'a vote that is counted twice',
      /^I8 moderator mod sees 3 for q, and 2 support it/,
      ({ views }) =>
        void views.splice(0, 1, { who: 'moderator mod', questions: { q: { status: 'live', upvotes: 3 } } }),
    ],
    [
      'a status that the log does not make',
      /^I8 moderator mod sees q as inReview, and it is live/,
      ({ views }) =>
        void views.splice(0, 1, {
          who: 'moderator mod',
          questions: { q: { status: 'inReview', upvotes: 2 } },
        }),
    ],
    [
      'a question that vanished from the desk',
      /^I8 moderator mod does not see q/,
      ({ views }) => void views.splice(0, 1, { who: 'moderator mod', questions: {} }),
    ],
    [
      'a yes where the rules say no',
      /^I8 a1 was acknowledged, and the rules say no/,
      ({ happenings, log }) => {
        happenings.push(invoke('ann', 'a1', upvote), { client: 'ann', what: 'ok', id: 'a1', seq: 7 });
        log.push(line(7, 'ann', 'a1', upvote));
      },
    ],
    [
      'a gap in what a client hears',
      /^I15 a patch from 4 came at 3: something is missing/,
      ({ happenings }) => void happenings.splice(12, 0, { ...patch, from: 4, seq: 5 }),
    ],
    [
      'something that a client hears again',
      /^I15 a patch to 2 came at 3: it was said before/,
      ({ happenings }) => void happenings.splice(12, 0, { ...patch, from: 1, seq: 2 }),
    ],
    [
      'a return that begins elsewhere',
      /^I15 a connection from 3 began with a patch from 2/,
      (made) =>
        instead(made, (each) => each.what === 'patch' && each.from === 3, { ...patch, from: 2, seq: 5 }),
    ],
    [
      'a view that goes back',
      /^I15 a view at 2 came after 5/,
      ({ happenings }) => void happenings.push({ client: 'mod', what: 'view', epoch: 'e', seq: 2 }),
    ],
    [
      'another epoch',
      /^I15 the epoch was e and is f/,
      ({ happenings }) => void happenings.push({ ...patch, epoch: 'f', from: 5, seq: 6 }),
    ],
    [
      'a view without what was acknowledged before',
      /^I16 a view at 5 was asked for after 6 was acknowledged/,
      (made) => instead(made, ({ what }) => what === 'read', { ...read, seq: 5 }),
    ],
    [
      'a first view without what was acknowledged before',
      /^I16 a view at 5 was asked for after 6 was acknowledged/,
      ({ happenings }) =>
        void happenings.push(
          { client: 'mod', what: 'connect', since: null },
          { client: 'mod', what: 'view', epoch: 'e', seq: 5 },
        ),
    ],
  ])('finds %s', (_, fault, change) => {
    expect(bad(change).filter((each) => fault.test(each))).not.toEqual([]);
  });

  it('unites the supporters of what was merged, and takes them apart again', () => {
    const two = (end: readonly LogLine[], q: number, r: number): string[] => {
      const history: History = {
        happenings: [],
        log: [
          line(1, 'ann', 'q', ask),
          line(2, 'bob', 'r', ask),
          line(3, 'mod', 'm1', approve),
          line(4, 'mod', 'm2', { type: 'question.approve', question: 'r' }),
          line(5, 'cat', 'c1', upvote),
          line(6, 'cat', 'c2', { ...upvote, question: 'r' }),
          line(7, 'ann', 'a1', { ...upvote, question: 'r' }),
          line(8, 'mod', 'm3', { type: 'question.merge', question: 'r', into: 'q' }),
          line(9, 'dan', 'd1', { ...upvote, question: 'r' }),
          ...end,
        ],
      };
      const status = end.length > 0 ? 'live' : 'merged';
      const questions = { q: { status: 'live', upvotes: q }, r: { status, upvotes: r } };
      return faultsOf(history, [{ who: 'moderator mod', questions }]).filter((each) => each.startsWith('I8'));
    };
    // Cat supports both, Ann's support of her own question does not count, Dan's went to the target.
    expect(two([], 2, 2)).toEqual([]);
    expect(two([line(10, 'mod', 'm4', { type: 'question.unmerge', question: 'r' })], 2, 2)).toEqual([]);
    expect(two([], 3, 2)).toEqual(['I8 moderator mod sees 3 for q, and 2 support it']);
  });
});

const patch = { client: 'mod', what: 'patch', epoch: 'e', own: false } as const;
const read = { client: 'mod', what: 'read', number: 1, epoch: 'e' } as const;
