// A form that somebody uses stays open, whatever time goes by and whoever changes the programme meanwhile.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MovedDay, movedDay } from '../journeys/day.ts';
import { expectText, goTo } from '../journeys/looking.ts';

/** How long a page may take to hear of a change, in milliseconds. */
const timeout = 15_000;

describe('[X12] a session that is edited while the day runs', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');
  let page: Page;

  beforeAll(async () => {
    page = await day.people.withLaptop();
    await page.clock.install();
    await day.show(page, '/admin', 'organizer');
    await goTo(page, 'Programme');
  });

  test('is opened by one press, stays open, and keeps a length that was typed and not left yet', async () => {
    await page.getByRole('button', { name: 'Unlock and edit Invited Talk 2' }).click();
    const minutes = page.getByRole('spinbutton', { name: 'Q&A minutes' });
    await minutes.waitFor();
    await minutes.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('35');
    await page.clock.fastForward(120_000);
    expect(await minutes.inputValue()).toBe('35');
    await page.getByRole('button', { name: 'Close the form' }).click();
    await expect.poll(() => page.locator('body').innerText(), { timeout }).toContain('Q&A: 10 → 35');
    await page.getByRole('button', { name: 'Unlock and edit Invited Talk 2' }).waitFor();
  });
});

describe('[X12] two organizers who edit at the same time', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T11:00:00Z');
  let ada: Page;
  let ben: Page;

  beforeAll(async () => {
    ada = await day.show(await day.people.withLaptop(), '/admin', 'organizer');
    ben = await day.show(await day.people.withLaptop(), '/admin', 'organizer');
    for (const page of [ada, ben]) await goTo(page, 'Programme');
  });

  /** The session that is open for editing, by its field. */
  const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true }).first();
  const listed = (page: Page, title: string) =>
    page.getByRole('button', { name: `Edit ${title}`, exact: true });
  const edit = (page: Page, title: string) => listed(page, title).click();
  const apply = (page: Page) => page.getByRole('button', { name: 'Publish changes' }).click();

  test('what one types stays under the cursor while the other changes the day', async () => {
    await edit(ada, 'Invited Talk 2');
    await field(ada, 'Title').fill('Invited');
    await edit(ben, 'Coffee');
    await field(ben, 'Title').fill('Tea');
    await apply(ben);
    await listed(ada, 'Tea').waitFor();
    await ada.keyboard.type(' by Ada');
    expect(await field(ada, 'Title').inputValue()).toBe('Invited by Ada');
    await apply(ada);
    await listed(ben, 'Invited by Ada').waitFor();
  });

  test('what the other makes of a field that is not being typed into is shown in it', async () => {
    await edit(ben, 'Invited by Ada');
    await field(ada, 'Title').fill('Invited by Ada and Ben');
    await apply(ada);
    await expect.poll(() => field(ben, 'Title').inputValue(), { timeout }).toBe('Invited by Ada and Ben');
    await ben.getByRole('button', { name: 'Close the form' }).click();
  });

  test('a new session stays open while the other adds one, and both are there in the end', async () => {
    await ada.getByRole('button', { name: 'Add a session' }).click();
    await field(ada, 'Title').fill('Ada’s');
    await ben.getByRole('button', { name: 'Add a session' }).click();
    await field(ben, 'Title').fill('Ben’s');
    const from = ben.getByLabel('From', { exact: true });
    await from.fill('15:00');
    await from.blur();
    await expectText(ben.locator('body'), 'Ben’s, Sat 26 Apr 15:00');
    await apply(ben);
    await listed(ada, 'Ben’s').waitFor();
    await ada.keyboard.type(' own');
    expect(await field(ada, 'Title').inputValue()).toBe('Ada’s own');
    await apply(ada);
    await listed(ben, 'Ada’s own').waitFor();
    expect(await listed(ben, 'Ben’s').count()).toBe(1);
  });

  test('a page with changes that wait asks before it is left, and no other does', async () => {
    const asked: string[] = [];
    ben.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await ben.reload();
    expect(asked).toEqual([]);
    await edit(ben, 'Tea');
    await field(ben, 'Title').fill('Green tea');
    await ben.getByRole('button', { name: 'Discard' }).waitFor();
    await ben.reload();
    expect(asked).toEqual(['beforeunload']);
    await listed(ben, 'Tea').waitFor();
  });

  test('who changed what the other took out is told so', async () => {
    await edit(ada, 'Spotlights');
    await field(ada, 'Title').fill('Shorter spotlights');
    await edit(ben, 'Spotlights');
    await ben.getByRole('button', { name: 'Remove this session' }).click();
    await apply(ben);
    const told = ada.getByRole('alert').filter({ hasText: 'removed by somebody else' });
    await expectText(told, 'Shorter spotlights');
  });
});

describe('[X20] the night in which clocks go back, in the editor', () => {
  const night = `
backrow: 1
slug: night
title: A night
timezone: America/Los_Angeles
sessions:
  - {id: first, kind: talk, title: First, start: 2027-11-07 01:00, minutes: 60}
  - {id: second, kind: talk, title: Second, start: '2027-11-07 01:00-08:00', minutes: 30}
`;
  const day = new MovedDay(night, '2027-11-06T00:00:00Z');
  beforeAll(() => day.open());
  afterAll(() => day.close());

  test('a look into the start of what begins at the second of two equal times changes nothing', async () => {
    const page = await day.show(await day.people.withLaptop(), '/admin', 'organizer');
    await goTo(page, 'Programme');
    await page.getByRole('button', { name: 'Edit Second' }).click();
    const start = page.getByLabel('From', { exact: true });
    await start.focus();
    await start.blur();
    expect(await page.getByRole('button', { name: 'Publish changes' }).count()).toBe(0);
    await page.getByRole('textbox', { name: 'Title', exact: true }).first().fill('Second talk');
    await page.getByRole('button', { name: 'Publish changes' }).click();
    await page.getByRole('button', { name: 'Edit Second talk' }).waitFor({ timeout });
    const row = () => day.app.events.get('night')?.live.state.tables.sessions.get('second');
    await expect.poll(() => row()?.title, { timeout }).toBe('Second talk');
    expect(new Date(row()?.start ?? 0).toISOString()).toBe('2027-11-07T09:00:00.000Z');
  });
});
