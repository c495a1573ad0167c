// @vitest-environment happy-dom
// The desk on a phone: one part at a time, and nothing opens in a part that is out of sight.
import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { Hands } from './desk-hands.ts';
import { openDesk } from './pages.tsx';

describe('[X10] a desk in the hand', () => {
  const deskInHand = async (width = 390) => {
    const day = given();
    day.until(at('08:20'));
    const question = day.ask('ann', 'A question to be shortened');
    day.when('mia', 'question.approve', { question });
    day.ask('bob', 'The first to review');
    day.ask('ann', 'One to be read before it is approved');
    const desk = await openDesk(day, 'mod', { width, address: '/e/workshop/desk?form=desk' });
    const part = () => document.querySelector<HTMLElement>('main')?.dataset['part'];
    return { desk, hands: new Hands(desk), part };
  };

  test('words for the screen are written where one sees them, and afterwards one is where one was', async () => {
    const { desk, hands, part } = await deskInHand();
    await desk.press(desk.page.getByRole('radio', { name: /^Open/ }));
    await hands.press('e');
    expect(part()).toBe('screen');
    const field = desk.page.getByRole('textbox', { name: 'Shortened version' });
    expect(document.activeElement).toBe(field);
    await desk.press(desk.page.getByRole('button', { name: 'Cancel' }));
    expect(part()).toBe('queue');
    expect(hands.focused).toContain('live: A question to be shortened');
  });

  test('a press chooses a row, the next one unfolds its text, and one more folds it; Enter does too', async () => {
    const { desk, hands } = await deskInHand();
    const { element } = hands.row('waiting', 'One to be read');
    expect(hands.framed).toBe('waiting: The first to review');
    const isOpen = () => hands.row('waiting', 'One to be read').element.dataset['open'];
    await desk.press(element);
    expect([hands.framed, isOpen()]).toEqual(['waiting: One to be read before it is approved', 'false']);
    await desk.press(element);
    expect(isOpen()).toBe('true');
    await desk.press(element);
    expect(isOpen()).toBe('false');
    await desk.after(() => element.focus());
    await desk.keys('{Enter}');
    expect(isOpen()).toBe('true');
  });
});
