// What a moderator writes is theirs until it was sent: no panel, no session and no lost network takes it away.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Hands } from './desk-hands.ts';
import { journey } from './journey.ts';
import { expectText } from './looking.ts';

/** How long a command of the desk tries before it is refused, and a little more, in milliseconds. */
const timeout = 15_000;
const asked = {
  first: 'How would you tell a model that reasons',
  second: 'Which negative result of your own group',
};

describe('[X12] what is written at a desk', () => {
  const { server, people } = journey();
  let desk: Hands;
  let page: Page;

  beforeAll(async () => {
    page = await people().withLaptop();
    desk = new Hands(page);
    await page.goto(server.link('Moderator'));
    await page.getByText(asked.first).first().waitFor();
  });

  const answer = () => page.getByLabel('The answer');
  /** Opens what a key opens for a row; a key that comes too soon after the row does nothing and is pressed again. */
  const open = async (text: string, key: string, field: Locator) => {
    await desk.goTo('In the list', text);
    const tried = async () => {
      if ((await field.count()) === 0) await page.keyboard.press(key);
      return field.count();
    };
    await expect.poll(tried, { timeout, interval: 500 }).toBe(1);
  };
  const lose = async () => {
    await page.context().setOffline(true);
    await page.evaluate(() => dispatchEvent(new Event('offline')));
  };
  const find = async () => {
    await page.context().setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
  };

  test('belongs to its question: an answer that was begun turns up under no other', async () => {
    await open(asked.first, 'w', answer());
    await answer().fill('Half an answer');
    await page.keyboard.press('Escape');
    await open(asked.second, 'w', answer());
    expect(await answer().inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await open(asked.first, 'w', answer());
    expect(await answer().inputValue()).toBe('Half an answer');
  });

  test('outlasts a network that is gone, and a reload', async () => {
    await answer().fill('A whole answer');
    await lose();
    await page.getByRole('button', { name: 'Only save' }).click();
    await expect.poll(() => desk.line.getAttribute('data-kind'), { timeout }).toBe('refused');
    await find();
    await page.reload();
    await open(asked.first, 'w', answer());
    expect(await answer().inputValue()).toBe('A whole answer');
    await page.getByRole('button', { name: 'Only save' }).click();
    await expectText(desk.line, 'Answered in writing');
    await open(asked.second, 'w', answer());
    expect(await answer().inputValue()).toBe('');
    await page.keyboard.press('Escape');
  });

  test('an announcement stands in its field until it was made', async () => {
    await page.getByLabel('More…').selectOption('announce');
    const panel = page.getByRole('dialog', { name: 'Announce' });
    const field = panel.getByRole('textbox');
    await field.fill('The coffee is upstairs');
    await lose();
    await panel.getByRole('button', { name: 'Announce' }).click();
    await expect.poll(() => desk.line.getAttribute('data-kind'), { timeout }).toBe('refused');
    expect(await field.inputValue()).toBe('The coffee is upstairs');
    await find();
    await panel.getByRole('button', { name: 'Announce' }).click();
    await expect.poll(() => field.inputValue(), { timeout }).toBe('');
    await expectText(panel.getByRole('list'), 'The coffee is upstairs');
    await page.keyboard.press('Escape');
  });

  test('the wording for the screen is kept while a scene is looked at', async () => {
    const words = page.getByLabel('Words for the screen');
    await open(asked.second, 'e', words);
    await words.fill('Which negative result?');
    const scene = page.getByLabel('What to look at');
    await scene.selectOption({ index: 1 });
    await scene.selectOption('');
    expect(await words.inputValue()).toBe('Which negative result?');
    await words.press('Escape');
  });

  test('a display that a colleague names is called so here, and a look into its field gives no other name', async () => {
    const wall = await people().projector();
    await wall.goto(server.link('Screen'));
    const colleague = await people().withLaptop();
    await colleague.goto(server.link('Moderator'));
    const nameIn = async (at: Page) => {
      await at.getByLabel('More…').selectOption('displays');
      const field = at.getByRole('dialog', { name: 'Displays' }).locator('[data-display] input').first();
      await field.waitFor();
      return field;
    };
    const [mine, theirs] = [await nameIn(page), await nameIn(colleague)];
    await theirs.fill('Left wall');
    await theirs.press('Enter');
    await expect.poll(() => mine.inputValue(), { timeout }).toBe('Left wall');
    await mine.focus();
    await theirs.fill('Right wall');
    await theirs.press('Enter');
    await expect.poll(() => mine.inputValue(), { timeout }).toBe('Right wall');
    await mine.blur();
    await page.keyboard.press('Escape');
    expect(await theirs.inputValue()).toBe('Right wall');
    expect(await desk.entries('display.set')).toBe(2);
  });

  test('nothing went wrong in any browser', () => {
    expect(people().trouble).toEqual([]);
  });
});
