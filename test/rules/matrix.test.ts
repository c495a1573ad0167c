import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../shared/log/apply.ts';
import { type QuestionStatus, questionStatuses } from '../../shared/questions/question.ts';
import { plainState } from '../../shared/state/plain.ts';
import { type Day, given } from '../world/given.ts';
import { questionIn } from './in-status.ts';

type Move = (day: Day, question: string) => Outcome;

const undecided = 'nothing in the contract';
type To = QuestionStatus | 'same' | typeof undecided;

/** The question table, typed from the contract: each move with the statuses it is taken from and where it leads. */
const table: Record<string, { move: Move; from: Partial<Record<QuestionStatus, To>> }> = {
  '[Q10] approve': {
    move: (day, question) => day.when('mod', 'question.approve', { question }),
    from: { inReview: 'live', dismissed: 'live', kept: 'live', archived: 'live' },
  },
  dismiss: {
    move: (day, question) => day.when('mod', 'question.dismiss', { question, why: 'conduct' }),
    from: { inReview: 'dismissed', live: 'dismissed' },
  },
  'keep for the same': {
    move: (day, question) => day.when('mod', 'question.keep', { question, for: 'panel' }),
    from: { inReview: 'kept', live: 'kept', answered: 'kept' },
  },
  'keep for another': {
    move: (day, question) => day.when('mod', 'question.keep', { question, for: 'written' }),
    from: { inReview: 'kept', live: 'kept', answered: 'kept', kept: 'kept' },
  },
  '[Q12] archive': {
    move: (day, question) => day.when('mod', 'question.archive', { question }),
    from: { inReview: 'archived', live: 'archived' },
  },
  'answer on': {
    move: (day, question) => day.when('mod', 'question.answer', { question, on: true }),
    from: { live: 'answered', kept: 'answered', answered: 'same' },
  },
  'answer off': {
    move: (day, question) => day.when('mod', 'question.answer', { question, on: false }),
    from: {
      answered: 'live',
      inReview: 'same',
      live: 'same',
      kept: 'same',
      archived: 'same',
      dismissed: 'same',
      withdrawn: 'same',
      merged: 'same',
    },
  },
  restore: {
    move: (day, question) => day.when('mod', 'question.restore', { question }),
    from: { dismissed: 'inReview', kept: 'inReview', archived: 'inReview', answered: 'live' },
  },
  'restore by its author': {
    move: (day, question) => day.when('ann', 'question.restore', { question }),
    from: { withdrawn: 'inReview' },
  },
  withdraw: {
    move: (day, question) => day.when('ann', 'question.withdraw', { question }),
    from: { inReview: 'withdrawn', live: 'withdrawn', kept: 'withdrawn' },
  },
  merge: {
    move: (day, question) => day.when('mod', 'question.merge', { question, into: questionIn(day, 'live') }),
    from: { inReview: 'merged', live: 'merged', kept: 'merged' },
  },
  'merge into it': {
    move: (day, into) => day.when('mod', 'question.merge', { question: questionIn(day, 'live'), into }),
    from: { live: 'same', inReview: 'same', answered: 'same' },
  },
  unmerge: {
    move: (day, question) => day.when('mod', 'question.unmerge', { question }),
    from: { merged: 'inReview' },
  },
  upvote: {
    move: (day, question) => day.when('mia', 'question.upvote', { question, on: true }),
    from: { live: 'same', merged: 'same' },
  },
  'edit by its author': {
    move: (day, question) =>
      day.when('ann', 'question.edit', { question, text: '#better', measured: { units: 6 } }),
    from: { inReview: 'same' },
  },
  show: {
    move: (day, question) =>
      day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } }),
    from: { live: 'same', answered: 'same', kept: 'same' },
  },
};

describe.each(Object.entries(table))('[Q26] %s', (_name, { move, from }) => {
  test.each(questionStatuses)('from %s', (status) => {
    const day = given();
    const question = questionIn(day, status);
    const outcome = move(day, question);
    const after = day.state.tables.questions.get(question)?.status;
    const to = from[status];
    if (to === undefined) {
      expect(outcome).toMatchObject({ ok: false, reason: 'not-now', now: { status } });
      expect(after).toBe(status);
    } else {
      expect(outcome).toMatchObject({ ok: true });
      expect(after).toBe(to === 'same' ? status : to);
    }
  });
});

test('[Q26] a refused move changes nothing', () => {
  const day = given();
  const question = questionIn(day, 'withdrawn');
  const before = structuredClone(plainState(day.state).tables);
  day.when('mod', 'question.approve', { question });
  expect(plainState(day.state).tables).toEqual(before);
});

test.each(['inReview', 'live', 'kept'] as const)(
  '[Q17] a %s question on a stage is neither withdrawn nor merged',
  (status) => {
    const day = given();
    const question = questionIn(day, status);
    day.state.tables.stages.get('main')!.show = { kind: 'question', question };
    for (const outcome of [table['withdraw']!.move(day, question), table['merge']!.move(day, question)]) {
      expect(outcome).toMatchObject({ ok: false, reason: 'not-now', now: { status, onStage: true } });
    }
  },
);

test('[Q17] a question is not merged into itself', () => {
  const day = given();
  const question = questionIn(day, 'live');
  expect(day.when('mod', 'question.merge', { question, into: question })).toMatchObject({
    reason: 'not-now',
    now: { status: 'live' },
  });
});

test('[Q17] a question is not merged into one that was merged into it', () => {
  const day = given();
  const into = questionIn(day, 'live');
  const question = questionIn(day, 'live');
  day.when('mod', 'question.merge', { question, into });
  expect(day.when('mod', 'question.merge', { question: into, into: question })).toMatchObject({
    ok: false,
    reason: 'not-now',
  });
});
