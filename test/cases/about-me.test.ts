// What a phone says of its person's name, place and anonymity is what the next question carries, in every tab.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectText } from '../journeys/looking.ts';

describe('about me', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');
  const field = (page: Page) => page.getByRole('textbox', { name: 'Your question', exact: true });
  const about = (page: Page) => page.getByRole('dialog', { name: 'About you' });
  const radio = (page: Page, name: string) => about(page).getByRole('radio', { name, exact: true });
  const nameFields = (page: Page) => page.getByRole('textbox', { name: 'Your name (optional)' });
  const form = (page: Page) => page.locator('form').first();
  const state = () => day.app.events.get(day.slug)?.live.state;

  const open = async () => {
    const page = await day.show(await day.people.withPhone(), '');
    await field(page).waitFor();
    await page.getByRole('button', { name: /about you/ }).waitFor();
    return page;
  };
  /** Asks, and gives what the log knows of the question and its asker. */
  const carried = async (page: Page, text: string) => {
    await page.bringToFront();
    await field(page).fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
    const found = () =>
      [...(state()?.tables.questions.values() ?? [])].find(
        (each) => state()?.bodies.get(each.text ?? '')?.text === text,
      );
    await expect.poll(() => found() !== undefined, { timeout: 20_000 }).toBe(true);
    const asked = found();
    const person = state()?.tables.participants.get(asked?.by ?? '');
    const name = person?.name == null ? null : (state()?.bodies.get(person.name)?.text ?? null);
    return { name: asked?.anonymous ? 'anonymous' : name, attendance: asked?.attendance };
  };
  /** Notes which radio was chosen at the moment at which a word stood on the page, and gives it. */
  const chosenWhen = (page: Page, word: string) =>
    page.evaluate(
      (wanted) =>
        new Promise<string>((resolve) => {
          const look = () => {
            if (!document.querySelector('dialog')?.textContent?.includes(wanted)) return;
            const chosen = document.querySelector('dialog input:checked');
            resolve(chosen?.getAttribute('value') ?? '');
          };
          new MutationObserver(look).observe(document, {
            childList: true,
            subtree: true,
            characterData: true,
          });
        }),
      word,
    );

  test('[X1] “Saved.” stands beside what was saved, and the next question carries it', async () => {
    const page = await open();
    await page.getByRole('button', { name: /about you/ }).click();
    const chosen = chosenWhen(page, 'Saved.');
    await radio(page, 'in the room').click();
    expect(await chosen).toBe('inRoom');
    expect(await radio(page, 'in the room').isChecked()).toBe(true);
    await about(page).getByRole('button', { name: 'Close' }).click();
    expect(await carried(page, 'From where is this?')).toMatchObject({ attendance: 'inRoom' });
  });

  test('[X1] a name that was given is the name that is shown, here and in another tab, also offline', async () => {
    const page = await open();
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    for (const each of [page, tab]) {
      await field(each).fill('A draft');
      await each.getByText('Anonymous', { exact: true }).click();
      await expectText(form(each), 'Give a name below, or nobody knows who asks.');
    }
    await page.bringToFront();
    await nameFields(page).first().fill('Ada');
    await nameFields(page).first().blur();
    for (const each of [page, tab]) await expectText(form(each), 'Shown as Ada.');
    await expect.poll(() => nameFields(page).first().inputValue(), { timeout: 5_000 }).toBe('Ada');
    expect(await carried(tab, 'Which name has this?')).toMatchObject({ name: 'Ada' });
    expect(await carried(page, 'And this?')).toMatchObject({ name: 'Ada' });

    // The connection goes at the moment at which the name is saved: what is said counts nevertheless.
    const offline = new Promise<void>((resolve, reject) => {
      void page.route('**/join', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response });
        await page.context().setOffline(true).then(resolve, reject);
      });
    });
    await field(page).fill('A draft');
    await nameFields(page).first().fill('');
    await nameFields(page).first().blur();
    await expectText(form(page), 'Give a name below, or nobody knows who asks.');
    await offline;
    await page.context().setOffline(false);
    expect(await carried(page, 'And without a name?')).toMatchObject({ name: null });
    expect(await carried(tab, 'And from the other tab?')).toMatchObject({ name: null });
    await field(tab).fill('A draft');
    await expectText(form(tab), 'Give a name below, or nobody knows who asks.');
  });
});
