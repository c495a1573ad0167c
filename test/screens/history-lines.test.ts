// What the desk says of what was done: words and titles, and no name of the wire.
import { expect, it } from 'vitest';
import { linesOf, sentenceOf } from '../../client/moderator/panels/history-lines.ts';

const entry = (field: string, before: unknown, after: unknown) => ({
  ...{ seq: 1, at: '2031-04-26T12:00:00Z', type: 'any', by: { name: 'Ada', role: 'moderator' } },
  ...{ undoneBy: null, undoable: true },
  changes: [{ of: 'stages', id: 'r-1', field, before, after }],
});
const names = {
  posters: { 'p-7': { id: 'p-7', title: 'On lattices', number: 1, authors: [], session: null, kind: null } },
};

it.each([
  ['poster', null, 'p-7', 'poster: – → On lattices'],
  ['show', { kind: 'auto' }, { kind: 'timer' }, 'on screen: by the programme → the timer'],
  ['policy', { slowMode: false }, { slowMode: true }, '1 question per 2 min: no → yes'],
  [
    'policy',
    { look: { accent: '#0b57a4', logo: null } },
    { look: { accent: '#0b57a4', logo: 'a digest' } },
    'logo: – → a picture',
  ],
  ['policy', {}, { look: { accent: '#7a1f5c', logo: null } }, 'colour: – → #7a1f5c'],
  [
    'policy',
    { unattended: 'hold' },
    { unattended: 'approve' },
    'with nobody at the desk: they wait for review → they are approved',
  ],
  ['startedAt', null, '2031-04-26T12:10:00Z', 'began: – → 12:10'],
  [
    'show',
    { kind: 'auto' },
    { kind: 'message', text: 'timer' },
    'on screen: by the programme → a message, timer',
  ],
  ['text', 'auto', 'p-7', 'text: auto → p-7'],
])('[X15] %s is told in words', (field, before, after, line) => {
  expect(linesOf(entry(field, before, after), names)).toEqual([line]);
});

it('[Q36] a question that the staff wrote was prepared by them, and asked by nobody', () => {
  const prepared = { ...entry('status', null, 'kept'), type: 'question.ask' };
  expect(sentenceOf(prepared, ['Why?'])).toBe('Ada prepared “Why?”');
});
