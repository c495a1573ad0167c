// Writing with an input method: the Enter that takes a conversion, the Escape that drops one, and every shortcut are its own.
import type { CDPSession, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from './day.ts';

describe('an unfinished word', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');
  let desk: Page;
  let phone: Page;
  let hands: CDPSession;
  let thumbs: CDPSession;

  beforeAll(async () => {
    desk = await day.show(await day.people.withLaptop(), '/desk', 'moderator');
    phone = await day.show(await day.people.withPhone(), '');
    await desk.getByRole('heading', { name: 'To review' }).first().waitFor();
    await field(phone).waitFor();
    hands = await desk.context().newCDPSession(desk);
    thumbs = await phone.context().newCDPSession(phone);
  });

  const field = (page: Page) => page.getByRole('textbox', { name: 'Your question', exact: true });
  const seq = () => day.app.events.get(day.slug)?.live.state.seq ?? 0;
  const questions = () => [...(day.app.events.get(day.slug)?.live.state.tables.questions.values() ?? [])];

  /** Begins a word in the field that has the focus. */
  const compose = (session: CDPSession, text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  /** A key that the input method takes. */
  const taken = async (session: CDPSession, key: string, modifiers = 0) => {
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await session.send('Input.dispatchKeyEvent', {
        type,
        key,
        code: key,
        modifiers,
        windowsVirtualKeyCode: 229,
      });
  };
  /** In Safari's order: the word is done, and then comes the Enter that ended it. */
  const takenAfterwards = (target: Locator) =>
    target.evaluate((element) => {
      element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
      const enter = {
        key: 'Enter',
        code: 'Enter',
        bubbles: true,
        cancelable: true,
        keyCode: 229,
        which: 229,
      };
      element.dispatchEvent(new KeyboardEvent('keydown', enter));
    });

  test('[X5] is not logged by the Enter that takes its conversion, and is by the next', async () => {
    const before = seq();
    await desk.keyboard.press('r');
    const text = desk.locator('#room-question');
    await text.waitFor();
    await compose(hands, 'しつもん');
    expect(await text.inputValue()).toBe('しつもん');
    for (const key of ['Enter', 'Escape', 'Enter']) await taken(hands, key);
    await takenAfterwards(text);
    expect(await text.isVisible()).toBe(true);
    expect(await text.inputValue()).toBe('しつもん');
    expect(questions()).toHaveLength(0);
    expect(seq()).toBe(before);
    await hands.send('Input.insertText', { text: '質問' });
    await desk.keyboard.press('Enter');
    await expect.poll(() => questions().length).toBe(1);
  });

  test('[X5] stays in the search, in a message and in a menu, whatever key it takes', async () => {
    await desk.keyboard.press('/');
    const search = desk.getByRole('searchbox').first();
    await search.focus();
    await compose(hands, 'けんさく');
    for (const key of ['Enter', 'Escape']) await taken(hands, key);
    expect(await search.evaluate((element) => document.activeElement === element)).toBe(true);
    expect(await search.inputValue()).toBe('けんさく');
    await hands.send('Input.insertText', { text: '' });
    await search.fill('');
    await desk.keyboard.press('Escape');
  });

  test('[X5] is not sent from a phone by Ctrl+Enter, nor saved as a name by Enter', async () => {
    const before = seq();
    await field(phone).focus();
    await compose(thumbs, 'ことば');
    await taken(thumbs, 'Enter', 2);
    expect(await field(phone).inputValue()).toBe('ことば');
    await thumbs.send('Input.insertText', { text: 'ことば' });
    await phone.getByRole('button', { name: /^Close/ }).click();
    await phone.getByRole('button', { name: /about you/ }).click();
    const about = phone.getByRole('dialog', { name: 'About you' });
    const name = about.getByRole('textbox');
    await name.focus();
    await compose(thumbs, 'なまえ');
    await taken(thumbs, 'Enter');
    await takenAfterwards(name);
    expect(await name.inputValue()).toBe('なまえ');
    expect(await about.getByRole('button', { name: 'Save' }).isEnabled()).toBe(true);
    expect(seq()).toBe(before);
  });
});
