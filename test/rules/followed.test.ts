import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Outlet, Ticker } from '../../server/live/ticker.ts';
import { model } from '../../shared/model.ts';
import { nobodyAround } from '../../shared/views/context.ts';
import { Dice } from '../world/dice.ts';
import { type Day, given } from '../world/given.ts';
import { Onlookers } from '../world/onlookers.ts';
import type { Who } from '../world/people.ts';
import { weather } from '../world/weather.ts';
import { deeds } from './deeds.ts';
import { fullDay } from './full-day.ts';
import { countingStorms, dayOf } from './storm.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('[V19] whatever happens, everybody sees what the state and those who are here make of it', () => {
  test('in any storm of merges, votes and people, followed, fresh and after an absence', async () => {
    await fc.assert(
      fc.asyncProperty(countingStorms(60), fc.nat(), async (storm, seed) => {
        await weather(dayOf(storm), storm.gusts, new Dice(seed));
      }),
      { numRuns: 20, interruptAfterTimeLimit: 12_000 },
    );
  }, 60_000);

  test.each(deeds)('after %s, its undo and its redo', async (_type, act) => {
    const day = fullDay();
    const onlookers = new Onlookers(day);
    const told = async () => {
      await onlookers.tick();
      expect(onlookers.wrong()).toEqual([]);
    };
    expect(act(day)).toMatchObject({ ok: true });
    const { seq } = day.state;
    await told();
    const undone = day.when('org', 'undo', { seq });
    await told();
    if (undone.ok) day.when('org', 'undo', { seq: day.state.seq });
    await told();
    onlookers.close();
  });
});

test('every type of entry is among them', () => {
  expect([...new Set(deeds.map(([type]) => type))].toSorted()).toEqual(
    model.kinds
      .map(({ type }) => type)
      .filter((type) => type !== 'undo')
      .toSorted(),
  );
});

/** A day without moderation and with all counts, before everybody. */
function calm() {
  const day = given({ moderation: 'after', ranking: 'popular' });
  return { day, onlookers: new Onlookers(day) };
}

type Calm = ReturnType<typeof calm>;

/** A question with so many supporters besides its author, some of them among `common`. */
function supported({ day }: Calm, who: Who, text: string, voters: readonly string[]): string {
  const question = day.ask(who, text);
  for (const participant of voters)
    day.when({ participant, role: 'attendee' }, 'question.upvote', { question, on: true });
  return question;
}

/** How many support some questions, as these pages show it; undefined where a page does not show the question. */
function counts(
  { onlookers }: Calm,
  questions: readonly string[],
  pages = ['ann attendee', 'mod moderator'],
) {
  return pages.map((page) => questions.map((id) => onlookers.sees(page).questions?.[id]?.upvotes));
}

