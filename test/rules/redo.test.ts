import { expect, test } from 'vitest';
import { canonical } from '../../server/log/canonical.ts';
import type { Outcome } from '../../shared/log/apply.ts';
import type { EntryData, EntryType } from '../../shared/log/entry.ts';
import { plainState } from '../../shared/state/plain.ts';
import { at } from '../world/workshop.ts';
import { type FullDay, fullDay } from './full-day.ts';

const measured = { units: 1 };

/** What a moderator does on a full day, one of each type of command. */
function does<T extends EntryType>(
  type: T,
  data: (of: FullDay['of']) => EntryData[T],
): [T, (day: FullDay) => Outcome] {
  return [type, (day) => day.when('mod', type, data(day.of), { at: at('09:10') })];
}

const commands = [
  does('question.approve', ({ inReview }) => ({ question: inReview })),
  does('question.dismiss', ({ shown }) => ({ question: shown, why: 'conduct' })),
  does('question.restore', ({ answered }) => ({ question: answered })),
  does('question.archive', ({ live }) => ({ question: live })),
  does('question.keep', ({ live }) => ({ question: live, for: 'panel', session: 'panel' })),
  does('question.move', ({ live }) => ({ question: live, session: 'talk-2' })),
  does('question.merge', ({ live, second }) => ({ question: live, into: second })),
  does('question.unmerge', ({ merged }) => ({ question: merged })),
  does('question.label', ({ live }) => ({ question: live, labels: ['method'] })),
  does('question.shortlist', ({ second }) => ({ question: second, position: 1 })),
  does('question.answer', ({ live }) => ({ question: live, on: true, reply: '#Because.' })),
  does('question.edit', ({ live }) => ({ question: live, screen: '#short', measured })),
  does('stage.show', ({ live }) => ({ room: 'main', show: { kind: 'question', question: live } })),
  does('stage.black', () => ({ room: '*', on: true })),
  does('policy.set', () => ({ slowMode: true, newcomersWait: true, joinsLocked: true, names: false })),
  does('display.set', () => ({ display: 'main/wall', layout: 'corner', background: 'transparent' })),
  does('session.end', () => ({ session: 'spotlights' })),
  does('participant.ban', ({ live }) => ({ question: live, on: true, hide: true })),
];

/** A full day on which a display was claimed already. */
function claimedDay(): FullDay {
  const day = fullDay();
  day.when('mia', 'display.set', { display: 'main/wall', name: 'Left wall', room: 'main' });
  return day;
}

/** Every byte of what stands, but numbers and whether something was ever shown, which stay given [U5], and the audit. */
function bytes({ state }: FullDay, without?: string): string {
  const { tables } = plainState(state);
  const questions = [...state.tables.questions.values()]
    .filter(({ id }) => id !== without)
    .map(({ n: _n, shown: _shown, voters, ...rest }) => ({ ...rest, voters: [...voters] }));
  return canonical({ ...tables, questions });
}

test.each(commands)(
  '[M5, U1, U3] undo of %s gives back byte for byte what was before, and redo what was after',
  (_type, act) => {
    const day = claimedDay();
    const before = bytes(day);
    expect(act(day)).toMatchObject({ ok: true });
    const { seq } = day.state;
    const after = bytes(day);
    expect(after).not.toBe(before);
    expect(day.when('mia', 'undo', { seq })).toMatchObject({ ok: true });
    expect(bytes(day)).toBe(before);
    expect(day.when('mod', 'undo', { seq: day.state.seq })).toMatchObject({ ok: true });
    expect(bytes(day)).toBe(after);
  },
);

test('[M5, U5] undo of question.log leaves nothing but the question withdrawn, and redo has it back in the list', () => {
  const day = claimedDay();
  const before = bytes(day);
  const data = { session: 'talk-1', text: '#Spoken', measured };
  day.when('mod', 'question.log', data, { id: 'spoken', at: at('09:10') });
  const { seq } = day.state;
  const after = bytes(day);
  expect(day.when('mod', 'undo', { seq })).toMatchObject({ ok: true });
  expect(bytes(day, 'spoken')).toBe(before);
  expect(day.state.tables.questions.get('spoken')?.status).toBe('withdrawn');
  expect(day.when('mod', 'undo', { seq: day.state.seq })).toMatchObject({ ok: true });
  expect(bytes(day)).toBe(after);
});
