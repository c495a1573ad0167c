// An organizer opens what stands in the list on their own page, with no badge but their own.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectMine, expectText, goTo } from '../journeys/looking.ts';

describe('[W55] the pages in an organizer’s list open with the organizer’s badge alone', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:12:00Z');
  let admin: Page;
  let asker: Page;

  beforeAll(async () => {
    admin = await day.show(await day.people.withLaptop(), '/admin', 'organizer');
    asker = await day.show(await day.people.withPhone(), '');
    await goTo(admin, 'Screens');
  });

  /** Presses a link of the list and gives the page that it opens, in the same browser. */
  const open = async (name: string): Promise<Page> => {
    const link = admin.getByRole('main').getByRole('link', { name });
    const [page] = await Promise.all([admin.context().waitForEvent('page'), link.click()]);
    return page;
  };

  test('the desk takes a question in, and shows it', async () => {
    await asker.getByRole('textbox', { name: 'Your question', exact: true }).fill('Who opens the desk?');
    await asker.getByRole('button', { name: 'Send' }).click();
    const desk = await open('Open: Desk');
    await expectText(desk.getByRole('main'), 'Who opens the desk?');
    await desk.getByText('Who opens the desk?').first().click();
    await desk.keyboard.press('a');
    await expectMine(asker, 'Open');
    await day.picture(desk, 'organizer-pages-1-desk');
    const stage = await open('Open: Stage, Room 204');
    await desk.bringToFront();
    await desk.getByText('Who opens the desk?').first().click();
    await desk.keyboard.press('s');
    await expectText(stage.getByRole('main'), 'Who opens the desk?');
    await day.picture(stage, 'organizer-pages-2-stage');
    expect((await admin.context().cookies()).map(({ name }) => name)).toEqual(['badge.small-day.organizer']);
  });

  test('the lectern and the page of a speaker tell the talk and its time', async () => {
    const lectern = await open('Open: Lectern, Room 204');
    await expectText(lectern.getByRole('main'), 'Next at 09:50: Coffee');
    await day.picture(lectern, 'organizer-pages-3-lectern');
    await goTo(admin, 'People and links');
    await day.picture(admin, 'organizer-pages-4-list');
    const speaker = await open('Invited Talk 1');
    await expectText(speaker.getByRole('heading', { level: 1 }), 'Invited Talk 1');
    await day.picture(speaker, 'organizer-pages-5-speaker');
  });

  test('[X32] without its server a page says so in sight, wherever it is scrolled, and nothing of it moves', async () => {
    await goTo(admin, 'Settings');
    const last = admin.getByRole('main').getByRole('button').last();
    await last.scrollIntoViewIfNeeded();
    const before = await last.boundingBox();
    await admin.context().setOffline(true);
    const said = admin.getByText('No connection. What you see is as of');
    await said.waitFor({ timeout: 30_000 });
    const { y = -1, height = 0 } = (await said.boundingBox()) ?? {};
    expect([y >= 0, y + height < 60, await last.boundingBox()]).toEqual([true, true, before]);
    await day.picture(admin, 'organizer-pages-6-offline');
    await admin.context().setOffline(false);
    await said.waitFor({ state: 'hidden', timeout: 30_000 });
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
