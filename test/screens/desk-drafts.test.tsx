// @vitest-environment happy-dom
// What a moderator writes is theirs until it was sent: no panel, no session and no lost network takes it away.
import { within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { pageRefusal } from '../../client/connection/page-refusals.en.ts';
import type { DrawnView } from '../../shared/views/context.ts';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { Hands } from './desk-hands.ts';
import { openDesk } from './pages.tsx';

describe('[X12] what is written at a desk', () => {
  /** A desk during talk 1, with two questions in the list. */
  const deskOfTwo = async () => {
    const day = given();
    day.until(at('08:20'));
    for (const text of ['First?', 'Second?'])
      day.when('mia', 'question.approve', { question: day.ask('ann', text) });
    const desk = await openDesk(day);
    const hands = new Hands(desk);
    /** Opens what a key opens for a row. */
    const open = async (text: string, key: string) => {
      await hands.goTo('live', text);
      await hands.press(key);
    };
    const answer = () => desk.page.getByRole<HTMLTextAreaElement>('textbox', { name: 'The answer' });
    return { day, desk, hands, open, answer };
  };

  test('belongs to its question: an answer that was begun turns up under no other', async () => {
    const { desk, open, answer } = await deskOfTwo();
    await open('First?', 'w');
    await desk.write(answer(), 'Half an answer');
    await desk.keys('{Escape}');
    await open('Second?', 'w');
    expect(answer().value).toBe('');
    await desk.keys('{Escape}');
    await open('First?', 'w');
    expect(answer().value).toBe('Half an answer');
  });

  test('outlasts a network that is gone, and a reload, until it was sent', async () => {
    const { desk, hands, open, answer } = await deskOfTwo();
    await open('First?', 'w');
    await desk.write(answer(), 'A whole answer');
    desk.connection.answers.push(pageRefusal('no-answer'));
    await desk.press(desk.page.getByRole('button', { name: 'Only save' }));
    expect(hands.line).toContain('No answer from the server.');
    await desk.reload();
    await open('First?', 'w');
    expect(answer().value).toBe('A whole answer');
    await desk.press(desk.page.getByRole('button', { name: 'Only save' }));
    expect(hands.line).toContain('Answered in writing');
    await open('Second?', 'w');
    expect(answer().value).toBe('');
  });

  test('an announcement stands in its field until it was made', async () => {
    const { desk, hands } = await deskOfTwo();
    await hands.open('Announce…');
    const field = () => desk.page.getByRole<HTMLTextAreaElement>('textbox', { name: /^What to say/ });
    await desk.write(field(), 'The coffee is upstairs');
    desk.connection.answers.push(pageRefusal('no-answer'));
    await desk.press(desk.page.getByRole('button', { name: 'Announce' }));
    expect(hands.line).toContain('No answer from the server.');
    expect(field().value).toBe('The coffee is upstairs');
    await desk.press(desk.page.getByRole('button', { name: 'Announce' }));
    expect(hands.line).toBe('Announced: Everybody');
    expect(field().value).toBe('');
    expect(desk.page.getByRole('list', { name: 'Announced now' }).textContent).toContain(
      'The coffee is upstairs',
    );
  });

  test('[M12] keeps the focus in its panel: Announce gives it back to the field, and Escape closes from anywhere', async () => {
    const { desk, hands } = await deskOfTwo();
    const field = () => desk.page.getByRole<HTMLTextAreaElement>('textbox', { name: /^What to say/ });
    const dialog = () => desk.page.queryByRole('dialog');
    await hands.open('Announce…');
    await desk.write(field(), 'The coffee is upstairs');
    await desk.press(desk.page.getByRole('button', { name: 'Announce' }));
    await desk.pass(100);
    expect(document.activeElement).toBe(field());
    const announced = within(desk.page.getByRole('list', { name: 'Announced now' }));
    await desk.press(announced.getByRole('button', { name: 'End' }));
    await desk.pass(100);
    expect(dialog()?.contains(document.activeElement)).toBe(true);
    await hands.leave();
    expect(document.activeElement).toBe(document.body);
    await desk.keys('{Escape}');
    expect(dialog()).toBeNull();
  });

  test.each(['Announce…', 'Programme…', 'People and links…', 'Activity…', 'Settings…', 'Safety…'])(
    '[M12] no key acts on the desk behind an open panel: %s',
    async (panel) => {
      const { desk, hands } = await deskOfTwo();
      await hands.goTo('live', 'First?');
      await hands.open(panel);
      await hands.leave();
      for (const key of ['s', 'c', 'b', 'q']) {
        await hands.press(key);
        expect(hands.line).toBe('A panel is open: Esc closes it, and keys act again.');
      }
      expect(desk.connection.sent).toEqual([]);
      await hands.press('{Escape}');
      expect(desk.page.queryByRole('dialog')).toBeNull();
      await hands.press('s');
      expect(hands.line).toContain('On screen: #');
    },
  );

  test('[M12] words typed into a panel beside its field are no keys, and the key that opened it closes it', async () => {
    const { desk, hands } = await deskOfTwo();
    await hands.goTo('live', 'First?');
    await hands.press('.');
    expect(desk.page.getByRole('dialog').contains(document.activeElement)).toBe(true);
    await hands.press('s');
    expect(desk.connection.sent).toEqual([]);
    await hands.press('.');
    expect(desk.page.queryByRole('dialog')).toBeNull();
  });

  test('opens with the caret behind its last word, with Take next in reach', async () => {
    const { desk, open } = await deskOfTwo();
    await open('Second?', 'e');
    const words = desk.page.getByRole<HTMLTextAreaElement>('textbox', { name: 'Shortened version' });
    expect(words.selectionStart).toBe('Second?'.length);
    expect(desk.page.getByRole('region', { name: /^Up next/ }).textContent).toContain('Take next');
  });

  test('[Q36] a question for a silence is for the session that is chosen, and stands in Saved for later', async () => {
    const { day, desk, hands } = await deskOfTwo();
    await hands.press('{Shift>}R{/Shift}');
    const field = () => desk.page.getByRole<HTMLTextAreaElement>('textbox', { name: 'The question' });
    await desk.write(field(), 'A canary for a silence?');
    desk.connection.answers.push(pageRefusal('no-answer'));
    await desk.keys('{Enter}');
    expect(hands.line).toContain('No answer from the server.');
    expect(field().value).toBe('A canary for a silence?');
    await hands.menu(/^For/, 'Title of talk-2');
    await desk.press(desk.page.getByRole('button', { name: 'Save for later' }));
    expect(hands.line).toContain('Prepared for');
    expect(field().value).toBe('');
    expect(desk.connection.sent.at(-1)).toMatchObject({ type: 'question.ask', prepared: true });
    day.ask('mod', 'A second canary?', { prepared: true });
    await desk.look();
    await hands.press('{Escape}');
    await desk.press(desk.page.getByRole('button', { name: /^Later/ }));
    const row = hands.row('kept', 'A second canary?');
    expect(row.getByText('Prepared')).toBeTruthy();
    expect(row.queryByText(/written answer|In the room|Anonymous/)).toBeNull();
  });

  test('the wording for the screen is kept while a scene is looked at', async () => {
    const { desk, hands, open } = await deskOfTwo();
    await open('Second?', 'e');
    const words = () => desk.page.getByRole<HTMLTextAreaElement>('textbox', { name: 'Shortened version' });
    await desk.write(words(), 'Which negative result?');
    await hands.menu('Scene', 'Break');
    await desk.press(desk.under('Preview').getByRole('button', { name: 'Cancel' }));
    expect(words().value).toBe('Which negative result?');
  });

  test('a display that a colleague names is called so here, and a look into its field gives no other name', async () => {
    const { day, desk, hands } = await deskOfTwo();
    const wall: DrawnView = {
      ...{ id: 'main/wall', scope: 'main', display: 'wall', seq: 1, kind: 'talk', question: null },
      ...{ fits: true, width: 1920, height: 1080, at: new Date(day.now()).toISOString(), connected: true },
    };
    desk.connection.around = { ...desk.connection.around, displays: new Map([['main/wall', wall]]) };
    await desk.look();
    await desk.press(desk.page.getByRole('button', { name: 'Screens' }));
    const field = () => desk.page.getByRole<HTMLInputElement>('textbox', { name: /^Name of/ });
    day.when('mia', 'display.set', { display: 'main/wall', name: 'Left wall' });
    await desk.look();
    expect(field().value).toBe('Left wall');
    await desk.press(field());
    day.when('mia', 'display.set', { display: 'main/wall', name: 'Right wall' });
    await desk.look();
    expect(field().value).toBe('Right wall');
    await hands.leave();
    expect(desk.connection.sent).toEqual([]);
    await desk.write(field(), 'Foyer');
    await desk.keys('{Enter}');
    expect(desk.connection.sent).toMatchObject([
      { type: 'display.set', display: 'main/wall', name: 'Foyer' },
    ]);
  });
});
