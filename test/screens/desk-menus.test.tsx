// @vitest-environment happy-dom
// The menus of a desk, the list of every action, and what the desk says by itself.
import { describe, expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { Hands } from './desk-hands.ts';
import { openDesk } from './pages.tsx';

/** A desk during talk 1, with two open questions of one asker, one of another, and one to review. */
async function deskOfFour() {
  const day = given();
  day.until(at('08:20'));
  for (const [who, text] of [
    ['ann', 'First of Ann?'],
    ['ann', 'Second of Ann?'],
    ['bob', 'Of Bob?'],
  ] as const)
    day.when('mia', 'question.approve', { question: day.ask(who, text) });
  day.ask('bob', 'To review?');
  const desk = await openDesk(day);
  return { day, desk, hands: new Hands(desk) };
}

describe('Ctrl+K', () => {
  test('what begins as one typed stands first', async () => {
    const { desk, hands } = await deskOfFour();
    await hands.goTo('live', 'Of Bob?');
    await desk.pass(1_000);
    await desk.keys('{Control>}k{/Control}');
    await desk.keys('scree');
    const [first, ...others] = desk.page.getAllByRole('option').map(({ textContent }) => textContent);
    expect(first).toBe('Screens…');
    expect(others.length).toBeGreaterThan(0);
  });

  test('lists what can be done, finds it by its words, and does it to the row in the frame', async () => {
    const { desk, hands } = await deskOfFour();
    await hands.goTo('live', 'Of Bob?');
    await desk.pass(1_000);
    await desk.keys('{Control>}k{/Control}');
    const list = desk.page.getByRole('dialog', { name: 'All actions' });
    expect(list.textContent).toContain('Of Bob?');
    const [first] = desk.page.getAllByRole('option');
    expect(first?.textContent).toBe('Show the row in focusS');
    expect(first?.hasAttribute('data-active-item')).toBe(true);
    await desk.keys('top');
    const found = desk.page.getAllByRole('option').map(({ textContent }) => textContent);
    expect(found).toEqual(['Queue at its top⇧Q']);
    await desk.keys('{Enter}');
    expect(hands.line).toContain('Up next 1: ');
    expect(desk.page.queryByRole('dialog')).toBeNull();
  });

  test('offers nothing that the row does not allow, and Escape does nothing but close it', async () => {
    const { desk, hands } = await deskOfFour();
    expect(hands.framed).toBe('waiting: To review?');
    await desk.keys('{Control>}k{/Control}');
    await desk.keys('show the row');
    expect(desk.page.queryAllByRole('option')).toEqual([]);
    expect(desk.text).toContain('Nothing found');
    await desk.keys('{Escape}');
    expect(desk.page.queryByRole('dialog')).toBeNull();
    expect(desk.connection.sent).toEqual([]);
  });
});

test('the menu of a row names its keys, and lists all that its asker asked', async () => {
  const { desk, hands } = await deskOfFour();
  await hands.goTo('live', 'First of Ann?');
  await desk.pass(1_000);
  await desk.press(
    hands.row('live', 'First of Ann?').getByRole('button', { name: 'More for this question' }),
  );
  expect(desk.page.getByRole('menuitem', { name: /^Shortened version/ }).textContent).toContain('E');
  await desk.press(desk.page.getByRole('menuitem', { name: 'All by this asker' }));
  const rows = [...document.querySelectorAll('[data-row] [id^=text-]')].map(({ textContent }) => textContent);
  expect(rows).toEqual(['First of Ann?', 'Second of Ann?']);
  expect(desk.text).toContain('0 of 1 match');
  expect(desk.text).toContain('None of these match.');
  expect(desk.text).not.toContain('Nothing to review.');
  // Each of the two lists offers it.
  const [showAll] = desk.page.getAllByRole('button', { name: 'Show all' });
  await desk.press(showAll!);
  expect(document.querySelectorAll('[data-row]')).toHaveLength(4);
});

test('Escape leaves what is searched and filtered', async () => {
  const { desk, hands } = await deskOfFour();
  await hands.goTo('live', 'First of Ann?');
  await hands.press('/');
  await desk.keys('Second of Ann');
  expect(document.querySelectorAll('[data-row]')).toHaveLength(1);
  await desk.keys('{Enter}');
  expect(document.querySelectorAll('[data-row]')).toHaveLength(1);
  await hands.press('{Escape}');
  expect(document.querySelectorAll('[data-row]')).toHaveLength(4);
});

test('the row on screen says so in its frame too, and offers to be answered, not to be shown again', async () => {
  const { desk, hands } = await deskOfFour();
  await hands.goTo('live', 'Of Bob?');
  await hands.press('s');
  const row = hands.row('live', 'Of Bob?');
  expect(row.element.dataset['current']).toBe('true');
  expect(row.getByText('On screen')).toBeDefined();
  expect(row.queryByRole('button', { name: /^Show/ })).toBeNull();
  expect(row.getByRole('button', { name: 'Answered' })).toBeDefined();
  expect(desk.page.getAllByRole('button', { name: /^Answered/ }).length).toBeGreaterThan(1);
});

test('[X13] the tab says how many are to be reviewed', async () => {
  const { day, desk } = await deskOfFour();
  expect(document.title).toMatch(/^\(1\) Desk · /);
  day.ask('ann', 'One more?');
  await desk.look();
  expect(document.title).toMatch(/^\(2\) Desk · /);
});

test('what is switched on for safety stands in the header until it is off', async () => {
  const { desk, hands } = await deskOfFour();
  await hands.open('Safety…');
  await desk.press(desk.page.getByRole('switch', { name: /^Hide names/ }));
  expect(desk.page.getByRole('banner').textContent).toContain('Hide names');
  await desk.press(desk.page.getByRole('switch', { name: /^Hide names/ }));
  expect(desk.page.getByRole('banner').textContent).not.toContain('Hide names');
});

test('after Answered the mirror says that the wall still has it', async () => {
  const { desk, hands } = await deskOfFour();
  await hands.goTo('live', 'Of Bob?');
  await hands.press('s');
  expect(desk.wordsUnder('On screen')).not.toContain('still on the wall');
  await hands.press('d');
  expect(desk.wordsUnder('On screen')).toContain('Answered, still on the wall');
  await hands.press('c');
  expect(desk.wordsUnder('On screen')).not.toContain('still on the wall');
});
