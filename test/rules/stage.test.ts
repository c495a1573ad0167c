import { expect, test } from 'vitest';
import type { Show } from '../../shared/stage/commands.ts';
import { given } from '../world/given.ts';
import { at, inTwoRooms, workshop } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';

const shows: Show[] = [
  { kind: 'auto' },
  { kind: 'message', text: 'Back at 11' },
  { kind: 'timeline' },
  { kind: 'timer' },
  { kind: 'join' },
  { kind: 'blank' },
  { kind: 'test' },
];

test.each(shows)('[S1] a stage shows $kind', (show) => {
  const day = given();
  day.when('mod', 'stage.show', {
    room: 'main',
    show: { kind: 'question', question: questionIn(day, 'live') },
  });
  expect(day.when('mod', 'stage.show', { room: 'main', show }, { at: at('08:30') })).toMatchObject({
    ok: true,
  });
  expect(day.state.tables.stages.get('main')).toMatchObject({ show, since: at('08:30') });
});

test.each([
  ['a poll', 'main', { kind: 'poll', poll: 'poll-1' }],
  ['a question', 'main', { kind: 'question', question: 'q99' }],
  ['a room', 'attic', { kind: 'join' }],
] as const)('[S1] %s that does not exist is unknown', (_what, room, show) => {
  expect(given().when('mod', 'stage.show', { room, show })).toMatchObject({ ok: false, reason: 'unknown' });
});

test('[S1] a room that an import removed has no stage', () => {
  const day = given({}, inTwoRooms);
  day.when('org', 'programme.apply', { programme: workshop });
  expect(day.when('mod', 'stage.show', { room: 'annex', show: { kind: 'join' } })).toMatchObject({
    reason: 'unknown',
  });
  expect(day.when('mod', 'stage.black', { room: 'annex', on: true })).toMatchObject({ reason: 'unknown' });
});

test('[S2] a second press changes nothing, not even since when', () => {
  const day = given();
  const show = { kind: 'question', question: questionIn(day, 'live') } as const;
  day.when('mod', 'stage.show', { room: 'main', show }, { at: at('08:30') });
  expect(day.when('mod', 'stage.show', { room: 'main', show }, { at: at('08:31') })).toMatchObject({
    ok: true,
  });
  expect(day.state.tables.stages.get('main')?.since).toBe(at('08:30'));
});

test('[S3] black lies over one stage or all, and what is below stays', () => {
  const day = given({}, inTwoRooms);
  const show = { kind: 'question', question: questionIn(day, 'live') } as const;
  const black = () => ['main', 'annex'].map((room) => day.state.tables.stages.get(room)?.black);
  day.when('mod', 'stage.show', { room: 'annex', show });
  day.when('mod', 'stage.black', { room: '*', on: true });
  expect(black()).toEqual([true, true]);
  day.when('mod', 'stage.black', { room: 'main', on: false });
  day.when('mod', 'stage.black', { room: 'main', on: false });
  expect(black()).toEqual([false, true]);
  expect(day.state.tables.stages.get('annex')?.show).toEqual(show);
});
