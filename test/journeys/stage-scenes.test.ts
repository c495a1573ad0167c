import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Show } from '../../shared/stage/commands.ts';
import { movedDay } from './day.ts';
import { expectScene, inQuestions, reachable, StageCrew } from './stage-crew.ts';

const asked =
  'How sensitive are these results to the choice of prior, and would the ranking of the models survive another one?';

const scenes: { name: string; show: (question: string) => Show; scene: string }[] = [
  { name: 'question', show: (question) => ({ kind: 'question', question }), scene: 'question' },
  {
    name: 'message',
    show: () => ({ kind: 'message', text: 'Lunch is served on the terrace' }),
    scene: 'message',
  },
  { name: 'timeline', show: () => ({ kind: 'timeline' }), scene: 'timeline' },
  { name: 'timer', show: () => ({ kind: 'timer' }), scene: 'timer' },
  { name: 'join', show: () => ({ kind: 'join' }), scene: 'join' },
  { name: 'blank', show: () => ({ kind: 'blank' }), scene: 'blank' },
  { name: 'test', show: () => ({ kind: 'test' }), scene: 'test' },
  ...(
    [
      ['doors', 'doors'],
      ['break', 'break'],
      ['talk', 'talk'],
      ['qa', 'qa-invite'],
      ['panel', 'panel'],
      ['posters', 'posters'],
      ['end', 'end'],
    ] as const
  ).map(([name, scene]) => ({ name, show: (): Show => ({ kind: 'scene', scene: name }), scene })),
];

describe('every scene of a stage', () => {
  const day = movedDay('stage-day.yaml', inQuestions, reachable);
  const stages: Record<'dark' | 'light', Page | undefined> = { dark: undefined, light: undefined };
  let crew: StageCrew;
  let question: string;

  beforeAll(async () => {
    for (const theme of ['dark', 'light'] as const)
      stages[theme] = await day.show(
        await day.people.projector(),
        `/stage/main?theme=${theme}`,
        'projector',
        { room: 'main' },
      );
    crew = await StageCrew.of(day);
    question = await crew.question(asked, { anonymous: false });
  });

  test.each(scenes)('$name', async ({ name, show, scene }) => {
    await crew.show(show(question));
    for (const theme of ['dark', 'light'] as const) {
      const stage = stages[theme];
      if (!stage) throw new Error('No stage');
      for (const [width, height] of [
        [1920, 1080],
        [1024, 768],
      ] as const) {
        await stage.setViewportSize({ width, height });
        await expectScene(stage, scene);
        await day.picture(stage, `scene-${name}-${theme}-${width}`);
      }
    }
    expect(true).toBe(true);
  });
});
