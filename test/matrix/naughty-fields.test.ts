// What people type: each field takes every kind of string, shows it as text, and what is sent arrives as it was typed.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectMine, expectText, sectionOf } from '../journeys/looking.ts';
import { fitted, halves, scripts, shapes } from '../world/naughty-strings.ts';
import { guard, strays } from './naughty-looking.ts';

/** Some of each kind: too wide, too high, against the reading order, markup that would run, halves of characters. */
const kinds = [
  ...shapes.filter((_, index) => index % 4 === 0),
  ...scripts.filter((_, index) => index % 60 === 0),
  ...halves,
];

/** What is sent in the end, longer or shorter as the field asks. */
const payload = '"><img src=x onerror=alert(1)> عربي <script>alert(2)</script>';

describe('naughty strings typed into the fields of phone and desk', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');
  const noted: string[][] = [];
  let phone: Page;
  let desk: Page;
  let lectern: Page;

  beforeAll(async () => {
    phone = await day.people.withPhone();
    desk = await day.people.withLaptop();
    lectern = await day.people.withLaptop();
    for (const page of [phone, desk, lectern]) noted.push(await guard(page, day.app.origins.here));
    await day.show(phone, '');
    await day.show(desk, '/desk', 'moderator');
    await day.show(lectern, '/monitor/main', 'speaker', { room: 'main' });
    await sectionOf(desk, 'To review').waitFor();
  });

  /** Types each of the strings and looks at the page; then what is to be sent, as much of it as the field takes. */
  const takesAll = async (field: Locator, most: number): Promise<string> => {
    await field.waitFor();
    for (const text of kinds) {
      await type(field, text);
      expect(await strays(field.page()), text).toEqual([]);
    }
    const words = fitted(payload, most) ?? '';
    await field.fill(words);
    return words;
  };
  const open = async (panel: string) => {
    await desk.getByRole('button', { name: 'More', exact: true }).click();
    await desk.getByRole('menuitem', { name: panel }).click();
  };

  test('a question', async () => {
    const words = await takesAll(phone.getByRole('textbox', { name: 'Your question', exact: true }), 300);
    await phone.getByRole('button', { name: 'Send' }).click();
    await expectMine(phone, words);
    await expectText(sectionOf(desk, 'To review'), words);
  });

  test('the search of the desk', async () => {
    await desk.getByRole('button', { name: /^Search/ }).click();
    await takesAll(desk.getByRole('searchbox', { name: 'Search questions' }), 300);
    await expectText(sectionOf(desk, 'To review'), 'onerror');
    await desk.keyboard.press('Escape');
  });

  test('what was asked at the microphone', async () => {
    await desk.keyboard.press('r');
    const words = await takesAll(desk.getByLabel('What was asked?'), 300);
    await desk.getByRole('button', { name: 'Log and show' }).click();
    await expectText(sectionOf(desk, 'On screen'), words.slice(0, 20));
  });

  test('words for the screen', async () => {
    await desk.locator('[data-row]').first().getByRole('paragraph').first().click();
    await desk.locator('[data-row][data-current="true"]').waitFor();
    await desk.keyboard.press('e');
    const words = await takesAll(desk.locator('#screen-words'), 300);
    await desk.getByRole('button', { name: 'Save' }).click();
    await expectText(desk.locator('[data-row][data-current="true"]'), words);
  });

  test('a label', async () => {
    await desk.keyboard.press('l');
    const words = await takesAll(desk.getByRole('dialog').getByRole('textbox'), 30);
    await desk.keyboard.press('Enter');
    await expectText(desk.locator('[data-row][data-current="true"]'), words);
  });

  test('an answer in writing', async () => {
    await desk.keyboard.press('w');
    const words = await takesAll(desk.getByLabel('The answer'), 300);
    await desk.getByRole('button', { name: 'Only save' }).click();
    await expectMine(phone, words);
  });

  test('an announcement', async () => {
    await open('Announce…');
    const words = await takesAll(desk.getByLabel('What to say'), 200);
    await desk.getByRole('button', { name: 'Announce', exact: true }).click();
    await expectText(phone.locator('body'), words);
  });

  test('a message to the speaker', async () => {
    await open('Programme…');
    await desk.getByRole('button', { name: /^Change Invited Talk 1/ }).click();
    await desk.getByRole('button', { name: 'Message to the speaker' }).click();
    const words = await takesAll(desk.locator('#note-text'), 200);
    await desk.keyboard.press('Enter');
    await expectText(lectern.locator('body'), words);
  });

  test('the name of an asker', async () => {
    const about = () => phone.getByRole('button', { name: /about you/ }).click();
    await about();
    const field = phone.getByRole('textbox', { name: /^Your name/ }).last();
    const words = await takesAll(field, 40);
    await field.press('Enter');
    await expectText(phone.getByRole('status'), 'Saved');
    await phone.reload();
    await about();
    await expect.poll(() => field.inputValue(), { timeout: 15_000 }).toBe(words);
  });

  test('no script ran, no dialog opened, nothing was fetched from elsewhere, no policy was hurt', () => {
    expect(noted.flat()).toEqual([]);
    expect(day.people.trouble).toEqual([]);
  });
});

/** Puts a text into a field as typing would, halves of characters too. */
async function type(field: Locator, text: string): Promise<void> {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  await field.evaluate((element, codes) => {
    const kind = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(
      element,
      String.fromCharCode(...codes),
    );
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, units);
}
