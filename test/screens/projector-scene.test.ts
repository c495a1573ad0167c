import { describe, expect, test } from 'vitest';
import { pictureOf, type StageSource, sceneKey } from '../../client/stage/scene.ts';
import { onNow } from '../../shared/rundown/on-now.ts';
import { nextStep } from '../../shared/views/next-step.ts';
import type { SessionView, StageView } from '../../shared/views/view.ts';
import { eventFixture, fixtureNow, morningFixture, sessionFixture, stageFixture } from './fixture-views.ts';

const minute = 60_000;
const at = (minutes: number) => new Date(fixtureNow + minutes * minute).toISOString();
const question = {
  ...{ id: 'q', n: 12, text: 'Why?', author: null, attendance: 'remote' as const, upvotes: 3 },
  ...{ session: 'talk-2', part: null },
};

function source(show: StageView['show'], changes: Partial<StageSource> = {}): StageSource {
  return {
    event: eventFixture(),
    room: { id: 'main', name: 'Room 204' },
    stage: stageFixture(show),
    question: null,
    sessions: morningFixture(),
    ...changes,
  };
}

/** The scene while these sessions are all there are. */
function auto(...sessions: SessionView[]) {
  return pictureOf(
    source({ kind: 'auto' }, { sessions: Object.fromEntries(sessions.map((each) => [each.id, each])) }),
    fixtureNow,
  ).scene;
}

test('a question on the stage is shown with its session, its time left and what comes next', () => {
  const { scene } = pictureOf(source({ kind: 'question', question: 'q' }, { question }), fixtureNow);
  expect(scene).toMatchObject({ kind: 'question', question, now: { id: 'talk-2' }, next: { id: 'coffee' } });
  expect(scene).toMatchObject({ countdown: { to: fixtureNow + 7 * minute, of: 'questions' } });
});

describe('[S9] a question stands under its own talk', () => {
  const shown = (changes: object, sessions: SessionView[]) =>
    pictureOf(
      source(
        { kind: 'question', question: 'q' },
        {
          question: { ...question, ...changes },
          sessions: Object.fromEntries(sessions.map((each) => [each.id, each])),
        },
      ),
      fixtureNow,
    ).scene;
  const talk = sessionFixture('talk-2', -60, -20);
  const pause = sessionFixture('coffee', -20, 10, { kind: 'break' });

  test('in a break, without the time that is left of the break', () => {
    expect(shown({}, [talk, pause])).toMatchObject({
      about: { id: 'talk-2' },
      now: { id: 'coffee' },
      countdown: null,
    });
  });

  test('with the part it was asked of', () => {
    const part = {
      ...{ id: 'p', title: 'Spotlight', speakers: [], startedAt: null, endedAt: null },
      ...{ plannedStart: at(-60), plannedEnd: at(-50), expectedStart: at(-60), expectedEnd: at(-50) },
    };
    expect(shown({ part: 'p' }, [{ ...talk, parts: [part] }, pause])).toMatchObject({
      part: { title: 'Spotlight' },
    });
  });

  test('and under none where it belongs to none', () => {
    expect(shown({ session: null }, [talk, pause])).toMatchObject({ about: null, countdown: null });
  });
});

test('a question that the view does not give is not shown: the programme is', () => {
  expect(pictureOf(source({ kind: 'question', question: 'q' }), fixtureNow).scene.kind).toBe('qa-invite');
  expect(
    pictureOf(
      source({ kind: 'question', question: 'q' }, { question: { ...question, id: 'other' } }),
      fixtureNow,
    ).scene.kind,
  ).toBe('qa-invite');
});

test('a talk is left in peace until its questions begin', () => {
  const talk = (qaStart: string | null) => sessionFixture('talk', -20, 20, { qaStart });
  expect(auto(talk(at(1))).kind).toBe('talk');
  expect(auto(talk(at(0))).kind).toBe('qa-invite');
  expect(auto(talk(null)).kind).toBe('talk');
});

test.each([
  ['break', 'break'],
  ['social', 'break'],
  ['posters', 'posters'],
  ['panel', 'panel'],
  ['opening', 'talk'],
  ['closing', 'talk'],
  ['spotlights', 'talk'],
] as const)('a %s on air asks for the scene %s', (kind, scene) => {
  expect(auto(sessionFixture('one', -5, 5, { kind })).kind).toBe(scene);
});

test('a running part is the spotlight, and after the last one its questions are', () => {
  const part = {
    id: 'p1',
    title: 'Spotlight 1',
    speakers: [],
    plannedStart: at(-10),
    plannedEnd: at(0),
    expectedStart: null,
    expectedEnd: null,
    startedAt: at(-10),
    endedAt: null,
  };
  const session = (endedAt: string | null) =>
    sessionFixture('s', -10, 20, { kind: 'spotlights', qaStart: at(-1), parts: [{ ...part, endedAt }] });
  expect(auto(session(null))).toMatchObject({ kind: 'spotlight', title: 'Spotlight 1' });
  expect(auto(session(at(0))).kind).toBe('qa-invite');
});

