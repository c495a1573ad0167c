import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectScene, inQuestions, reachable, StageCrew } from '../journeys/stage-crew.ts';

/** Takes away what browsers learned after Chrome 103: the ones inside mixers never did. */
function forget(): void {
  const young: [object, string[]][] = [
    [Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
    [Array, ['fromAsync']],
    [Object, ['groupBy']],
    [Map, ['groupBy']],
    [URL, ['canParse', 'parse']],
    [Promise, ['withResolvers', 'try']],
    [String.prototype, ['isWellFormed', 'toWellFormed']],
    [
      Set.prototype,
      ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf'],
    ],
    [AbortSignal, ['any']],
    [Element.prototype, ['checkVisibility', 'setHTMLUnsafe']],
    [HTMLElement.prototype, ['showPopover', 'hidePopover', 'togglePopover']],
    [Document.prototype, ['startViewTransition', 'moveBefore']],
    [Response, ['json']],
    [globalThis, ['Iterator', 'Temporal', 'documentPictureInPicture', 'scheduler', 'navigation']],
  ];
  for (const [of, names] of young) for (const name of names) Reflect.deleteProperty(of, name);
}

describe('a browser source of 2022', () => {
  const day = movedDay('stage-day.yaml', inQuestions, reachable);
  let crew: StageCrew;
  let question: string;
  const pages: Page[] = [];

  beforeAll(async () => {
    for (const search of ['', '?layout=lower-third&background=transparent']) {
      const page = await day.people.projector({ viewport: { width: 1280, height: 720 } });
      await page.addInitScript(forget);
      pages.push(await day.show(page, `/stage/main${search}`, 'projector', { room: 'main' }));
    }
    crew = await StageCrew.of(day);
    question = await crew.question('Does it run where nobody updates?');
  });

  test('shows what a new one shows', async () => {
    await crew.show({ kind: 'question', question });
    for (const page of pages) {
      await expectScene(page, 'question');
      expect(await page.locator('main').innerText()).toContain('Does it run where nobody updates?');
      expect(await page.evaluate(() => 'toSorted' in Array.prototype || 'canParse' in URL)).toBe(false);
    }
    for (const kind of ['test', 'timeline', 'join', 'timer'] as const) {
      await crew.show({ kind });
      for (const page of pages) await expectScene(page, kind);
    }
  });

  test('nothing went wrong in it', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
