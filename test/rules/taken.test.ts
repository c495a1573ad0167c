import { describe, expect, test } from 'vitest';
import { type Day, given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';
import { viewOf } from './viewing.ts';

const show = (day: Day, question: string, when: string) =>
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } }, { at: at(when) });
const clear = (day: Day, when: string) =>
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'auto' } }, { at: at(when) });
const black = (day: Day, on: boolean, when: string) =>
  day.when('mod', 'stage.black', { room: '*', on }, { at: at(when) });
/** How many were taken of Talk 1, and whether this one was, as the desk is told. */
const told = (day: Day, question: string) => {
  const { balance, questions } = viewOf(day, 'mod');
  const { inRoom, remote } = balance?.['talk-1'] ?? { inRoom: 0, remote: 0 };
  return { taken: inRoom + remote, this: questions?.[question]?.taken };
};
const one = { taken: 1, this: true };
const none = { taken: 0, this: false };

describe('[V25] a question was taken', () => {
  test('when it stood on a screen for ten seconds, and while it stands there', () => {
    const day = given();
    const question = questionIn(day, 'live');
    show(day, question, '08:30');
    day.until(at('08:30:09'));
    expect(told(day, question)).toEqual(none);
    day.until(at('08:30:10'));
    expect(told(day, question).taken).toBe(1);
    clear(day, '08:31');
    expect(told(day, question)).toEqual(one);
  });

  test('not by a slip of the finger that is cleared or replaced', () => {
    const day = given();
    const [slip, meant] = [questionIn(day, 'live'), questionIn(day, 'live')];
    show(day, slip, '08:30');
    show(day, meant, '08:30:04');
    clear(day, '08:30:08');
    day.until(at('08:40'));
    expect(told(day, slip)).toEqual(none);
    expect(told(day, meant)).toEqual(none);
  });

  test('not by a Show that is undone', () => {
    const day = given();
    const question = questionIn(day, 'live');
    show(day, question, '08:30');
    day.when('mod', 'undo', { seq: day.state.seq }, { at: at('08:30:05') });
    day.until(at('08:40'));
    expect(told(day, question)).toEqual(none);
  });

  test('for good: a short look later takes nothing away, nor does an undo', () => {
    const day = given();
    const question = questionIn(day, 'live');
    show(day, question, '08:30');
    clear(day, '08:31');
    show(day, question, '08:32');
    clear(day, '08:32:02');
    day.when('mod', 'undo', { seq: day.state.seq }, { at: at('08:32:04') });
    clear(day, '08:32:05');
    expect(told(day, question)).toEqual(one);
  });

  test('for good, though the Show is undone after ten seconds', () => {
    const day = given();
    const question = questionIn(day, 'live');
    show(day, question, '08:30');
    const { seq } = day.state;
    day.until(at('08:30:15'));
    day.when('mod', 'undo', { seq }, { at: at('08:30:15') });
    expect(told(day, question)).toEqual(one);
    day.when('mod', 'undo', { seq: day.state.seq }, { at: at('08:30:16') });
    day.when('mod', 'undo', { seq: day.state.seq }, { at: at('08:30:17') });
    expect(told(day, question)).toEqual(one);
  });

  test('not under black, where nobody saw it; ten seconds count from when it is seen', () => {
    const day = given();
    const question = questionIn(day, 'live');
    black(day, true, '08:29');
    show(day, question, '08:30');
    day.until(at('08:31'));
    expect(told(day, question)).toEqual(none);
    black(day, false, '08:31');
    day.until(at('08:31:09'));
    expect(told(day, question)).toEqual(none);
    black(day, true, '08:31:09');
    black(day, false, '08:33');
    clear(day, '08:33:09');
    expect(told(day, question)).toEqual(none);
  });

  test('when black comes after ten seconds, also by an undo', () => {
    const day = given();
    const [first, second] = [questionIn(day, 'live'), questionIn(day, 'live')];
    show(day, first, '08:30');
    black(day, true, '08:30:10');
    expect(told(day, first)).toEqual(one);
    show(day, second, '08:31');
    black(day, false, '08:31:30');
    day.when('mod', 'undo', { seq: day.state.seq }, { at: at('08:31:45') });
    clear(day, '08:32');
    expect(told(day, second)).toEqual({ taken: 2, this: true });
  });

  test('when it was answered, also without a screen, until that is taken back', () => {
    const day = given();
    const question = questionIn(day, 'live');
    day.when('mod', 'question.answer', { question, on: true });
    expect(told(day, question)).toEqual(one);
    day.when('mod', 'undo', { seq: day.state.seq });
    expect(told(day, question)).toEqual(none);
  });

  test('one moment is passed for it, and no more', () => {
    const day = given();
    day.until(at('08:29'));
    const idle = given();
    idle.until(at('08:29'));
    show(day, questionIn(day, 'live'), '08:30');
    const without = idle.until(at('10:00')).length;
    expect(day.until(at('10:00')).length - without).toBe(1);
  });
});