describe('[V20] a merge that is no more leaves each row with its own supporters, on every page at once', () => {
  test('after unmerge, after undo of the merge, and after undo of that', async () => {
    const all = calm();
    const { day, onlookers } = all;
    const q = supported(all, 'ann', 'q', ['a', 'b', 'c']);
    const r = supported(all, 'bob', 'r', ['c', 'd', 'e', 'f']);
    const twice = (row: (number | undefined)[]) => [row, row];
    await onlookers.tick();
    expect(counts(all, [r])).toEqual(twice([4]));
    day.when('mod', 'question.merge', { question: q, into: r });
    const merged = day.state.seq;
    await onlookers.tick();
    expect(counts(all, [r])).toEqual(twice([6]));
    day.when('mod', 'question.unmerge', { question: q });
    const unmerged = day.state.seq;
    await onlookers.tick();
    expect(counts(all, [q, r])).toEqual(twice([3, 4]));
    day.when('mod', 'undo', { seq: unmerged });
    await onlookers.tick();
    expect(counts(all, [r])).toEqual(twice([6]));
    day.when('mod', 'undo', { seq: day.state.seq });
    await onlookers.tick();
    expect(counts(all, [q, r])).toEqual(twice([3, 4]));
    expect(onlookers.wrong()).toEqual([]);
    expect(merged).toBeGreaterThan(0);
  });

  test('after undo of the merge itself', async () => {
    const all = calm();
    const { day, onlookers } = all;
    const q = supported(all, 'ann', 'q', ['a', 'b']);
    const r = supported(all, 'bob', 'r', ['c']);
    day.when('mod', 'question.merge', { question: q, into: r });
    await onlookers.tick();
    day.when('mod', 'undo', { seq: day.state.seq });
    await onlookers.tick();
    expect(counts(all, [q, r])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(onlookers.wrong()).toEqual([]);
  });

  test.each([
    ['the first', 0, [1, 2, 3]],
    ['the middle', 1, [1, 3, 1]],
  ] as const)('in a chain, when %s of it goes', async (_which, index, right) => {
    const all = calm();
    const { day, onlookers } = all;
    const chain = [
      supported(all, 'ann', 'a', ['x']),
      supported(all, 'bob', 'b', ['y', 'z']),
      supported(all, 'cat', 'c', ['w']),
    ];
    for (const [at, into] of [
      [0, 1],
      [1, 2],
    ] as const)
      day.when('mod', 'question.merge', { question: chain[at] ?? '', into: chain[into] ?? '' });
    await onlookers.tick();
    day.when('mod', 'question.unmerge', { question: chain[index] ?? '' });
    await onlookers.tick();
    const [, desk] = counts(all, chain);
    expect(desk).toEqual(right);
    expect(onlookers.wrong()).toEqual([]);
  });

  test('in a chain of four, when a vote at its end is taken back', async () => {
    const all = calm();
    const { day, onlookers } = all;
    const chain = (['ann', 'bob', 'cat', 'pia'] as const).map((who) => supported(all, who, who, []));
    day.when({ participant: 'x', role: 'attendee' }, 'question.upvote', {
      question: chain[0] ?? '',
      on: true,
    });
    for (const at of [0, 1, 2])
      day.when('mod', 'question.merge', { question: chain[at] ?? '', into: chain[at + 1] ?? '' });
    await onlookers.tick();
    expect(counts(all, chain, ['mod moderator'])).toEqual([[1, 1, 1, 1]]);
    const back = { question: chain[3] ?? '', on: false };
    day.when({ participant: 'x', role: 'attendee' }, 'question.upvote', back);
    await onlookers.tick();
    expect(counts(all, chain, ['mod moderator'])).toEqual([[0, 0, 0, 0]]);
    expect(onlookers.wrong()).toEqual([]);
  });

  test('the author of a target that is not in the list is told', async () => {
    const all = calm();
    const { day, onlookers } = all;
    const target = supported(all, 'ann', 'target', ['x']);
    const other = supported(all, 'bob', 'other', ['y', 'z']);
    day.when('mod', 'question.answer', { question: target, on: true });
    day.when('mod', 'question.merge', { question: other, into: target });
    day.when('mod', 'question.keep', { question: target, for: 'written' });
    await onlookers.tick();
    expect(counts(all, [target], ['ann attendee'])).toEqual([[3]]);
    day.when('mod', 'question.unmerge', { question: other });
    await onlookers.tick();
    expect(counts(all, [target], ['ann attendee'])).toEqual([[1]]);
    expect(onlookers.wrong()).toEqual([]);
  });
});

test.each([
  [
    'asked with moderation off',
    (day: Day) => {
      day.when('mod', 'policy.set', { moderation: 'after' });
      day.ask('ann', 'Second');
    },
  ],
  [
    'kept and answered',
    (day: Day) => {
      const kept = day.ask('ann', 'Second');
      day.when('mod', 'question.keep', { question: kept, for: 'panel' });
      day.when('mod', 'question.answer', { question: kept, on: true });
    },
  ],
] as const)(
  '[V21] nobody is a newcomer any more once a question of theirs is in the list: %s',
  async (_how, goes) => {
    const day = given();
    const onlookers = new Onlookers(day);
    const first = day.ask('ann', 'First');
    await onlookers.tick();
    expect(onlookers.sees('mod moderator').questions?.[first]?.newcomer).toBe(true);
    goes(day);
    await onlookers.tick();
    expect(onlookers.sees('mod moderator').questions?.[first]?.newcomer).toBe(false);
    expect(onlookers.wrong()).toEqual([]);
  },
);

test('[W14] what somebody asked for while a patch was being written is sent to everybody all the same', async () => {
  const day = given({ moderation: 'after' });
  const sent: number[] = [];
  const writing: (() => void)[] = [];
  const { state, onApplied } = day;
  const live = {
    ...{ state, onApplied, clock: () => state.at, log: { epoch: 'first' } },
    ...{ marks: { of: () => undefined }, strayed: () => undefined },
  };
  const outlet: Outlet = {
    broadcast: (_audience, { seq }) => {
      sent.push(seq);
      return new Promise((resolve) => writing.push(resolve));
    },
    tell: () => undefined,
  };
  const ticker = new Ticker(live, () => nobodyAround, outlet);
  const [seat, viewer] = [
    { role: 'moderator' },
    { participant: 'mod', name: null, attendance: 'remote' },
  ] as const;
  ticker.views.view(seat, { ...seat, ...viewer });
  day.when('mod', 'announce', { text: 'One', to: 'all' });
  vi.advanceTimersByTime(300);
  day.when('mod', 'announce', { text: 'Two', to: 'all' });
  ticker.views.view(seat, { ...seat, ...viewer });
  for (const written of writing) written();
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  vi.advanceTimersByTime(300);
  expect(sent).toEqual([state.seq - 1, state.seq]);
  ticker.close();
});

test('[V19] what became another and the same again between two patches is left as it is', async () => {
  const onlookers = new Onlookers(given());
  for (const unattended of [true, false]) {
    onlookers.arrange((here) => {
      here.unattended = unattended;
    });
    await onlookers.tick(25);
  }
  await onlookers.tick();
  expect(onlookers.wrong()).toEqual([]);
});
