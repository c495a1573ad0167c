// Words can be read on everything that a hand can touch, in every state and colour.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faintWords } from '../journeys/contrast.ts';
import { journey } from '../journeys/journey.ts';
import { expectText, goTo } from '../journeys/looking.ts';

/** How long looking at a page in all its states may take, in milliseconds. */
const timeout = 240_000;

describe('[X16] words on whatever can be touched have 4.5:1 in every state and colour', () => {
  const { server, people } = journey();

  const open = async (label: Parameters<typeof server.link>[0], says: string, phone = false) => {
    const page = phone ? await people().withPhone() : await people().withLaptop();
    await page.goto(server.link(label));
    await expectText(page.locator('body'), says);
    return page;
  };
  const readable = async (page: Page) => expect(await faintWords(page)).toEqual([]);

  test('start page', { timeout }, async () => {
    await readable(await open('Open this first', 'Events', true));
  });

  test('phone, its programme, and a question that was sent', { timeout }, async () => {
    const phone = await open('Phone', 'Your question', true);
    await readable(phone);
    await phone.getByLabel('Your question').fill('Can this be read?');
    await phone.getByRole('button', { name: 'Send' }).click();
    await expectText(phone.locator('body'), 'Undo');
    await readable(phone);
    await phone.getByRole('button', { name: 'Programme' }).click();
    await expectText(phone.locator('body'), 'Lunch');
    await readable(phone);
  });

  test('desk and its panels', { timeout }, async () => {
    const desk = await open('Moderator', 'To review');
    await readable(desk);
    const more = desk.getByRole('button', { name: 'More', exact: true });
    await more.click();
    const panels = await desk.getByRole('menuitem').allTextContents();
    await desk.keyboard.press('Escape');
    for (const panel of panels.filter((name) => !name.startsWith('Chair'))) {
      await more.click();
      await desk.getByRole('menuitem').filter({ hasText: panel }).click();
      await desk.getByRole('dialog').waitFor();
      await readable(desk);
      await desk.keyboard.press('Escape');
    }
  });

  test('desk on a tablet while the screen is black, and the chair’s on a phone', { timeout }, async () => {
    const tablet = await open('Moderator', 'To review');
    await tablet.setViewportSize({ width: 1024, height: 768 });
    await tablet.getByRole('button', { name: /^Black/ }).click();
    await tablet.getByRole('button', { name: /^End black/ }).waitFor();
    await readable(tablet);
    await tablet.getByRole('button', { name: /^End black/ }).click();
    const chair = await open('Moderator', 'Take next', true);
    await readable(chair);
  });

  test('organiser, and a session that is being edited', { timeout }, async () => {
    const organizer = await open('Organiser', 'Before the doors open');
    await readable(organizer);
    await goTo(organizer, 'Programme');
    await organizer
      .getByRole('button', { name: /^Unlock and edit|^Edit / })
      .first()
      .click();
    await organizer.getByRole('textbox', { name: 'Title' }).last().waitFor();
    await readable(organizer);
  });

  test('lectern and stage', { timeout }, async () => {
    await readable(await open('Lectern', 'Planned end'));
    await readable(await open('Screen', 'Invited Talk 2'));
  });
});
