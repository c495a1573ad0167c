import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectText, goTo, sectionOf } from '../journeys/looking.ts';

const changedFile = `backrow: 1
slug: small-day
title: A small workshop day
timezone: America/Sao_Paulo
venue: Rio de Janeiro
code: KLM4
rooms: [{id: main, name: Room 204}]
sessions:
  - {id: opening, kind: opening, title: Opening remarks, start: 2031-04-26 09:00, minutes: 10}
  - {id: talk-1, kind: talk, title: Invited Talk 1, start: 2031-04-26 09:10, minutes: 40, qa: 10, speakers: [{name: Ada Lovelace}]}
  - {id: extra, kind: talk, title: A late-breaking talk, start: 2031-04-26 13:00, minutes: 20}
`;

const calendarWithoutZone = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//EN',
  'BEGIN:VEVENT',
  'UID:a@test',
  'DTSTART:20310426T090000',
  'DTEND:20310426T093000',
  'SUMMARY:A floating talk',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('an organizer changes the programme [W41, W42]', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T11:00:00Z');
  let page: Page;
  let phone: Page;
  let pocket: Page;

  beforeAll(async () => {
    page = await day.show(await day.people.withLaptop(), '/admin', 'organizer');
    phone = await day.show(await day.people.withPhone(), '');
    pocket = await day.show(await day.people.withPhone(), '/admin', 'organizer');
    await phone.getByRole('button', { name: 'Programme' }).click();
    for (const organizer of [page, pocket]) await goTo(organizer, 'Programme');
  });

  const programme = () => page.getByRole('main');
  const staged = () => page.getByRole('region', { name: 'Unsaved changes' });
  const imports = () => sectionOf(page, 'Import a programme');

  test('an edit says what it would move, and moves it for everybody once it is applied', async () => {
    await programme().getByRole('button', { name: 'Edit Invited Talk 1' }).click();
    const until = programme().getByLabel('To', { exact: true });
    await until.fill('09:45');
    await until.blur();
    await expectText(staged(), 'Invited Talk 1 · End: Sat 26 Apr 09:50 → Sat 26 Apr 09:45');
    await expectText(staged(), 'Coffee · Start: Sat 26 Apr 09:50 → Sat 26 Apr 09:45');
    await day.picture(page, 'admin-1-edit');
    await staged().scrollIntoViewIfNeeded();
    await day.picture(page, 'admin-2-staged');
    await staged().getByRole('button', { name: 'Publish changes' }).click();
    await expectText(page.locator('body'), 'Published: everybody sees the changes.');
    await expectText(phone.getByRole('listitem').filter({ hasText: 'Coffee' }), '09:45');
  });

  test('what was applied is taken back with one press, and applied again', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectText(page.locator('body'), 'Undone: the programme is as it was.');
    await expectText(phone.getByRole('listitem').filter({ hasText: 'Coffee' }), '09:50');
    const until = programme().getByLabel('To', { exact: true });
    await expect.poll(() => until.inputValue()).toBe('09:50');
    await until.fill('09:45');
    await until.blur();
    await staged().getByRole('button', { name: 'Publish changes' }).click();
    await expectText(phone.getByRole('listitem').filter({ hasText: 'Coffee' }), '09:45');
  });

  test('speakers are replaced and added', async () => {
    const speakers = programme().getByRole('group', { name: 'Speakers' }).first();
    await speakers.getByLabel('Name').first().fill('Augusta King');
    await speakers.getByRole('button', { name: 'Add a speaker' }).click();
    await speakers.getByLabel('Name').nth(1).fill('Charles Babbage');
    await speakers.getByLabel('Remote').nth(1).check();
    await expectText(staged(), 'Ada Lovelace → Augusta King, Charles Babbage');
    await staged().getByRole('button', { name: 'Publish changes' }).click();
    await expectText(phone.locator('body'), 'Augusta King, Charles Babbage');
  });

  test('what cannot be is refused in words, and what was typed stays', async () => {
    const minutes = programme().getByLabel('Q&A minutes');
    await minutes.fill('90');
    await minutes.blur();
    await expectText(staged(), 'This cannot be published yet');
    expect(await staged().getByRole('button', { name: 'Publish changes' }).isDisabled()).toBe(true);
    expect(await minutes.inputValue()).toBe('90');
    await minutes.focus();
    await day.picture(page, 'admin-2b-refused');
    const bar = (await staged().boundingBox()) ?? { y: 0, height: 768 };
    const field = (await minutes.boundingBox()) ?? { y: 768, height: 0 };
    expect(bar.height).toBeLessThanOrEqual(768 * 0.3);
    expect(field.y + field.height).toBeLessThanOrEqual(bar.y);
    await staged().getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => staged().count()).toBe(0);
  });

  test('a session is added once, and taken back', async () => {
    await programme().getByRole('button', { name: 'Add a session' }).click();
    await expectText(staged(), 'New session');
    await staged().getByRole('button', { name: 'Publish changes' }).click();
    await expectText(phone.locator('body'), 'New session');
    await expect.poll(() => staged().count()).toBe(0);
    expect(await programme().getByRole('button', { name: 'Edit New session' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => programme().getByRole('button', { name: 'Edit New session' }).count()).toBe(0);
  });

  test('a file is looked at first: what changes, what is new, what goes; then it is applied', async () => {
    await page.getByRole('button', { name: 'Import a file' }).click();
    await imports()
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'day.yaml', mimeType: 'text/yaml', buffer: Buffer.from(changedFile) });
    await expectText(imports(), 'One new session');
    await expectText(imports(), 'A late-breaking talk, Sat 26 Apr 13:00');
    await expectText(imports(), '5 sessions are removed');
    await day.picture(page, 'admin-3-import');
    await imports().getByRole('button', { name: 'Cancel' }).click();
    await expectText(phone.locator('body'), 'Spotlights');
  });

  test('[F60] a file that names no zone is read in that of the event, and the field goes on naming the file', async () => {
    const field = imports().getByLabel('Choose a file');
    await field.setInputFiles({
      name: 'x.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(calendarWithoutZone),
    });
    await expectText(imports(), 'Read as icalendar: 1 of 1 session');
    await expectText(imports(), 'A floating talk, Sat 26 Apr 09:00');
    expect(await field.inputValue()).toMatch(/x\.txt$/);
    await imports().getByRole('button', { name: 'Cancel' }).click();
  });

  test('what a file does not say is asked for', async () => {
    const table = 'Start,Minutes,Title\n09:00,30,A talk of some day\n';
    await imports()
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'day.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await imports().getByLabel('First day').fill('2031-04-27');
    await day.picture(page, 'admin-4-asked');
    await imports().getByRole('button', { name: 'Check again' }).click();
    await expectText(imports(), 'A talk of some day, Sun 27 Apr 09:00');
    await imports().getByRole('button', { name: 'Cancel' }).click();
  });

  test('a web page that pretends to be a schedule is refused with a sentence', async () => {
    await imports()
      .getByLabel('Choose a file')
      .setInputFiles({
        name: 'schedule.json',
        mimeType: 'application/json',
        buffer: Buffer.from('<!DOCTYPE html><p>Hi'),
      });
    await expectText(imports(), 'web page');
  });

  test('while the day runs rows are locked, each with its own way in; and it fits a phone', async () => {
    await day.moveTo('2031-04-26T12:20:00Z');
    await expect
      .poll(() =>
        programme()
          .getByRole('button', { name: /^Unlock/ })
          .count(),
      )
      .toBeGreaterThan(3);
    await programme()
      .getByRole('button', { name: /^Unlock and edit Lunch/ })
      .click();
    await expectText(programme(), 'Fixed start');
    await day.picture(page, 'admin-5-locked');
    const overflow = await pocket.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await day.picture(pocket, 'admin-6-phone');
    await pocket.getByRole('button', { name: /^Edit/ }).first().click();
    await day.picture(pocket, 'admin-7-phone-edit');
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
