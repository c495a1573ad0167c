// An organiser from nothing: the box that the server printed, a table of their own, and the first question on the wall.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { journey } from '../journeys/journey.ts';
import { expectText, goTo } from '../journeys/looking.ts';

/** A table as somebody writes it, with what such tables have wrong: a comma too many, a type of their own, no time. */
const table = `Start,End,Title,Speaker,Room,Type
09:00,09:10,Doors open,,Aula A,Break
09:10,09:50,Retrieval, what fails,Ada Lovelace,Aula A,Talk
09:50,10:20,Coffee,,Aula A,Break
10:20,11:00,Negative results,Grace Hopper,Aula A,Klatsch
,,Dinner somewhere,,,
`;

describe('an organiser from nothing', () => {
  const { server, people } = journey();
  let admin: Page;
  const choose = (text: string) =>
    admin
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'day.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

  test('the door to a new event stands on the organiser’s page; name, address and zone come first', async () => {
    admin = await people().withLaptop();
    await admin.goto(server.link('Organiser'));
    await admin.getByRole('link', { name: 'New event' }).click();
    await admin.getByLabel('Name').fill('Failing well 2031');
    expect(await admin.getByLabel('Address').inputValue()).toBe('failing-well-2031');
    await admin.getByLabel('Time zone of the venue').fill('Europe/Lisbon');
    await expectText(admin.locator('body'), '/e/failing-well-2031');
  });

  test('the table is shown as it was read, each row with what was said of it, and what was left out', async () => {
    await choose(table);
    await admin.getByLabel('First day').fill('2031-11-29');
    await admin.getByRole('button', { name: 'Check again' }).click();
    const row = (title: string) => admin.getByRole('row').filter({ hasText: title });
    await expectText(row('Negative results').first(), '10:20–11:00');
    await expectText(admin.locator('body'), '"Talk" is not read');
    await expectText(
      admin.locator('body'),
      'The type "Klatsch" of "Negative results" tells no kind of session',
    );
    await expectText(admin.locator('body'), 'One row left out');
    await expectText(admin.locator('body'), '"Dinner somewhere" has no time');
  });

  test('mended and chosen again, it is made under its own name, and its checklist says what is left', async () => {
    const mended = table
      .replace('Retrieval, what fails', '"Retrieval, what fails"')
      .replace('Klatsch', 'Talk');
    await choose(mended);
    await admin.getByLabel('First day').fill('2031-11-29');
    await admin.getByRole('button', { name: 'Check again' }).click();
    await expectText(admin.getByRole('row').filter({ hasText: 'what fails' }), 'Ada Lovelace');
    expect(await admin.locator('body').innerText()).not.toContain('is not read');
    await admin.getByRole('button', { name: 'Import 4, leave out 1' }).click();
    await expectText(admin.getByRole('heading', { level: 1 }), 'Failing well 2031');
    await expectText(admin.locator('main'), '29 November');
    await expectText(admin.locator('main'), 'Lisbon time');
    await expectText(admin.getByRole('listitem').filter({ hasText: 'Programme' }).last(), '4 sessions');
  });

  test('stage and desk open with the same badge, and the first question that is asked stands on the wall', async () => {
    const popup = async (name: string) => {
      const [page] = await Promise.all([
        admin.context().waitForEvent('page'),
        admin.getByRole('link', { name }).first().click(),
      ]);
      return page;
    };
    const stage = await popup('Open the screen of Aula A');
    await expectText(admin.getByRole('listitem').filter({ hasText: 'Screen, Aula A' }), '1 screen connected');
    const phone = await people().withPhone();
    await phone.goto(`${new URL(admin.url()).origin}/e/failing-well-2031`);
    await phone.getByRole('textbox', { name: 'Your question', exact: true }).fill('What did you drop?');
    await phone.getByRole('button', { name: 'Send' }).click();
    await expectText(admin.getByRole('listitem').filter({ hasText: 'Test question' }), '1 question asked');
    await goTo(admin, 'Screens');
    const desk = await popup('Open: Desk');
    await expectText(desk.getByRole('main'), 'What did you drop?');
    await desk.getByText('What did you drop?').first().click();
    await desk.keyboard.press('a');
    const approved = async () =>
      (await server.logged('failing-well-2031', 0)).entries.some(({ type }) => type === 'question.approve');
    await expect.poll(approved, { timeout: 15_000 }).toBe(true);
    await desk.bringToFront();
    await desk.getByText('What did you drop?').first().click();
    await desk.keyboard.press('s');
    await expectText(stage.getByRole('main'), 'What did you drop?');
  });

  test('nothing went wrong in any browser', () => {
    expect(people().trouble).toEqual([]);
  });
});
