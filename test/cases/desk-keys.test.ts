import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Hands } from '../journeys/desk-hands.ts';
import { journey } from '../journeys/journey.ts';
import { expectText, sectionOf } from '../journeys/looking.ts';

describe('a whole Q&A by keys alone', () => {
  const { server, people } = journey();
  let desk: Hands;
  let stage: Page;

  beforeAll(async () => {
    desk = new Hands(await people().withLaptop());
    stage = await people().projector();
    await Promise.all([desk.page.goto(server.link('Moderator')), stage.goto(server.link('Screen'))]);
    await desk.page.getByText('To review').first().waitFor();
    await stage.getByText('Invited Talk 2').first().waitFor();
  });

  test('[M7] twenty-five things in a row, without a mouse', async () => {
    const { keyboard } = desk.page;
    const upNext = sectionOf(desk.page, 'Up next').locator('[data-up-next]');
    const current = () => desk.page.locator('[data-current="true"]');
    await expect.poll(() => current().count()).toBe(1);
    await keyboard.press('j'); // 1
    await desk.press('a', 'Approved:'); // 2
    await desk.press('a', 'Approved:'); // 3
    await desk.press('z', 'Undone: Approved'); // 4
    await desk.press('Shift+Z', 'Approved:'); // 5
    await desk.press('Shift+A', 'approved'); // 6: what is left in view
    await keyboard.press(']'); // 7: the list, and its first row
    await expect.poll(() => sectionOf(desk.page, 'Open').locator('[data-current="true"]').count()).toBe(1);
    await keyboard.press('j'); // 8
    await keyboard.press('j'); // 9
    await desk.press('q', 'Up next 3'); // 10
    await keyboard.press('j'); // 11
    await desk.press('Shift+Q', 'Up next 1'); // 12
    await desk.press('4', 'Up next 4'); // 13
    expect(await upNext.count()).toBe(4);
    await desk.press('t', 'On screen: #'); // 14
    await expect.poll(() => upNext.count()).toBe(3);
    await desk.press('d', 'Answered: #'); // 15
    await keyboard.press('j'); // 16
    await keyboard.press('e'); // 17
    const words = desk.page.getByLabel('Shortened version');
    await words.waitFor();
    await words.fill('Does it hold for models of our own size?');
    await keyboard.press('Control+Enter'); // 18
    await expectText(desk.line, 'Shortened version saved');
    await desk.press('s', 'On screen: #'); // 19
    await expectText(stage.locator('main'), 'Does it hold for models of our own size?');
    await desk.press('c', 'Screen cleared'); // 20
    await keyboard.press('l'); // 21
    await desk.page.getByRole('dialog').getByRole('textbox').fill('Scale');
    await keyboard.press('Enter');
    await expectText(desk.line, 'Labels set');
    await keyboard.press('v'); // 22: the menu, then its last talk
    await desk.page.getByRole('dialog').getByRole('button').first().waitFor();
    await keyboard.press('Escape');
    await keyboard.press('f'); // 23: kept, by its digit
    await desk.page.getByRole('dialog', { name: 'Save for later, for' }).waitFor();
    await keyboard.press('1');
    await expectText(desk.line, 'Saved for later (');
    await keyboard.press('r'); // 24: the room's microphone
    await desk.page.getByLabel(/What was asked/).fill('Is the code public?');
    await desk.page.getByRole('button', { name: 'Log and show' }).press('Enter');
    await expectText(stage.locator('main'), 'Is the code public?');
    await desk.press('d', 'Answered: #'); // 25
    await expectText(stage.locator('main'), 'Is the code public?');
    await desk.press('c', 'Screen cleared');
    await expectText(stage.locator('body'), 'Invited Talk 2');
  });

  test('two that ask the same are merged side by side, counted once, and taken apart without loss', async () => {
    const other = await desk.goToPlace('Open', 1);
    const of = (id: string) => sectionOf(desk.page, 'Open').locator(`[data-row="${id}"]`);
    const compare = desk.page.getByRole('region', { name: 'Merge two questions' });
    await desk.page.keyboard.press('m');
    await expectText(compare, 'Go to the other question');
    const one = await desk.goToPlace('Open', 0);
    await expectText(compare, 'Into this one');
    await desk.press('m', 'Merged');
    await expectText(of(one), '1 merged');
    await expect
      .poll(
        () =>
          of(other)
            .innerText()
            .catch(() => 'gone'),
        { timeout: 15_000 },
      )
      .toMatch(/gone|Merged/);
    await desk.page.getByRole('button', { name: 'Unmerge' }).click();
    await expectText(desk.line, 'Unmerged');
    await expect.poll(() => of(one).innerText(), { timeout: 15_000 }).not.toContain('merged');
  });

  test('several are picked and done as one, with one undo', async () => {
    const rows = sectionOf(desk.page, 'Open').locator('[data-row]');
    const count = () => desk.page.getByRole('button', { name: /^Open \d/ }).innerText();
    const before = await count();
    for (const index of [0, 1]) {
      await rows.nth(index).getByRole('paragraph').first().click();
      await desk.page.keyboard.press('x');
    }
    await expectText(desk.page.getByRole('toolbar'), '2 selected');
    await desk.page.getByRole('toolbar').getByRole('button', { name: 'Put away' }).click();
    await expectText(desk.line, '2 put away');
    await expect.poll(count).not.toBe(before);
    await desk.press('z', 'Undone: 2 put away');
    await expect.poll(count).toBe(before);
  });

  test('a scene is looked at before it airs, and nothing airs by looking', async () => {
    const preview = sectionOf(desk.page, 'Preview');
    await preview.getByRole('button', { name: 'Scene' }).click();
    await desk.page.getByRole('menuitem', { name: 'Break' }).click();
    await expectText(stage.locator('body'), 'Invited Talk 2');
    await preview.getByRole('button', { name: 'Show this' }).click();
    await expect.poll(() => stage.locator('[data-scene="break"]').count(), { timeout: 15_000 }).toBe(1);
    await desk.press('c', 'Screen cleared');
  });

  test('nothing went wrong in any browser', () => {
    expect(people().trouble).toEqual([]);
  });
});
