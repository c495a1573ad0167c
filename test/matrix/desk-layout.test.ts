// How much of the work a desk and a chair have in sight, in pixels of a browser.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectText, sectionOf } from '../journeys/looking.ts';
import { inQuestions, StageCrew } from '../journeys/stage-crew.ts';

/** Two lines in every column: what most questions have. */
const asked = (number: number) =>
  `Question ${number}: how sensitive are these results to the choice of prior, and would the ranking of all of the models stand?`;

describe('what is in sight', () => {
  const day = movedDay('stage-day.yaml', inQuestions);
  let crew: StageCrew;

  beforeAll(async () => {
    crew = await StageCrew.of(day);
    for (let number = 1; number <= 14; number += 1) await crew.question(asked(number));
    for (let number = 15; number <= 18; number += 1) await crew.asker.ask(asked(number));
  });

  const deskOf = async (width: number, height: number, touch = false): Promise<Page> => {
    const page = await day.people.withLaptop({
      viewport: { width, height },
      hasTouch: touch,
      isMobile: touch,
    });
    await day.show(page, '/desk', 'moderator');
    await expectText(sectionOf(page, 'Open'), 'Question 1:');
    await expect.poll(() => page.locator('[data-row][data-current="true"]').count()).toBe(1);
    return page;
  };

  test.each([
    [1366, 768, 8],
    [1024, 768, 7],
    [1920, 1080, 12],
  ])('a desk of %i × %i has so many whole open questions: %i', async (width, height, rows) => {
    const page = await deskOf(width, height);
    expect(await wholeRows(page, 'live')).toBeGreaterThanOrEqual(rows);
    expect(await wholeRows(page, 'waiting')).toBeGreaterThanOrEqual(4);
    expect(await tightButtons(page)).toEqual([]);
    expect(await belowFoot(page)).toEqual([]);
    await page.context().close();
  });

  test('by touch rows are comfortable, and five open ones of them whole at 1024 × 768', async () => {
    const page = await deskOf(1024, 768, true);
    expect(await page.locator('main').getAttribute('data-density')).toBe('comfortable');
    const row = page.locator('[data-row][data-list="live"]').first();
    expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(100);
    expect(await wholeRows(page, 'live')).toBeGreaterThanOrEqual(5);
    expect(await wholeRows(page, 'waiting')).toBeGreaterThanOrEqual(4);
    expect(await tightButtons(page)).toEqual([]);
    expect(await belowFoot(page)).toEqual([]);
    await page.context().close();
  });

  test('a finger chooses a row first, and nothing that acts comes under it', async () => {
    const page = await deskOf(1024, 768, true);
    const row = page.locator('[data-row][data-list="live"]').nth(2);
    expect(await row.getByRole('button').count()).toBe(0);
    const before = await row.boundingBox();
    const at = await middleOf(row);
    await page.touchscreen.tap(at.x, at.y);
    await page.touchscreen.tap(at.x, at.y);
    await row.getByRole('button', { name: 'Show' }).waitFor();
    expect((await row.boundingBox())?.y).toBe(before?.y);
    expect(Object.values(crew.desk.view.stages ?? {}).some(({ show }) => show?.kind === 'question')).toBe(
      false,
    );
    await page.context().close();
  });

  test.each(['live', 'waiting'])('the middle of a row is no button, in %s', async (list) => {
    const page = await deskOf(1366, 768);
    const row = page.locator(`[data-row][data-list="${list}"]`).nth(1);
    await row.click({ position: { x: 60, y: 56 } });
    await row.getByRole('button').first().waitFor();
    const { x, y } = await middleOf(row);
    const hit = await page.evaluate(
      ([left, top]) => document.elementFromPoint(left ?? 0, top ?? 0)?.closest('button')?.textContent ?? null,
      [x, y],
    );
    expect(hit).toBeNull();
    await page.context().close();
  });

  test('a row has the focus from the first moment, and shows what can be done to it', async () => {
    const page = await deskOf(1366, 768);
    const row = page.locator('[data-row][data-current="true"]');
    expect(await row.getAttribute('data-list')).toBe('waiting');
    await row.getByRole('button', { name: 'Approve' }).waitFor();
    expect(await row.evaluate((each) => each.contains(document.activeElement))).toBe(true);
    await page.context().close();
  });

  test('a chair sees all of it in a hand: the screen, three of Up next, two things to do', async () => {
    for (const number of [1, 2, 3]) {
      const id = Object.values(crew.desk.view.questions ?? {}).find(({ n }) => n === number)?.id;
      await crew.desk.must({ type: 'question.shortlist', question: id ?? '', position: number });
    }
    const page = await day.people.withPhone();
    await day.show(page, '/desk', 'moderator');
    await expect.poll(() => page.locator('[data-chair-row="next"]').count(), { timeout: 15_000 }).toBe(3);
    const height = async (name: RegExp) => (await page.getByRole('button', { name }).boundingBox())?.height;
    expect((await page.locator('header').boundingBox())?.height).toBe(56);
    expect((await sectionOf(page, 'On screen').boundingBox())?.height).toBeLessThanOrEqual(0.4 * 844);
    for (const row of await page.locator('[data-chair-row="next"]').all()) {
      const box = await row.boundingBox();
      expect(box?.height).toBe(72);
      expect((box?.y ?? 844) + 72).toBeLessThanOrEqual(844);
    }
    expect(await height(/^Take next/)).toBe(64);
    expect(await height(/^More 4 to review$/)).toBeGreaterThanOrEqual(44);
    await page.getByRole('button', { name: /^More 4 to review$/ }).click();
    const approve = page.getByRole('button', { name: 'Approve' }).first();
    await expect.poll(async () => (await approve.boundingBox())?.x ?? 999).toBeLessThan(390);
    expect((await approve.boundingBox())?.height).toBe(56);
    expect(await tightButtons(page)).toEqual([]);
    await page.context().close();
  });

  test.each([
    [1366, 768, 229],
    [1024, 768, 180],
  ])('with five in Up next the preview of %i × %i is whole and %i px wide', async (width, height, least) => {
    const open = Object.values(crew.desk.view.questions ?? {}).filter(({ n }) => n !== null && n <= 5);
    for (const { id, n, upNext } of open)
      if (upNext === null)
        await crew.desk.must({ type: 'question.shortlist', question: id, position: n ?? 1 });
    const page = await deskOf(width, height);
    await expect.poll(() => page.locator('[data-up-next]').count()).toBe(5);
    const picture = page.locator('[data-scene-picked]');
    await expect.poll(async () => (await picture.boundingBox())?.width).toBeGreaterThanOrEqual(least);
    const side = await sectionOf(page, 'Preview').boundingBox();
    const box = await picture.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(
      (side?.y ?? 0) + (side?.height ?? 0) + 0.5,
    );
    expect(await sectionOf(page, 'Up next').locator('ol').evaluate(isScrolling)).toBe(true);
    await page.context().close();
  });

  test('by touch a row of Up next keeps its words, and its menu takes it out', async () => {
    const page = await deskOf(1024, 768, true);
    const rows = page.locator('[data-up-next]');
    await expect.poll(() => rows.count()).toBe(5);
    const words = await rows.first().getByRole('button').first().boundingBox();
    expect(words?.width).toBeGreaterThanOrEqual(150);
    await rows
      .first()
      .getByRole('button', { name: /^More for/ })
      .tap();
    await page.getByRole('menuitem', { name: 'Out of Up next' }).tap();
    await expect.poll(() => rows.count()).toBe(4);
    await page.context().close();
  });

  test.each([
    [1024, 768],
    [342, 600],
  ])('no tab is cut at %i × %i', async (width, height) => {
    const page = await day.people.withLaptop({ viewport: { width, height } });
    await day.show(page, '/desk?form=desk', 'moderator');
    if (width < 832) await page.getByRole('radio', { name: /^Open/ }).check({ force: true });
    const tabs = page.getByRole('navigation', { name: 'Lists' });
    await tabs.waitFor();
    expect(await tabs.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(1);
    await page.context().close();
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});

/** Whether more is in it than is in sight. */
function isScrolling(box: Element): boolean {
  return box.scrollHeight > box.clientHeight;
}

/** The middle of what is drawn of a row. */
async function middleOf(row: Locator): Promise<{ x: number; y: number }> {
  const box = await row.boundingBox();
  if (box === null) throw new Error('The row is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How many rows of a list are wholly in sight. */
function wholeRows(page: Page, list: string): Promise<number> {
  return page.evaluate((name) => {
    const box = document.querySelector(`[data-list="${name}"]:not([data-row])`)?.getBoundingClientRect();
    if (!box) return 0;
    return [...document.querySelectorAll(`[data-row][data-list="${name}"]`)]
      .map((row) => row.getBoundingClientRect())
      .filter(({ top, bottom }) => top >= box.top - 1 && bottom <= box.bottom + 1).length;
  }, list);
}

/** The buttons that leave less than 8 px beside their words. */
function tightButtons(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button')].flatMap((button) => {
      const box = button.getBoundingClientRect();
      if (box.width === 0 || button.closest('[class*="tabs"], [class*="slot"], [class*="suggested"]'))
        return [];
      const { paddingInlineStart, paddingInlineEnd, borderTopWidth } = getComputedStyle(button);
      const isBare = borderTopWidth === '0px';
      const isTight = Number.parseFloat(paddingInlineStart) < 8 || Number.parseFloat(paddingInlineEnd) < 8;
      return isTight && !isBare ? [button.textContent] : [];
    }),
  );
}

/** What of a desk reaches below the top of its foot. */
function belowFoot(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const foot = document.querySelector('footer');
    const top = foot?.getBoundingClientRect().top ?? 0;
    return [...document.querySelectorAll('main > div:not([role="toolbar"])')]
      .filter((each) => each.getBoundingClientRect().bottom > top + 1)
      .map((each) => each.className);
  });
}
