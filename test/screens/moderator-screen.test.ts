import { describe, expect, test } from 'vitest';
import { refusalLine } from '../../client/moderator/actions/refusal-line.ts';
import { type Done, forget, note, undoable, undoWindow } from '../../client/moderator/actions/undo-stack.ts';
import { confirmTime, displayStatus } from '../../client/moderator/screen/display-status.ts';
import { drawnWords } from '../../client/moderator/screen/shown-words.ts';
import { drawnSource, publicly, stageSource } from '../../client/moderator/screen/stage-source.ts';
import { pictureOf } from '../../client/stage/scene.ts';
import { spoken } from '../../server/refusals/spoken.ts';
import type { DisplayView } from '../../shared/views/view.ts';
import { refuse } from '../world/refuse.ts';
import {
  eventFixture,
  fixtureNow,
  morningFixture,
  questionFixture,
  stageFixture,
  viewFixture,
} from './fixture-views.ts';

const display = (changes: Partial<DisplayView> = {}): DisplayView => ({
  id: 'd',
  room: 'main',
  display: 'd',
  seq: 1,
  kind: 'question',
  question: 'q',
  fits: true,
  width: 1920,
  height: 1080,
  at: new Date(fixtureNow).toISOString(),
  connected: true,
  ...changes,
});
const since = (ms: number) => ({ since: new Date(fixtureNow - ms).toISOString() });

test('a mirror counts to the end that the room was told of, whatever the crew knows', () => {
  const ends = (minutes: number) => new Date(fixtureNow + minutes * 60_000).toISOString();
  const { event } = viewFixture();
  const talk = morningFixture()['talk-2'];
  const sessions = talk ? { [talk.id]: { ...talk, expectedEnd: ends(8), toldEnd: ends(7) } } : {};
  const stages = { main: stageFixture({ kind: 'timer' }) };
  const source = stageSource(event ? viewFixture({ event, sessions, stages }) : viewFixture(), 'main');
  expect(source && pictureOf(source, fixtureNow).scene).toMatchObject({
    countdown: { to: fixtureNow + 7 * 60_000 },
  });
});

describe('what displays confirmed', () => {
  const asked = (ms: number) => stageFixture({ kind: 'question', question: 'q' }, since(ms));

  test('is that they drew the question the stage points at', () => {
    expect(displayStatus([display()], asked(100), fixtureNow)).toMatchObject({
      total: 1,
      confirmed: 1,
      late: false,
    });
  });

  test('is missed only after its time', () => {
    const other = display({ question: 'before' });
    expect(displayStatus([other], asked(100), fixtureNow)).toMatchObject({ confirmed: 0, late: false });
    expect(displayStatus([other], asked(confirmTime + 1), fixtureNow)).toMatchObject({
      confirmed: 0,
      late: true,
    });
  });

  test('is not confirmed by a display that went away, which is missed', () => {
    const gone = display({ connected: false });
    expect(displayStatus([gone], asked(5000), fixtureNow)).toMatchObject({
      confirmed: 0,
      late: true,
      missing: 1,
    });
  });

  test('by a display that has been silent for more than eight seconds is told with its age', () => {
    const silent = display({ at: new Date(fixtureNow - 8_100).toISOString() });
    expect(displayStatus([silent], asked(100), fixtureNow).quietSince).toBe(fixtureNow - 8_100);
    const spoke = display({ at: new Date(fixtureNow - 7_900).toISOString() });
    expect(displayStatus([spoke], asked(100), fixtureNow).quietSince).toBeNull();
  });

  test('for the programme’s own scene is anything but a question', () => {
    const stage = stageFixture({ kind: 'auto' }, since(5000));
    expect(displayStatus([display({ kind: 'talk', question: null })], stage, fixtureNow).confirmed).toBe(1);
    expect(displayStatus([display()], stage, fixtureNow).confirmed).toBe(0);
  });

  test('black counts only as black', () => {
    const stage = stageFixture({ kind: 'question', question: 'q' }, { ...since(5000), black: true });
    expect(displayStatus([display()], stage, fixtureNow).confirmed).toBe(0);
    expect(displayStatus([display({ kind: 'black', question: null })], stage, fixtureNow).confirmed).toBe(1);
  });
});

