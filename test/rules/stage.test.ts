import { describe, expect, test } from 'vitest';
import { isOnScreen } from '../../shared/stage/on-screen.ts';
import { type Show, sceneNames } from '../../shared/stage/show.ts';
import { given } from '../world/given.ts';
import { at, inTwoRooms, workshop } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';
import { viewOf } from './viewing.ts';

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

test('[S8] a question is on screen where a stage shows it and no black lies over it', () => {
  const day = given({}, inTwoRooms);
  const [shown, other] = [questionIn(day, 'live'), questionIn(day, 'live')];
  const onScreen = () =>
    [shown, other].map((question) => isOnScreen(question, day.state.tables.stages.values()));
  expect(onScreen()).toEqual([false, false]);
  const show = { kind: 'question', question: shown } as const;
  day.when('mod', 'stage.show', { room: 'annex', show });
  expect(onScreen()).toEqual([true, false]);
  day.when('mod', 'stage.black', { room: 'annex', on: true });
  expect(onScreen()).toEqual([false, false]);
  day.when('mod', 'stage.show', { room: 'main', show });
  expect(onScreen()).toEqual([true, false]);
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'auto' } });
  day.when('mod', 'stage.black', { room: 'annex', on: false });
  expect(onScreen()).toEqual([true, false]);
});

describe('[S5] what is shown', () => {
  test('leaves Up next, so that the next one is first; shown again it leaves it again', () => {
    const day = given();
    const [first, second] = [questionIn(day, 'live'), questionIn(day, 'live')];
    const upNext = () => [first, second].map((id) => day.state.tables.questions.get(id)?.upNext);
    const show = { room: 'main', show: { kind: 'question', question: first } } as const;
    for (const question of [first, second]) day.when('mod', 'question.shortlist', { question, position: 5 });
    day.when('mod', 'stage.show', show, { at: at('08:30') });
    expect(upNext()).toEqual([null, 1]);
    day.when('mod', 'question.shortlist', { question: first, position: 1 });
    expect(upNext()).toEqual([1, 2]);
    expect(day.when('mod', 'stage.show', show, { at: at('08:31') })).toMatchObject({ ok: true });
    expect(upNext()).toEqual([null, 1]);
    expect(day.state.tables.stages.get('main')?.since).toBe(at('08:30'));
  });

  test('remembers until when and how long it stood on a screen, whatever took it off', () => {
    const day = given();
    const [question, next] = [questionIn(day, 'live'), questionIn(day, 'live')];
    const screened = (id: string) => day.state.tables.questions.get(id)?.screened;
    const put = (id: string, when: string) =>
      day.when(
        'mod',
        'stage.show',
        { room: 'main', show: { kind: 'question', question: id } },
        { at: at(when) },
      );
    put(question, '08:30');
    expect(screened(question)).toBeUndefined();
    put(next, '08:32');
    expect(screened(question)).toEqual({ until: at('08:32'), ms: 120_000 });
    day.when('mod', 'question.dismiss', { question: next, why: 'off-topic' }, { at: at('08:32:30') });
    expect(screened(next)).toEqual({ until: at('08:32:30'), ms: 30_000 });
  });

  test('[Q24] has a number, also straight out of kept', () => {
    const day = given();
    const question = questionIn(day, 'kept');
    expect(day.state.tables.questions.get(question)?.n).toBeNull();
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
    expect(day.state.tables.questions.get(question)?.n).toBe(1);
  });
});

test.each(sceneNames)('[S6] an operator asks for the scene %s, whatever the clock says', (scene) => {
  const day = given();
  expect(
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'scene', scene } }, { at: at('08:30') }),
  ).toMatchObject({ ok: true });
  expect(viewOf(day, 'screen').stage?.show).toEqual({ kind: 'scene', scene });
});

describe('[S7] a display', () => {
  const display = 'main/wall';
  const claimed = (day: ReturnType<typeof given>) => day.state.tables.displays.get(display);

  test('is claimed and keeps what is not named; null goes back to its link’s', () => {
    const day = given({}, inTwoRooms);
    day.when('mod', 'display.set', { display, name: 'Left wall' });
    day.when('mia', 'display.set', { display, room: 'annex', layout: 'lower-third', theme: 'light' });
    day.when('mod', 'display.set', { display, background: 'transparent', theme: null });
    expect(claimed(day)).toEqual({
      id: display,
      name: 'Left wall',
      room: 'annex',
      layout: 'lower-third',
      background: 'transparent',
      theme: null,
      removed: false,
    });
  });

  test('is forgotten with all that was set, also one that nobody claimed', () => {
    const day = given();
    expect(day.when('mod', 'display.set', { display, on: false })).toMatchObject({ ok: true });
    expect(claimed(day)).toMatchObject({ removed: true });
    expect(viewOf(day, 'mod').displays).toEqual({});
    day.when('mod', 'display.set', { display, name: 'Left wall', room: 'main' });
    day.when('mod', 'display.set', { display, on: false });
    expect(viewOf(day, 'mod').displays).toEqual({});
    day.when('mod', 'undo', { seq: day.state.seq });
    expect(viewOf(day, 'mod').displays?.[display]).toMatchObject({ name: 'Left wall', claimed: true });
    day.when('mod', 'display.set', { display, on: false });
    day.when('mod', 'display.set', { display, layout: 'side' });
    expect(claimed(day)).toMatchObject({ name: null, room: null, layout: 'side', removed: false });
  });

  test('in a room that is not there is unknown', () => {
    const day = given({}, inTwoRooms);
    expect(day.when('mod', 'display.set', { display, room: 'attic' })).toMatchObject({ reason: 'unknown' });
    day.when('org', 'programme.apply', { programme: workshop });
    expect(day.when('mod', 'display.set', { display, room: 'annex' })).toMatchObject({ reason: 'unknown' });
  });

  test('is one of at most 200, not counting those that were forgotten', () => {
    const day = given();
    for (let each = 0; each < 200; each += 1) day.when('mod', 'display.set', { display: `main/${each}` });
    expect(day.when('mod', 'display.set', { display })).toMatchObject({
      reason: 'not-now',
      now: { displays: 200 },
    });
    expect(day.when('mod', 'display.set', { display: 'main/7', name: 'Seven' })).toMatchObject({ ok: true });
    day.when('mod', 'display.set', { display: 'main/8', on: false });
    expect(day.when('mod', 'display.set', { display })).toMatchObject({ ok: true });
  });
});
