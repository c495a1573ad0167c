import { describe, expect, test } from 'vitest';
import { driftAt } from '../../client/projector/burn-in.ts';
import { displayCode } from '../../client/stage/display-code.ts';
import { lookOf } from '../../client/stage/look.ts';
import { offlinePicture } from '../../client/stage/offline.ts';
import { type StageSource, sceneOf } from '../../client/stage/scene.ts';
import type { StageView } from '../../shared/views/view.ts';
import { eventFixture, fixtureNow, morningFixture, sessionFixture, stageFixture } from './fixture-views.ts';

const minute = 60_000;

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

describe('the digits of a display', () => {
  test('are four, and the same wherever they are worked out', () => {
    expect(displayCode('main/6f9c0f3e-8a5b-4c57-9d1e-2b1f0a3c4d5e')).toMatch(/^\d{4}$/);
    expect(displayCode('/a')).toBe(displayCode('/a'));
  });

  test('are hardly ever those of another display', () => {
    const codes = new Set(
      Array.from({ length: 200 }, (_, index) => displayCode(`/display-${index}-of-two-hundred`)),
    );
    expect(codes.size).toBeGreaterThan(190);
  });
});

describe('the look of a display', () => {
  test('is what its address says, where a desk said nothing', () => {
    expect(lookOf('?layout=corner&background=transparent&theme=light', null)).toEqual({
      layout: 'corner',
      background: 'transparent',
      theme: 'light',
      seconds: false,
    });
    expect(lookOf('?layout=nonsense', { layout: null, background: null, theme: null })).toEqual({
      layout: 'full',
      background: 'solid',
      theme: 'dark',
      seconds: false,
    });
  });

  test('[S7] is what a desk set, one by one, whatever its address says', () => {
    const set = { layout: 'side', background: null, theme: 'dark' } as const;
    expect(lookOf('?layout=corner&background=transparent&theme=light', set)).toEqual({
      layout: 'side',
      background: 'transparent',
      theme: 'dark',
      seconds: false,
    });
  });

  test('its timer counts seconds where its address says so', () => {
    expect(lookOf('?timer=seconds', null).seconds).toBe(true);
    expect(lookOf('?timer=always', null).seconds).toBe(false);
  });
});

describe('[S6] a scene at an operator’s word', () => {
  const asked = (scene: Extract<StageView['show'], { kind: 'scene' }>['scene']) =>
    sceneOf(source({ kind: 'scene', scene }), fixtureNow);

  test('is about what is on, and panel and posters about the next session of their kind', () => {
    expect(asked('talk')).toMatchObject({ kind: 'talk', now: { id: 'talk-2' } });
    expect(asked('qa')).toMatchObject({ kind: 'qa-invite', now: { id: 'talk-2' } });
    expect(asked('panel')).toMatchObject({ kind: 'panel', now: { id: 'panel' } });
    expect(asked('posters')).toMatchObject({ kind: 'posters', now: { id: 'posters' }, countdown: null });
  });

  test('never calls a talk a break', () => {
    expect(asked('break')).toMatchObject({ kind: 'break', now: null, next: { id: 'coffee' } });
    expect(asked('doors')).toMatchObject({ kind: 'doors', next: { id: 'coffee' } });
    expect(asked('end')).toEqual({ kind: 'end' });
  });
});

describe('a stage that has heard nothing for minutes', () => {
  test('opens the doors with the next start that is still to come', () => {
    const { scene, black } = offlinePicture(
      source({ kind: 'question', question: 'q' }),
      fixtureNow + 10 * minute,
    );
    expect(black).toBe(false);
    expect(scene).toMatchObject({
      kind: 'doors',
      now: null,
      next: { id: 'panel' },
      countdown: { of: 'start', to: fixtureNow + 22 * minute },
    });
  });

  test('announces nothing where nothing is to come, and stays black where it was', () => {
    const sessions = { a: sessionFixture('a', -20, -10) };
    expect(offlinePicture(source({ kind: 'auto' }, { sessions }), fixtureNow).scene).toMatchObject({
      kind: 'doors',
      next: null,
      countdown: null,
    });
    const black = source({ kind: 'auto' }, { stage: stageFixture({ kind: 'auto' }, { black: true }) });
    expect(offlinePicture(black, fixtureNow).black).toBe(true);
  });
});

test('against burn-in the picture moves once a minute, by half a percent at most', () => {
  const places = Array.from({ length: 9 }, (_, index) => driftAt(index * minute));
  expect(new Set(places).size).toBe(9);
  for (const place of places)
    for (const part of place.match(/-?[\d.]+(?=%)/g) ?? [])
      expect(Math.abs(Number(part))).toBeLessThanOrEqual(0.5);
  expect(driftAt(59_999)).toBe(driftAt(0));
});
