import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { takesQuestions } from '../../shared/rundown/session.ts';
import { deskWindow } from '../../shared/views/desk-window.ts';
import { type Day, given } from '../world/given.ts';
import { Onlookers } from '../world/onlookers.ts';
import { plainView, viewOf } from './viewing.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** A day on which so many wait: one of talk 2 is asked last. */
function flooded(count: number) {
  const day = given();
  const asked = Array.from({ length: count }, (_, index) => day.ask('ann', `Question ${index}?`));
  const late = day.ask('bob', 'Late?', { session: 'talk-2' });
  return { day, asked, late };
}

const heldBy = (day: Day, who: 'mod' | 'org' = 'mod') => viewOf(day, who).questions ?? {};

describe('[V27] a desk holds a window of what can be any number', () => {
  test('the oldest that wait, some of each session, and how many there are', () => {
    const { day, asked, late } = flooded(deskWindow.waiting + 30);
    for (const who of ['mod', 'org'] as const)
      expect(new Set(Object.keys(heldBy(day, who)))).toEqual(
        new Set([...asked.slice(0, deskWindow.waiting), late]),
      );
    const { event, tallies } = viewOf(day, 'mod');
    expect(event?.counters.inReview).toBe(asked.length + 1);
    expect(tallies?.['talk-1']?.inReview).toBe(asked.length);
    expect(tallies?.['talk-2']?.inReview).toBe(1);
    expect(viewOf(day, 'ann').event?.counters).not.toHaveProperty('inReview');
  });

  test('what leaves makes room for the next, and what comes back takes its place, on every page', async () => {
    const { day, asked } = flooded(deskWindow.waiting + 5);
    const onlookers = new Onlookers(day);
    const right = async () => {
      await onlookers.tick();
      expect(onlookers.wrong()).toEqual([]);
    };
    const [first = '', second = '', third = ''] = asked;
    const next = (index: number) => asked[deskWindow.waiting + index] ?? '';
    expect(heldBy(day)).not.toHaveProperty(next(0));
    day.when('mod', 'question.approve', { question: first });
    await right();
    expect(heldBy(day)).toHaveProperty(next(0));
    day.when('mod', 'question.dismiss', { question: second, why: 'same' });
    await right();
    expect(heldBy(day)[second]?.status).toBe('dismissed');
    expect(heldBy(day)).toHaveProperty(next(1));
    day.when('mod', 'question.restore', { question: second });
    await right();
    expect(heldBy(day)).not.toHaveProperty(next(1));
    day.when('mod', 'question.merge', { question: third, into: first });
    await right();
    expect(heldBy(day)[first]?.merged).toBe(1);
    day.when('mod', 'undo', { seq: day.state.seq });
    await right();
    day.when('bob', 'report', { question: first, why: 'no' });
    await right();
    onlookers.close();
  });

  test('of what left every list those that were asked last, and whatever was reported', async () => {
    const { day, asked } = flooded(deskWindow.left + 20);
    const onlookers = new Onlookers(day);
    const [reported = ''] = asked;
    day.when('mod', 'question.approve', { question: reported });
    day.when('bob', 'report', { question: reported, why: 'no' });
    for (const [index, question] of asked.entries())
      if (index % 2 === 0) day.when('mod', 'question.dismiss', { question, why: 'same' });
      else day.when('mod', 'question.archive', { question });
    await onlookers.tick();
    expect(onlookers.wrong()).toEqual([]);
    const held = heldBy(day);
    expect(asked.slice(0, 20).filter((id) => id in held)).toEqual([reported]);
    expect(asked.slice(20).every((id) => id in held)).toBe(true);
    onlookers.close();
  });

  test('ten thousand that wait are 300 kB at most, packed, wherever they were asked', () => {
    const day = given();
    const sessions = [...day.state.tables.sessions.values()].filter(takesQuestions).map(({ id }) => id);
    for (let index = 0; index < 10_000; index += 1)
      day.ask(
        index % 2 === 0 ? 'ann' : 'bob',
        `What would you leave out of step ${index}, and why not all?`,
        {
          id: randomUUID(),
          session: sessions[index % sessions.length],
        },
      );
    expect(gzipSync(JSON.stringify(plainView(day, 'mod'))).length).toBeLessThan(300_000);
  });
});
