// The chair's view in the hand, on a tablet, and in the low window of a laptop at 400 % zoom, in pixels of a browser.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectText, sectionOf } from '../journeys/looking.ts';
import { inQuestions, StageCrew } from '../journeys/stage-crew.ts';

const timeout = 60_000;

const asked = (number: number) =>
  `Question ${number}: how sensitive are these results to the choice of prior, and would the ranking of all of the models stand?`;

describe('the chair’s view', () => {
  const day = movedDay('stage-day.yaml', inQuestions);
  let crew: StageCrew;
  const ids: string[] = [];

  beforeAll(async () => {
    crew = await StageCrew.of(day);
    for (let number = 1; number <= 6; number += 1) ids.push(await crew.question(asked(number)));
    for (let number = 7; number <= 10; number += 1) await crew.asker.ask(asked(number));
  });

  const chairOf = async (width: number, height: number): Promise<Page> => {
    const page = await day.people.withPhone({ viewport: { width, height } });
    page.setDefaultTimeout(10_000);
    await day.show(page, '/desk', 'moderator');
    await page.getByRole('button', { name: /^Take next/ }).waitFor();
    await expectText(page.locator('main'), 'Question');
    return page;
  };

  test('offers what is supported until three are up next, and clears what was answered', {
    timeout,
  }, async () => {
    const page = await chairOf(390, 844);
    const queue = page.getByRole('button', { name: /^Queue/ });
    for (const count of [1, 2, 3]) {
      await queue.first().click();
      await expect
        .poll(() => page.locator('[data-chair-row="next"]').count(), { timeout: 15_000 })
        .toBe(count);
    }
    expect(await queue.count()).toBe(0);
    const take = page.getByRole('button', { name: /^Take next #\d+ Question/ });
    expect((await take.boundingBox())?.height).toBe(64);
    await take.click();
    await expectText(sectionOf(page, 'On screen'), 'Question');
    await page.getByRole('button', { name: 'Answered' }).click();
    await page.getByRole('button', { name: 'Clear' }).click();
    await expectText(sectionOf(page, 'On screen'), 'Showing:');
    const row = page.locator('[data-chair-row="next"]').first();
    await row.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Later: out of Up next, stays open' }).click();
    await expect.poll(() => page.locator('[data-chair-row="next"]').count(), { timeout: 15_000 }).toBe(1);
    await page.context().close();
  });

  test.each([
    [390, 844],
    [360, 640],
    [820, 1180],
  ])(
    'of %i × %i has the time at 28 px and nothing smaller than a thumb',
    { timeout },
    async (width, height) => {
      const page = await chairOf(width, height);
      const time = page.getByRole('timer').locator('strong');
      expect(
        await time.evaluate((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
      ).toBeGreaterThanOrEqual(28);
      expect(await smallTargets(page)).toEqual([]);
      if (width < 700) {
        const more = page.getByRole('button', { name: /^More 4 to review$/ });
        expect((await more.boundingBox())?.height).toBeGreaterThanOrEqual(44);
        await more.click();
      }
      const decline = page.getByRole('button', { name: 'Decline' }).first();
      await expect.poll(async () => (await decline.boundingBox())?.x ?? 9_999).toBeLessThan(width);
      expect(await smallTargets(page)).toEqual([]);
      for (const name of ['Time', 'To the speaker']) {
        const box = await sectionOf(page, name).boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 9_999)).toBeLessThanOrEqual(width);
      }
      await decline.click();
      const reason = page.getByRole('button', { name: 'Not about this talk' });
      expect((await reason.boundingBox())?.height).toBe(56);
      expect(await page.locator('kbd:visible').count()).toBe(0);
      await page.context().close();
    },
  );

  test('of a tablet has two panes: the question and what is done with it, beside it what comes next', async () => {
    const page = await chairOf(820, 1180);
    const [left, right] = [sectionOf(page, 'On screen'), sectionOf(page, 'Up next')];
    const boxes = [await left.boundingBox(), await right.boundingBox()];
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    expect((boxes[0]?.x ?? 0) + (boxes[0]?.width ?? 0)).toBeLessThanOrEqual(boxes[1]?.x ?? 0);
    for (const name of ['To review', 'Time', 'To the speaker'])
      expect(await sectionOf(page, name).isVisible()).toBe(true);
    await page.context().close();
  });

  test.each([
    ['chair', 342, 192],
    ['chair', 455, 256],
    ['desk', 342, 192],
    ['desk', 455, 256],
  ])(
    '%s of %i × %i, a laptop at 400 percent, is one page that scrolls',
    { timeout },
    async (form, width, height) => {
      const page = await day.people.withLaptop({ viewport: { width, height } });
      await day.show(page, `/desk?form=${form}`, 'moderator');
      await expectText(page.locator('main'), 'Question');
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(height);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      if (form === 'chair' && width === 455) {
        const take = await page.getByRole('button', { name: /^Take next/ }).boundingBox();
        expect((take?.y ?? height) + (take?.height ?? 0)).toBeLessThanOrEqual(height);
      }
      for (const button of await page.getByRole('button').all()) {
        if (!(await button.isVisible())) continue;
        await button.scrollIntoViewIfNeeded();
        expect(await isReached(button)).toBe(true);
      }
      await page.context().close();
    },
  );

  test('tells everyone of a minute, and the last minutes in amber', { timeout }, async () => {
    const page = await chairOf(390, 844);
    await page.getByRole('button', { name: /^More/ }).first().click();
    await page.getByRole('button', { name: /1 minute longer/ }).click();
    await page.getByRole('button', { name: 'Tell everyone' }).click();
    await expectText(page.locator('main'), 'Everyone knows the new times');
    await page.getByRole('button', { name: /1 minute shorter/ }).click();
    await page.getByRole('button', { name: 'Tell everyone' }).click();
    await day.moveTo('2031-04-26T12:48:30Z');
    await expect
      .poll(() => page.getByRole('timer').getAttribute('data-time'), { timeout: 15_000 })
      .toBe('last');
    await page.context().close();
  });

  test('[M10] without a connection nothing is covered, nothing can be pressed, and no line outlasts it', {
    timeout,
  }, async () => {
    const page = await chairOf(390, 844);
    await crew.desk.must({ type: 'question.shortlist', question: ids[5] ?? '', position: 1 });
    await expectText(page.locator('[data-chair-row="next"]'), 'Question 6');
    await page.context().setOffline(true);
    await expectText(page.locator('main'), 'No connection. What you see is as of', 20_000);
    const take = page.getByRole('button', { name: /^Take next/ });
    expect(await take.getAttribute('aria-disabled')).toBe('true');
    await take.click({ force: true });
    await expectText(page.locator('main'), 'No connection: the screen keeps its last picture.');
    const banner = page.getByText('No connection. What you see is as of');
    const [at, head] = [await banner.boundingBox(), await page.locator('header').boundingBox()];
    expect(at?.y ?? 0).toBeGreaterThan((head?.y ?? 0) + (head?.height ?? 0));
    for (const text of [page.getByRole('timer'), take, sectionOf(page, 'Up next')])
      expect(await isReached(text)).toBe(true);
    await page.context().setOffline(false);
    await expect
      .poll(() => page.locator('main').innerText(), { timeout: 15_000 })
      .not.toContain('No connection');
    expect(await page.getByText('On screen:').count()).toBe(0);
    await page.context().close();
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});

/** The buttons, links and fields in sight that are lower or narrower than 44 px. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main :is(button, a, input)')].flatMap((each) => {
      const { width, height } = each.getBoundingClientRect();
      return width > 0 && (width < 44 || height < 44) ? [`${each.textContent}: ${width} × ${height}`] : [];
    }),
  );
}

/** Whether the middle of a button is its own: it is in sight, and nothing lies over it. */
function isReached(button: ReturnType<Page['locator']>): Promise<boolean> {
  return button.evaluate((each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found !== null && (each.contains(found) || found.contains(each));
  });
}
