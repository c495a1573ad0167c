import { describe, expect, test } from 'vitest';
import { questionStatuses } from '../../shared/questions/question.ts';
import { type Day, given } from '../world/given.ts';
import type { Who } from '../world/people.ts';
import { at } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';
import { plainView, viewOf } from './viewing.ts';

const others: Who[] = ['bob', 'lov', 'pia', 'screen'];
const words = (day: Day, who: Who) => JSON.stringify(plainView(day, who));
const isPublic = {
  inReview: false,
  live: true,
  answered: true,
  kept: false,
  archived: false,
  dismissed: false,
  withdrawn: false,
  merged: false,
};

describe.each(questionStatuses)('a question that is %s', (status) => {
  const canary = `a ${status} question`;

  test(`[V1] is ${isPublic[status] ? '' : 'not '}read by others`, () => {
    const day = given();
    const question = questionIn(day, status);
    for (const who of ['bob', 'lov'] as const) {
      expect(words(day, who).includes(canary), who).toBe(isPublic[status]);
      expect(viewOf(day, who).questions?.[question] !== undefined, who).toBe(isPublic[status]);
    }
    expect(words(day, 'screen')).not.toContain(canary);
  });

  test('[V1] is read by its author and the desk', () => {
    const day = given();
    const question = questionIn(day, status);
    for (const who of ['ann', 'mod', 'org'] as const)
      expect(viewOf(day, who).questions?.[question]).toMatchObject({ text: canary, status });
    expect(viewOf(day, 'ann').me?.mine).toContain(question);
  });
});

describe('[V2] words that were not approved are read by nobody else', () => {
  test('after an edit, the former ones', () => {
    const day = given({ moderation: 'after' });
    const question = day.ask('ann', 'canary');
    day.when('ann', 'question.edit', { question, text: '#tame', measured: { units: 4 } });
    for (const who of [...others, 'ann', 'mod'] as const)
      expect(words(day, who), who).not.toContain('canary');
  });

  test('behind a screen version, the author’s own', () => {
    const day = given();
    const question = day.ask('ann', 'canary');
    day.when('mod', 'question.edit', { question, screen: '#tame', measured: { units: 4 } });
    day.when('mod', 'question.approve', { question });
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
    for (const who of others) expect(words(day, who), who).not.toContain('canary');
    expect(viewOf(day, 'ann').questions?.[question]).toMatchObject({ text: 'tame', original: 'canary' });
    expect(viewOf(day, 'mod').questions?.[question]?.texts).toEqual({ original: 'canary', screen: 'tame' });
  });

  test('in an unpublished reply, nor why something was not taken', () => {
    const day = given();
    const question = questionIn(day, 'live');
    day.when('mod', 'question.answer', { question, on: true, reply: '#canary', publish: false });
    day.when('mod', 'question.dismiss', { question: questionIn(day, 'inReview'), why: 'canary' });
    for (const who of others) expect(words(day, who), who).not.toContain('canary');
  });

  test('in a question merged into another, nor the other’s author', () => {
    const day = given();
    const into = questionIn(day, 'live');
    const question = day.ask('ann', 'canary', { anonymous: false });
    day.when('mod', 'question.merge', { question, into });
    for (const who of others) expect(words(day, who), who).not.toContain('canary');
  });

  test('in reports and announcements to the staff', () => {
    const day = given();
    day.when('bob', 'report', { question: questionIn(day, 'live'), why: 'canary report' });
    day.when('mod', 'announce', { text: 'canary announcement', to: 'staff' });
    for (const who of [...others, 'ann'] as const) expect(words(day, who), who).not.toContain('canary');
    expect(words(day, 'mod')).toContain('canary announcement');
    expect(words(day, 'mod')).toContain('canary report');
  });
});

