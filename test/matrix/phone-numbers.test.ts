// What is in sight at once on phones, tablets and laptops: the numbers of the second design, as boxes in a browser.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsInAllColours } from '../journeys/axe.ts';
import { movedDay } from '../journeys/day.ts';
import { expectMine, expectText } from '../journeys/looking.ts';
import { voiceIn } from '../journeys/voice.ts';
import type { Member } from '../world/member.ts';

/** Questions as long as people ask them: two thirds of 70 characters at most, some of more than 100. */
const asked = [
  'How would you tell a model that reasons from one that retrieves a similar training example, when the data is not public?',
  'Which negative result of your own group was never published and should have been?',
  'Demonstrations with wrong labels often work nearly as well as right ones. Which experiment would change your mind?',
  'Checking a text claim by claim rewards short and safe answers. How would you score what a model left out?',
  'Does it run on a laptop?',
  'What is the largest thing that you would do otherwise today?',
];

/** How long a change of one's own question may take to stand at the edge, in milliseconds. */
const atOnce = 1_000;

describe('what is in sight at once', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');
  let desk: Member;
  let phone: Page;
  const ids: string[] = [];

  beforeAll(async () => {
    desk = await voiceIn(day, 'moderator');
    const other = await voiceIn(day, 'attendee', 'Wei');
    for (const text of asked) {
      const id = await other.ask(text, { session: 'talk-1' });
      await desk.must({ type: 'question.approve', question: id });
      ids.push(id);
    }
    phone = await open(390, 844);
  });

  const open = async (width: number, height: number, laptop = false): Promise<Page> => {
    const options = {
      viewport: { width, height },
      reducedMotion: 'reduce',
      timezoneId: 'Asia/Tokyo',
    } as const;
    const page = laptop ? await day.people.withLaptop(options) : await day.people.withPhone(options);
    await day.show(page, '');
    await page.locator('li[data-question]').nth(3).waitFor();
    return page;
  };
  /** Where rows stand, and from where on the dock covers them. */
  const boxes = (page: Page) =>
    page.evaluate(() => {
      const rows = [...document.querySelectorAll('li[data-question]')].map((row) =>
        row.getBoundingClientRect(),
      );
      const tabs = document.querySelector('nav')?.parentElement?.getBoundingClientRect();
      const dock = tabs !== undefined && tabs.top > innerHeight / 2 ? innerHeight - tabs.top : 0;
      const floor = innerHeight - dock;
      return {
        first: rows[0]?.top ?? 0,
        full: rows.filter(({ top, bottom }) => top >= 0 && bottom <= floor).length,
        dock,
        wider: document.documentElement.scrollWidth - innerWidth,
      };
    });

  test.each([
    [390, 844, 4, 170],
    [360, 640, 2, 170],
    [320, 640, 1, 190],
  ])(
    '%i × %i: %i full rows, the first from y = %i at most, and a dock of 104 px',
    async (width, height, full, first) => {
      const page = await open(width, height);
      const seen = await boxes(page);
      await day.picture(page, `numbers-${width}`);
      expect(seen.full).toBeGreaterThanOrEqual(full);
      expect(seen.first).toBeLessThanOrEqual(first);
      expect(seen.dock).toBeLessThanOrEqual(104);
      expect(seen.dock).toBeGreaterThanOrEqual(88);
      expect(seen.wider).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );

  test.each([
    [1366, 768, 3],
    [820, 1180, 6],
  ])('%i × %i: two panes, and %i full rows', async (width, height, full) => {
    const page = await open(width, height, true);
    await page.getByRole('region', { name: 'Programme' }).waitFor();
    const seen = await boxes(page);
    expect(seen.full).toBeGreaterThanOrEqual(full);
    expect(seen.wider).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  test('a laptop opens at its head, with what is on brought into sight beside it alone', async () => {
    const page = await open(1366, 480, true);
    const now = page.getByRole('region', { name: 'Programme' }).locator('li[aria-current]');
    await expect.poll(async () => (await now.boundingBox())?.y).toBeLessThan(480);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.context().close();
  });

  test('a change of one’s own question stands at the edge within a second, wherever one has scrolled', async () => {
    await phone.getByRole('textbox', { name: 'Your question', exact: true }).fill('And mine?');
    await phone.getByRole('button', { name: 'Send' }).click();
    await expectText(phone.locator('body'), 'Sent. A moderator will review it.');
    const mine = [...(day.app.events.get(day.slug)?.live.state.tables.questions.values() ?? [])].at(-1)?.id;
    await phone.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const line = phone.getByText('Your question is in the list');
    await desk.must({ type: 'question.approve', question: mine ?? '' });
    await line.waitFor({ timeout: atOnce });
    const box = await line.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 844) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    await phone.getByRole('button', { name: 'Close this message' }).click();
    await phone.evaluate(() => scrollTo(0, 0));
  });

  test('three full rows beside what is on screen, an announcement and a question of one’s own', async () => {
    await desk.must({ type: 'stage.show', room: 'main', show: { kind: 'question', question: ids[1] ?? '' } });
    await desk.must({ type: 'announce', text: 'Lunch is in the garden today.', to: 'all' });
    await expectText(phone.locator('body'), 'Lunch is in the garden today.');
    await phone.getByRole('region', { name: 'On screen now' }).waitFor();
    await phone.mouse.move(0, 0);
    await phone.evaluate(() => scrollTo(0, 0));
    const seen = await boxes(phone);
    await day.picture(phone, 'numbers-full');
    expect(seen.full).toBeGreaterThanOrEqual(3);
    // What is on screen stays in sight, and all of it is a press away; opened, it moves no row.
    const line = phone.getByRole('region', { name: 'On screen now' }).getByRole('button');
    await line.click();
    expect((await boxes(phone)).first).toBe(seen.first);
    await line.click();
    await phone.evaluate(() => scrollTo(0, 300));
    expect((await line.boundingBox())?.y).toBe(0);
  });

  test('axe finds nothing in any part, nor in a sheet', async () => {
    for (const part of ['Programme', /^Mine/, 'Questions'] as const) {
      await phone.getByRole('navigation').getByRole('button', { name: part }).click();
      await phone.evaluate(() => scrollTo(0, 0));
      expect(await faultsInAllColours(phone)).toEqual([]);
    }
    await phone.getByRole('button', { name: /about you/ }).click();
    await phone.getByRole('button', { name: 'Other places' }).click();
    expect(await faultsInAllColours(phone)).toEqual([]);
    await phone.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await phone.getByRole('button', { name: /^Invited Talk 1/ }).click();
    await phone.getByRole('dialog').getByText('Add to calendar').waitFor();
    expect(await faultsInAllColours(phone)).toEqual([]);
    await phone.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await phone.getByRole('textbox', { name: 'Your question', exact: true }).click();
    expect(await faultsInAllColours(phone)).toEqual([]);
    await phone.keyboard.press('Escape');
  });

  test('a word is given to what was asked, and nothing went wrong in any browser', async () => {
    await expectMine(phone, 'And mine?');
    expect(day.people.trouble).toEqual([]);
  });
});