describe('the mirror', () => {
  const questions = { q: questionFixture('q'), other: questionFixture('other', { text: 'Another one' }) };
  const view = viewFixture({
    questions,
    stages: { main: stageFixture({ kind: 'question', question: 'q' }) },
  });
  const sceneOf = (source: ReturnType<typeof stageSource>) => (source ? pictureOf(source, fixtureNow) : null);

  test('shows what the display drew, not what was hoped', () => {
    expect(sceneOf(stageSource(view, 'main'))?.scene).toMatchObject({
      kind: 'question',
      question: { id: 'q' },
    });
    expect(sceneOf(drawnSource(view, 'main', display({ question: 'other' })))?.scene).toMatchObject({
      kind: 'question',
      question: { id: 'other' },
    });
    expect(sceneOf(drawnSource(view, 'main', display({ kind: 'black', question: null })))?.black).toBe(true);
    expect(sceneOf(drawnSource(view, 'main', display({ kind: 'join', question: null })))?.scene.kind).toBe(
      'join',
    );
  });

  test('never shows the name of somebody anonymous, nor counts while a session collects', () => {
    const sessions = morningFixture();
    const named = questionFixture('q', { author: { name: 'Grace' }, anonymous: false });
    expect(publicly(named, eventFixture(), sessions).author).toEqual({ name: 'Grace' });
    expect(publicly({ ...named, anonymous: true }, eventFixture(), sessions).author).toBeNull();
    expect(publicly(named, eventFixture({ policy: { names: false } }), sessions).author).toBeNull();
    const collecting = Object.fromEntries(
      Object.entries(sessions).map(([id, session]) => [id, { ...session, phase: 'collect' as const }]),
    );
    expect(publicly(named, eventFixture(), collecting).upvotes).toBeNull();
  });
});

describe('undo', () => {
  const done = (seq: number, at: number) => ({ seqs: [seq], at, label: `entry ${seq}` });

  test('takes back the last thing of the last half minute', () => {
    const second = done(2, 10_000);
    const stack = note(note([], done(1, 0)), second);
    expect(undoable(stack, 20_000)?.seqs).toEqual([2]);
    expect(undoable(forget(stack, second), 20_000)?.seqs).toEqual([1]);
    expect(undoable(stack, 10_000 + undoWindow)).toBeNull();
  });

  test('notes a repeat once, and keeps twenty', () => {
    expect(note(note([], done(1, 0)), done(1, 5))).toHaveLength(1);
    let stack: readonly Done<string>[] = [];
    for (let seq = 1; seq <= 30; seq += 1) stack = note(stack, done(seq, seq));
    expect(stack.flatMap(({ seqs }) => seqs)).toEqual(Array.from({ length: 20 }, (_, index) => index + 11));
  });
});

describe('a refusal in one line', () => {
  test('says who was quicker', () => {
    const refusal = spoken(refuse('conflict', 'colleague-changed', { by: { name: 'Ada' }, at: '', now: {} }));
    expect(refusalLine({ type: 'stage.show' }, refusal)).toContain(
      'Ada has just put another question on screen',
    );
    expect(refusalLine({ type: 'question.approve' }, refusal)).toContain('Ada has just changed this');
    const since = spoken(refuse('conflict', 'undo-changed-by', { by: { name: 'Ada' }, at: '', now: {} }));
    expect(refusalLine({ type: 'undo' }, since)).toContain('Ada has changed this since: it cannot be undone');
  });

  test('says how the question stands now', () => {
    expect(
      refusalLine(
        { type: 'question.approve' },
        spoken(refuse('not-now', 'question-status', { now: { status: 'withdrawn' } })),
      ),
    ).toContain('withdrawn by its author');
  });
});

test('what a display draws is told in words, and what a newer one draws as it says', () => {
  expect(['qa-invite', 'waiting', 'black', 'fireworks'].map(drawnWords)).toEqual([
    'invitation to ask',
    'its code, waiting for a room',
    'Black',
    'fireworks',
  ]);
});
