import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { journey } from './journey.ts';
import { expectMine, expectText, sectionOf } from './looking.ts';

/** The address under which the people of a journey reach the server, and what Chromium must be told for it. */
const ways = [
  { name: 'on this computer', host: '127.0.0.1', flags: [] },
  {
    name: 'over plain http under a name that is not loopback',
    host: 'backrow.venue.test',
    flags: ['--host-resolver-rules=MAP backrow.venue.test 127.0.0.1'],
  },
];

describe.each(ways)('the whole life of a question, $name', ({ host, flags }) => {
  const { server, people } = journey(flags);
  let ada: Page;
  let ben: Page;
  let moderator: Page;
  let stage: Page;

  beforeAll(async () => {
    const origin = `http://${host}:${server.port}`;
    ada = await people().withPhone();
    ben = await people().withPhone({ timezoneId: 'Asia/Kathmandu' });
    moderator = await people().withLaptop();
    stage = await people().projector();
    await Promise.all([
      ada.goto(server.link('Phone', origin)),
      ben.goto(server.link('Phone', origin)),
      moderator.goto(server.link('Moderator', origin)),
      stage.goto(server.link('Screen', origin)),
    ]);
  });

  const asked = 'Which of your ablations surprised you most, and why?';

  test('Ada asks from her phone and reads that it waits', async () => {
    await ada.getByRole('textbox', { name: 'Your question', exact: true }).fill(asked);
    await ada.getByRole('button', { name: 'Send' }).click();
    await expectMine(ada, asked);
    await expectMine(ada, 'A moderator will review it');
  });

  test('nobody else sees it before the moderator does', async () => {
    await expectText(moderator.locator('body'), asked);
    expect(await ben.locator('body').innerText()).not.toContain(asked);
    expect(await stage.locator('body').innerText()).not.toContain(asked);
  });

  test('the moderator approves it, and it is in everybody’s list', async () => {
    await moderator.getByText(asked).first().click();
    await moderator.keyboard.press('a');
    await expectMine(ada, 'Open');
    await bringNew(ben);
    await expectText(ben.locator('body'), asked);
  });

  test('Ben supports it, and takes it back, and supports it', async () => {
    const upvote = rowOf(ben, asked).getByRole('button', { name: /upvote/i });
    await upvote.click();
    await expect.poll(() => upvote.getAttribute('aria-pressed')).toBe('true');
    await upvote.click();
    await expect.poll(() => upvote.getAttribute('aria-pressed')).toBe('false');
    await upvote.click();
    await expect.poll(() => upvote.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => ada.locator('body').innerText()).toContain('1 upvote');
  });

  test('the server is killed and started again: nothing is lost, every screen comes back by itself', async () => {
    await server.kill();
    await ada
      .getByRole('textbox', { name: 'Your question', exact: true })
      .fill('Sent while the server was away');
    await ada.getByRole('button', { name: 'Send' }).click();
    await expectText(stage.locator('body'), 'Invited Talk 2');
    await server.start();
    await expectText(moderator.locator('body'), 'Sent while the server was away');
    await expect.poll(() => upvotesAtDesk(moderator, asked), { timeout: 15_000 }).toContain('1');
    await expectMine(ada, 'A moderator will review it');
  });

  test('one key puts it on the room’s screen, and the phones say so', async () => {
    await sectionOf(moderator, 'Open').getByText(asked).click();
    await moderator.keyboard.press('s');
    await expectText(stage.locator('body'), asked);
    await expectMine(ada, 'On screen');
    await expectText(ben.locator('body'), asked);
    await expectText(moderator.locator('body'), '1 of 1 screen shows this');
  });

  test('the screen has no scroll bar and no cursor, and its text fits', async () => {
    const seen = await stage.evaluate(() => ({
      scrolls:
        document.documentElement.scrollHeight > innerHeight ||
        document.documentElement.scrollWidth > innerWidth,
      cursor: getComputedStyle(document.elementFromPoint(200, 200) ?? document.body).cursor,
    }));
    expect(seen).toEqual({ scrolls: false, cursor: 'none' });
  });

  test('after a reload the screen shows it again within 5 s', async () => {
    await stage.reload();
    await expectText(stage.locator('body'), asked, 5_000);
  });

  test('answered and cleared, it stands under Answered and the stage goes back to the talk', async () => {
    await moderator.keyboard.press('d');
    await moderator.keyboard.press('c');
    await expectMine(ada, 'Answered');
    await expect.poll(() => stage.locator('body').innerText()).not.toContain(asked);
    await expectText(stage.locator('body'), 'Invited Talk 2');
  });

  test('nothing went wrong in any browser', () => {
    expect(people().trouble).toEqual([]);
  });
});

/** New rows wait behind a pill until somebody wants them. */
async function bringNew(page: Page): Promise<void> {
  const pill = page.getByRole('button', { name: /^(Show|\d+ new)/ });
  await pill.first().click({ timeout: 10_000 });
}

function rowOf(page: Page, text: string) {
  return page
    .getByRole('listitem')
    .filter({ hasText: text })
    .filter({ has: page.getByRole('button', { name: /upvote/i }) })
    .last();
}

async function upvotesAtDesk(desk: Page, text: string): Promise<string> {
  return sectionOf(desk, 'Open').getByRole('listitem').filter({ hasText: text }).innerText();
}
