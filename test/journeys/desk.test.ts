import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { displayCode } from '../../client/stage/display-code.ts';
import { Hands, together } from './desk-hands.ts';
import { journey } from './journey.ts';
import { expectText, sectionOf } from './looking.ts';

const asked = {
  first: 'How would you tell a model that reasons',
  second: 'Which negative result of your own group',
  third: 'Demonstrations with wrong labels',
  fourth: 'Checking a text claim by claim',
};

describe('two moderators, three displays', () => {
  const { server, people } = journey();
  let ada: Hands;
  let ben: Hands;
  let wall: Page;
  let overlay: Page;
  let waiting: Page;

  /** A link with something in its address before the invite. */
  const withQuery = (link: string, query: string) => link.replace('#', `?${query}#`);

  beforeAll(async () => {
    ada = new Hands(await people().withLaptop());
    ben = new Hands(await people().withLaptop({ viewport: { width: 1024, height: 768 } }));
    wall = await people().projector();
    overlay = await people().projector();
    waiting = await people().projector();
    const screen = server.link('Screen');
    await Promise.all([
      ada.page.goto(server.link('Moderator')),
      ben.page.goto(server.link('Moderator')),
      wall.goto(screen),
      overlay.goto(withQuery(screen, 'layout=lower-third&background=transparent')),
    ]);
    await ada.page.getByText(asked.first).first().waitFor();
  });

  test('a display that waits is given its room by the code on it', async () => {
    await ada.page.getByRole('button', { name: 'Screens', exact: true }).click();
    const panel = ada.page.getByRole('dialog', { name: 'Screens' });
    await expect
      .poll(() => panel.getByRole('button', { name: 'Open screen' }).count(), { timeout: 15_000 })
      .toBe(3);
    // Nobody has opened one: no link was made, and none is listed.
    const invites = async () =>
      (await server.logged('demo', 0)).entries.filter(({ type }) => type === 'invite.make').length;
    expect(await invites()).toBe(0);
    const popup = ada.page.waitForEvent('popup');
    await panel.getByRole('button', { name: 'Open screen' }).last().click();
    const opened = await popup;
    await opened.waitForURL(/#?/);
    await expectText(opened.locator('body'), 'Waiting to be assigned');
    expect(await invites()).toBe(1);
    await opened.close();
    const gone = panel.locator('[data-display]').filter({ hasText: 'Missing' });
    await gone.getByRole('button', { name: 'Forget' }).click();
    await ada.page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await panel.getByRole('button', { name: 'Copy link' }).last().click();
    const link = await panel.getByRole('textbox', { name: 'The link' }).inputValue();
    expect(await invites()).toBe(1);
    await waiting.goto(new URL(new URL(link).pathname + new URL(link).hash, server.link('Screen')).href);
    await expectText(waiting.locator('body'), 'Waiting to be assigned');
    const items = panel.locator('[data-display]');
    await expect.poll(() => items.count(), { timeout: 15_000 }).toBe(3);
    const ids = await items.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-display') ?? ''));
    const codes = ids.map(displayCode);
    const shown = await waiting.locator('body').innerText();
    const id = ids.find((_, index) => shown.replace(/\s/g, '').includes(codes[index] ?? 'none'));
    expect(id, shown).toBeDefined();
    const row = panel.locator(`[data-display="${id}"]`);
    await row.getByRole('textbox').fill('Foyer');
    await row.getByRole('textbox').press('Enter');
    await row.getByRole('button', { name: /^Room of/ }).click();
    await ada.page.getByRole('menuitem').first().click();
    await expectText(waiting.locator('body'), 'Invited Talk 2');
    await ada.page.keyboard.press('Escape');
    await expectText(sectionOf(ada.page, 'On screen'), '3 of 3 screens show this');
  });

  test('[M1] one key shows the row in focus; with the mouse it is two clicks', async () => {
    await ada.goTo('Open', asked.third);
    await ada.press('s', 'On screen: #');
    await expectText(wall.locator('main'), asked.third);
    await ben.goTo('Open', asked.fourth);
    await ben.row('Open', asked.fourth).getByRole('button', { name: /^Show/ }).click();
    await expectText(wall.locator('main'), asked.fourth);
    await expectText(overlay.locator('main'), asked.fourth);
    await expectText(waiting.locator('main'), asked.fourth);
  });

  test('[Q36] a prepared question is on both desks and on no phone; one key shows it', async () => {
    const words = 'What would you try first tomorrow?';
    const phone = await people().withPhone();
    await phone.goto(server.link('Phone'));
    await ada.page.keyboard.press('Shift+R');
    const panel = ada.page.getByRole('dialog', { name: 'Prepare a question' });
    await panel.getByRole('textbox').fill(words);
    await panel.getByRole('textbox').press('Enter');
    await expectText(ada.line, 'Prepared for');
    await ada.page.keyboard.press('Escape');
    for (const hands of [ben, ada]) {
      await hands.goTo('Later', words);
      await expectText(hands.row('Later', words), 'Prepared');
    }
    expect(await phone.locator('body').innerText()).not.toContain(words);
    await ada.press('s', 'On screen: #');
    await expectText(wall.locator('main'), words);
    await phone.close();
    for (const hands of [ben, ada]) await hands.goTo('Open', asked.third);
  });

  test('nothing airs by a double click on a row', async () => {
    const before = await ada.entries('stage.show');
    await ada.row('Open', asked.second).dblclick({ position: { x: 300, y: 60 } });
    await ada.goTo('Open', asked.third);
    await ada.row('Open', asked.second).dblclick({ position: { x: 250, y: 20 } });
    expect(await ada.entries('stage.show')).toBe(before);
  });

  test('[M2] a key that is held or bounces takes one question, and shows one', async () => {
    const upNext = sectionOf(ada.page, 'Up next').locator('[data-up-next]');
    await expect.poll(() => upNext.count()).toBe(2);
    const before = await ada.entries('stage.show');
    for (let press = 0; press < 10; press += 1) {
      await ada.page.keyboard.down('t');
      await ada.page.waitForTimeout(50);
    }
    await ada.page.keyboard.up('t');
    await expectText(wall.locator('main'), asked.first);
    await expect.poll(() => upNext.count()).toBe(1);
    expect(await ada.entries('stage.show')).toBe(before + 1);
    await ada.goTo('Open', asked.second);
    for (let press = 0; press < 10; press += 1) {
      await ada.page.keyboard.press('s');
      await ada.page.waitForTimeout(10);
    }
    await expectText(wall.locator('main'), asked.second);
    expect(await ada.entries('stage.show')).toBe(before + 2);
  });

  test('[M4] of two who show within 100 ms one wins; the other reads who did, and the screen changes once', async () => {
    await ada.goTo('Open', asked.third);
    await ben.goTo('Open', asked.fourth);
    await expectText(ada.row('Open', asked.fourth), 'is here');
    const before = await ada.entries('stage.show');
    await together([ada.page, ben.page], 's', 'KeyS', 900);
    const lines = async () =>
      (await Promise.all([ada.line, ben.line].map((line) => line.allInnerTexts()))).flat();
    await expect
      .poll(
        async () =>
          (await lines()).filter((line) => /has just put another question on screen/.test(line)).length,
        {
          timeout: 15_000,
        },
      )
      .toBe(1);
    expect(await ada.entries('stage.show')).toBe(before + 1);
    const on = await wall.locator('main').innerText();
    expect([asked.third, asked.fourth].filter((text) => on.includes(text))).toHaveLength(1);
  });

  test('a panic key blacks all three, and again brings them back', async () => {
    const pages = [wall, overlay, waiting];
    await ada.page.keyboard.press('b');
    for (const page of [wall, waiting])
      await expect.poll(() => page.locator('[data-scene="black"]').count(), { timeout: 15_000 }).toBe(1);
    await expectText(ada.page.locator('body'), 'BLACK IS ON');
    // Over slides black is nothing: what lies below is the mixer's.
    await expect.poll(() => overlay.locator('main').innerText()).not.toContain('#');
    await ada.press('b', 'Black is off');
    for (const page of pages)
      await expect.poll(() => page.locator('[data-scene="black"]').count(), { timeout: 15_000 }).toBe(0);
  });

  test('a display that goes away is missed aloud, until somebody forgets it', async () => {
    await waiting.goto('about:blank');
    await expectText(sectionOf(ada.page, 'On screen'), '1 of 3 screens missing');
    await sectionOf(ada.page, 'On screen')
      .getByRole('button', { name: /missing/ })
      .click();
    const gone = ada.page
      .getByRole('dialog', { name: 'Screens' })
      .locator('[data-display]')
      .filter({ hasText: 'Missing' });
    await gone.getByRole('button', { name: 'Forget' }).click();
    await ada.page.keyboard.press('Escape');
    await expectText(sectionOf(ada.page, 'On screen'), '2 of 2 screens show this');
  });

  test('[M10] while the server is away Up next stays readable and nothing is shown; back, nothing happens twice', async () => {
    const upNext = sectionOf(ada.page, 'Up next');
    const before = await ada.entries('stage.show');
    const queued = await upNext.innerText();
    await server.kill();
    await expectText(ada.page.locator('body'), 'No connection');
    expect(await upNext.innerText()).toBe(queued);
    await ada.press('t', 'No connection');
    await ada.press('s', 'No connection');
    await server.start();
    const ready = Date.now();
    await expect
      .poll(() => ada.page.locator('main').getAttribute('data-stale'), { timeout: 15_000, interval: 50 })
      .toBe('false');
    expect(Date.now() - ready).toBeLessThan(2_000 + 2_000);
    await expectText(sectionOf(ada.page, 'On screen'), '2 of 2 screens show this');
    expect(await ada.entries('stage.show')).toBe(before);
  });

  test('nothing went wrong in any browser', () => {
    expect(people().trouble).toEqual([]);
  });
});