test('before the day the doors are open, between sessions the next one is announced, after the last one it is the end', () => {
  const [before, after] = [sessionFixture('a', -20, -10), sessionFixture('b', 10, 20)];
  expect(auto(after)).toMatchObject({
    kind: 'doors',
    next: { id: 'b' },
    countdown: { of: 'start', to: fixtureNow + 10 * minute },
  });
  expect(auto(before, after)).toMatchObject({ kind: 'break', now: null, next: { id: 'b' } });
  expect(auto(before)).toMatchObject({ kind: 'end' });
});

test('sessions of another room do not matter, everybody’s do', () => {
  const other = sessionFixture('other', -5, 5, { room: 'second' });
  const lunch = sessionFixture('lunch', -5, 5, { room: null, kind: 'break' });
  expect(auto(other).kind).toBe('doors');
  expect(auto(other, lunch).kind).toBe('break');
  expect(auto(lunch, sessionFixture('talk', -5, 5))).toMatchObject({ kind: 'talk', now: { id: 'talk' } });
});

test('[S10] after its last session a room shows what others still have that day, and the end after all of them', () => {
  const mine = sessionFixture('mine', -20, -10);
  const other = (from: number, to: number) => sessionFixture(`other-${from}`, from, to, { room: 'second' });
  expect(auto(mine, other(-5, 5), other(10, 20), other(-30, -20))).toMatchObject({
    kind: 'timeline',
    elsewhere: true,
    now: null,
    sessions: [{ id: 'other--5' }, { id: 'other-10' }],
  });
  expect(auto(mine, other(-30, -5)).kind).toBe('end');
  expect(auto(mine, { ...other(10, 20), status: 'cancelled' }).kind).toBe('end');
  const closed = source(
    { kind: 'auto' },
    { event: { ...eventFixture(), closed: true }, sessions: { mine, other: other(-5, 5) } },
  );
  expect(pictureOf(closed, fixtureNow).scene.kind).toBe('end');
});

test('[S11] a closed event shows its end: no question that was left, no talk that runs, nothing that asks', () => {
  const event = { ...eventFixture(), closed: true };
  const shown = (show: StageView['show']) => pictureOf(source(show, { event, question }), fixtureNow).scene;
  for (const kind of ['auto', 'join', 'timer'] as const) expect(shown({ kind })).toEqual({ kind: 'end' });
  expect(shown({ kind: 'question', question: 'q' })).toEqual({ kind: 'end' });
  expect(shown({ kind: 'scene', scene: 'qa' })).toEqual({ kind: 'end' });
  expect(shown({ kind: 'message', text: 'Thank you' })).toEqual({ kind: 'message', text: 'Thank you' });
});

test('a cancelled session is never announced', () => {
  const cancelled = sessionFixture('x', 5, 10, {
    status: 'cancelled',
    expectedStart: null,
    expectedEnd: null,
  });
  expect(auto(cancelled, sessionFixture('b', 10, 20))).toMatchObject({ next: { id: 'b' } });
});

test.each(['join', 'blank', 'test'] as const)('an operator’s %s is shown as such', (kind) => {
  expect(pictureOf(source({ kind }), fixtureNow).scene).toEqual({ kind });
});

test('the timer counts down what runs, else to what comes next', () => {
  expect(pictureOf(source({ kind: 'timer' }), fixtureNow).scene).toMatchObject({
    countdown: { of: 'questions', to: fixtureNow + 7 * minute },
  });
  const sessions = { b: sessionFixture('b', 10, 20) };
  expect(pictureOf(source({ kind: 'timer' }, { sessions }), fixtureNow).scene).toMatchObject({
    countdown: { of: 'start', to: fixtureNow + 10 * minute },
  });
});

test('black lies over whatever is shown and changes nothing below', () => {
  const lit = pictureOf(source({ kind: 'message', text: 'Lunch' }), fixtureNow);
  const dark = pictureOf(
    source(
      { kind: 'message', text: 'Lunch' },
      { stage: stageFixture({ kind: 'message', text: 'Lunch' }, { black: true }) },
    ),
    fixtureNow,
  );
  expect(dark).toEqual({ ...lit, black: true });
  expect(sceneKey(dark)).not.toBe(sceneKey(lit));
});

test('time alone never swaps the picture', () => {
  const here = source({ kind: 'question', question: 'q' }, { question });
  expect(sceneKey(pictureOf(here, fixtureNow))).toBe(sceneKey(pictureOf(here, fixtureNow + minute)));
});

test('[T18] nobody is told to wait for what was passed over', () => {
  const passed = sessionFixture('talk', -30, 10, { status: 'due', startedAt: null, passed: true });
  const next = sessionFixture('panel', 20, 60, { status: 'upcoming', startedAt: null });
  expect(auto(passed, next)).toMatchObject({ next: { id: 'panel' } });
  expect(onNow([passed, next])).toMatchObject({ now: [], next: { id: 'panel' } });
  expect(nextStep([passed, next])).toMatchObject({ session: { id: 'panel' } });
});

test('what is due starts in a moment, however often it is put off by a minute', () => {
  const due = sessionFixture('talk', 1, 40, { status: 'due', startedAt: null });
  const scene = auto(due);
  expect(scene).toMatchObject({ kind: 'doors', countdown: { of: 'start', to: fixtureNow } });
});
