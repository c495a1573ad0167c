import { describe, expect, test } from 'vitest';
import { decide } from '../../shared/log/apply.ts';
import type { Draft } from '../../shared/log/entry.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { type Day, given } from '../world/given.ts';
import { people } from '../world/people.ts';
import { at } from '../world/workshop.ts';
import { viewOf } from './viewing.ts';

/** Whether the rules take a command of Ann's as things stand. */
function taken(day: Day, command: Pick<Draft, 'type' | 'data'>): boolean {
  const draft = { ...command, at: day.state.at, by: people.ann, id: 'tried', rules: rulesVersion } as Draft;
  return Array.isArray(decide(day.state, draft));
}

/** What Ann's page may offer for a question of hers, beside what comes of it when she tries. */
function offered(day: Day, question: string) {
  const edit = { question, text: '#Other words?', measured: { units: 12 } };
  return {
    said: viewOf(day, 'ann').questions?.[question]?.can,
    so: {
      edit: taken(day, { type: 'question.edit', data: edit }),
      withdraw: taken(day, { type: 'question.withdraw', data: { question } }),
    },
  };
}

const show = (day: Day, question: string) =>
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
const clear = (day: Day) => day.when('mod', 'stage.show', { room: 'main', show: { kind: 'auto' } });

describe('[V26] an author is offered what the rules would take', () => {
  const cases: [string, { moderation: 'before' | 'after' }, (day: Day, question: string) => void, object][] =
    [
      ['waiting', { moderation: 'before' }, () => undefined, { edit: true, withdraw: true }],
      ['untouched in the list', { moderation: 'after' }, () => undefined, { edit: true, withdraw: true }],
      [
        'in the list after moderation',
        { moderation: 'before' },
        (day, question) => day.when('mod', 'question.approve', { question }),
        { edit: false, withdraw: true },
      ],
      [
        'supported while its session hides the counts',
        { moderation: 'after' },
        (day, question) => {
          day.when('mod', 'session.phase', { session: 'talk-1', phase: 'collect' });
          day.when('bob', 'question.upvote', { question, on: true });
        },
        { edit: false, withdraw: true },
      ],
      [
        'on screen',
        { moderation: 'after' },
        (day, question) => show(day, question),
        { edit: false, withdraw: false },
      ],
      [
        'on a stage under black',
        { moderation: 'after' },
        (day, question) => {
          show(day, question);
          day.when('mod', 'stage.black', { room: 'main', on: true });
        },
        { edit: false, withdraw: false },
      ],
      [
        'shown once and cleared',
        { moderation: 'after' },
        (day, question) => {
          show(day, question);
          clear(day);
        },
        { edit: false, withdraw: true },
      ],
      [
        'with something merged into it that others support',
        { moderation: 'after' },
        (day, question) => {
          const other = day.ask('bob', 'The same?');
          day.when('cat', 'question.upvote', { question: other, on: true });
          day.when('mod', 'question.merge', { question: other, into: question });
        },
        { edit: false, withdraw: true },
      ],
      [
        'of somebody who was banned',
        { moderation: 'before' },
        (day) => day.when('mod', 'participant.ban', { participant: 'ann', on: true, hide: false }),
        { edit: false, withdraw: false },
      ],
      [
        'of an event that is closed',
        { moderation: 'before' },
        (day) => day.when('org', 'event.close', {}),
        { edit: false, withdraw: false },
      ],
      [
        'not taken',
        { moderation: 'before' },
        (day, question) => day.when('mod', 'question.dismiss', { question, why: 'same' }),
        { edit: false, withdraw: false },
      ],
    ];

  test.each(cases)('of a question %s', (_, policy, then, expected) => {
    const day = given(policy);
    day.until(at('08:20'));
    const question = day.ask('ann', 'Does it last?');
    then(day, question);
    expect(offered(day, question)).toEqual({ said: expected, so: expected });
  });

  test('nobody else is told', () => {
    const day = given({ moderation: 'after' });
    const question = day.ask('ann', 'Does it last?');
    for (const who of ['bob', 'mod', 'org'] as const)
      expect(viewOf(day, who).questions?.[question]).not.toHaveProperty('can');
  });
});
