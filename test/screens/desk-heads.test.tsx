// @vitest-environment happy-dom
// What the head of a list says: in which order it is, what of it is hidden, and what can be done to what is selected.
import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { Hands } from './desk-hands.ts';
import { openDesk } from './pages.tsx';

describe('the head of a list', () => {
  const deskWith = async (live: readonly string[]) => {
    const day = given();
    day.until(at('08:20'));
    for (const [index, text] of live.entries()) {
      const question = day.ask(index === 0 ? 'ann' : 'bob', text);
      day.when('mia', 'question.approve', { question });
    }
    day.ask('bob', 'Waits for review');
    const desk = await openDesk(day);
    const open = () => desk.wordsUnder('Open');
    return { desk, hands: new Hands(desk), open };
  };

  test('[Q35] names the order: by upvotes, and with what came back from a screen unanswered before it', async () => {
    const { hands, open } = await deskWith(['The first', 'The second']);
    expect(open()).toContain('Most upvotes first');
    await hands.press(']');
    await hands.press('j');
    await hands.press('s');
    await hands.press('c');
    expect(open()).toContain('Back from the screen first, then most upvotes');
  });

  test('the tabs stay while something is searched, and it is said what is found and where', async () => {
    const { desk, open } = await deskWith(['One of two', 'Something else']);
    await desk.press(desk.page.getByRole('button', { name: 'Search /' }));
    await desk.keys('w');
    await desk.pass(1_000);
    expect(desk.page.getByRole('button', { name: 'Open 1' })).toBeDefined();
    expect(open()).toContain('1 here, 2 found');
    await desk.press(desk.under('Open').getByRole('button', { name: 'Show all' }));
    expect(open()).toContain('Most upvotes first');
  });

  test('what is of one asker alone is said to be', async () => {
    const { desk, hands, open } = await deskWith(['By Ann', 'By Bob']);
    await hands.press(']');
    await desk.press(hands.row('live', 'By Ann').element);
    await desk.press(hands.row('live', 'By Ann').getByRole('button', { name: 'More for this question' }));
    await desk.press(desk.page.getByRole('menuitem', { name: /^All by this asker/ }));
    expect(open()).toContain('All by one asker: 1 here, 1 in all');
  });

  test('only what fits the selected rows is offered, the main thing first', async () => {
    const { desk, hands } = await deskWith(['Open already']);
    const offered = () =>
      [...desk.page.getByRole('toolbar', { name: '1 selected' }).querySelectorAll('button')].map(
        ({ textContent }) => textContent,
      );
    await hands.press('x');
    expect(offered()[0]).toBe('Approve');
    await hands.press('x');
    await hands.press(']');
    await hands.press('x');
    expect(offered()).toEqual(['Save for later', 'Move', 'Labels', 'Put away', 'Decline', 'Select none']);
  });
});