describe('[V3] an anonymous question', () => {
  function named(anonymous: boolean) {
    const day = given({ moderation: 'after' });
    const question = day.ask('ann', 'Why?', { anonymous });
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
    return { ...day, question };
  }

  test('has no author for anybody, and its asker’s name and id are in nobody’s view', () => {
    const day = named(true);
    for (const who of [...others, 'mod', 'mia', 'org'] as const) {
      expect(words(day, who), who).not.toContain('Ann');
      expect(words(day, who), who).not.toContain('"ann"');
    }
    expect(viewOf(day, 'mod').questions?.[day.question]).toMatchObject({ author: null, by: null });
  });

  test('named, it has one, with the person for the desk only', () => {
    const day = named(false);
    for (const who of ['bob', 'lov'] as const)
      expect(viewOf(day, who).questions?.[day.question]).toMatchObject({ author: { name: 'Ann' } });
    for (const who of others) expect(words(day, who), who).not.toContain('"ann"');
    expect(viewOf(day, 'screen').question?.author).toEqual({ name: 'Ann' });
    expect(viewOf(day, 'mod').questions?.[day.question]?.by).toBe('ann');
  });

  test('has no author either where names are off, save for the desk', () => {
    const day = named(false);
    day.when('mod', 'policy.set', { names: false });
    for (const who of others) expect(words(day, who), who).not.toContain('Ann');
    expect(viewOf(day, 'mod').questions?.[day.question]?.author).toEqual({ name: 'Ann' });
  });

  test('[V4] has its time cut to the minute outside the desk', () => {
    const day = given({ moderation: 'after' });
    const anonymous = day.ask('ann', 'anonymous', { anonymous: true, at: at('08:12:34') });
    const signed = day.ask('ann', 'named', { anonymous: false });
    for (const who of ['bob', 'lov', 'ann'] as const) {
      expect(viewOf(day, who).questions?.[anonymous]?.askedAt, who).toBe('2026-04-26T08:12:00.000Z');
      expect(viewOf(day, who).questions?.[signed]?.askedAt, who).toBe('2026-04-26T08:12:34.000Z');
    }
    expect(viewOf(day, 'mod').questions?.[anonymous]?.askedAt).toBe('2026-04-26T08:12:34.000Z');
  });

  test('[V5] has a mark that links a person’s anonymous questions and not their named ones, at the desk only', () => {
    const day = given({ moderation: 'after' });
    const [one, two] = [
      day.ask('ann', 'one', { anonymous: true }),
      day.ask('ann', 'two', { anonymous: true }),
    ];
    const [signed, other] = [
      day.ask('ann', 'three', { anonymous: false }),
      day.ask('bob', 'four', { anonymous: true }),
    ];
    const asker = (id: string) => viewOf(day, 'mod').questions?.[id]?.asker;
    expect(asker(one)).toBe(asker(two));
    expect(new Set([asker(one), asker(signed), asker(other)]).size).toBe(3);
    for (const who of [...others, 'ann'] as const) expect(words(day, who), who).not.toContain('mark-of');
  });
});

test('[V6] while a session collects, upvotes are hidden from all but the desk', () => {
  const day = given({ moderation: 'after', ranking: 'fair' });
  const question = day.ask('ann', 'Why?');
  day.when('bob', 'question.upvote', { question, on: true });
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
  const counts = () => [
    ...(['ann', 'bob', 'lov', 'mod'] as const).map((who) => viewOf(day, who).questions?.[question]?.upvotes),
    viewOf(day, 'screen').question?.upvotes,
  ];
  expect(counts()).toEqual([null, null, null, 1, null]);
  day.until(at('08:40'));
  expect(counts()).toEqual([1, 1, 1, 1, 1]);
});

describe('[V7] a projector', () => {
  test('sees the question on its stage and no other', () => {
    const day = given();
    const [shown, other] = [questionIn(day, 'live'), questionIn(day, 'answered')];
    expect(viewOf(day, 'screen').question).toBeNull();
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question: shown } });
    expect(Object.keys(plainView(day, 'screen')['question'] ?? {})).toEqual([
      'id',
      'n',
      'text',
      'author',
      'attendance',
      'upvotes',
      'session',
      'part',
    ]);
    expect(words(day, 'screen')).not.toContain(other);
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'auto' } });
    expect(words(day, 'screen')).not.toContain(shown);
  });

  test.each(['inReview', 'dismissed', 'archived', 'withdrawn', 'merged'] as const)(
    'never sees words of a %s question, whatever its stage points at',
    (status) => {
      const day = given();
      day.state.tables.stages.get('main')!.show = { kind: 'question', question: questionIn(day, status) };
      expect(words(day, 'screen')).not.toContain(`a ${status} question`);
    },
  );

  test('has the contract’s parts and no more', () => {
    expect(Object.keys(plainView(given(), 'screen')).toSorted()).toEqual([
      'event',
      'question',
      'room',
      'sessions',
      'stage',
    ]);
  });
});

test('[V8] crew-only times are the staff’s until they are told', () => {
  const day = given({ autorun: false });
  day.when('mod', 'session.move', { session: 'talk-1', minutes: 15, tell: false });
  const start = (who: Who) => viewOf(day, who).sessions?.['talk-1']?.expectedStart?.slice(11, 16);
  expect((['mod', 'org', 'bob', 'lov', 'screen'] as const).map(start)).toEqual([
    '08:25',
    '08:25',
    '08:10',
    '08:10',
    '08:10',
  ]);
  expect(viewOf(day, 'lov').session?.expectedStart?.slice(11, 16)).toBe('08:25');
  expect(viewOf(day, 'mod').sessions?.['talk-1']?.toldStart?.slice(11, 16)).toBe('08:10');
  expect(viewOf(day, 'bob').sessions?.['talk-1']).not.toHaveProperty('toldStart');
  day.when('mod', 'programme.tell', {});
  expect(start('bob')).toBe('08:25');
});

test('[V9] a speaker sees the live and answered questions of their session only', () => {
  const day = given();
  const theirs = questionIn(day, 'live');
  const others_ = questionIn(day, 'live');
  day.when('mod', 'question.move', { question: others_, session: 'talk-2' });
  day.when('mod', 'question.shortlist', { question: theirs, position: 1 });
  expect(Object.keys(viewOf(day, 'lov').questions ?? {})).toEqual([theirs]);
  expect(plainView(day, 'lov')['upNext']).toEqual({ [theirs]: { position: 1 } });
});

test('[V13] the passcode is in nobody’s view', () => {
  const day = given();
  for (const who of [...others, 'ann', 'mod', 'org'] as const)
    expect(words(day, who), who).not.toContain('canary');
});
