// @vitest-environment happy-dom
// Keys on one row of a desk, the line that says what they did, and what the desk says of the screen and the day.
import { expect, test } from 'vitest';
import { pageRefusal } from '../../client/connection/page-refusals.en.ts';
import type { DrawnView } from '../../shared/views/context.ts';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { Hands } from './desk-hands.ts';
import { openDesk } from './pages.tsx';

/** A desk in the Q&A of talk 1, with one question that waits and two in the list. */
async function deskInQuestions() {
  const day = given();
  day.until(at('08:20'));
  const ids = new Map(['Live?', 'Other?', 'Waits?'].map((text) => [text, day.ask('ann', text)]));
  for (const text of ['Live?', 'Other?'])
    day.when('mia', 'question.approve', { question: ids.get(text) ?? '' });
  day.until(at('08:42'));
  const desk = await openDesk(day);
  const question = (text: string) => day.state.tables.questions.get(ids.get(text) ?? '');
  return { day, desk, hands: new Hands(desk), question };
}

test('declined with one key and a reason, brought back with another', async () => {
  const { hands, question } = await deskInQuestions();
  await hands.goTo('waiting', 'Waits?');
  await hands.press('n');
  await hands.desk.keys('3');
  expect(question('Waits?')).toMatchObject({ status: 'dismissed', why: 'off-topic' });
  expect(hands.line).toBe('Declined: Waits?');
  await hands.press('z');
  expect(hands.line).toContain('Undone: Declined');
  expect(question('Waits?')).toMatchObject({ status: 'inReview' });
});

test('[M22] what a colleague puts on screen while one looks for a reason is not taken off it unawares', async () => {
  const { day, hands, question } = await deskInQuestions();
  await hands.goTo('live', 'Other?');
  await hands.press('n');
  const id = question('Other?')?.id ?? '';
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question: id } });
  await hands.desk.look();
  await hands.desk.keys('3');
  expect(hands.line).toContain('Not declined: it was put on screen meanwhile.');
  expect(question('Other?')).toMatchObject({ status: 'live' });
  await hands.press('n');
  await hands.desk.keys('3');
  expect(question('Other?')).toMatchObject({ status: 'dismissed' });
});

test('[M22] whose question is taken off the screen by somebody else reads so where the foot calls it shown', async () => {
  const { day, hands, question } = await deskInQuestions();
  await hands.goTo('live', 'Other?');
  await hands.press('s');
  await hands.desk.pass(1_000);
  expect(hands.line).toContain('On screen: #2');
  day.when('mod', 'question.dismiss', { question: question('Other?')?.id ?? '', why: 'off-topic' });
  await hands.desk.look();
  await hands.desk.pass(1_000);
  expect(hands.line).toContain('Off the screen again, not by you: #2');
});

test('[M22] whoever takes it off themselves reads what they did', async () => {
  const { hands } = await deskInQuestions();
  await hands.goTo('live', 'Other?');
  await hands.press('s');
  await hands.desk.pass(1_000);
  await hands.press('c');
  await hands.desk.pass(1_000);
  expect(hands.line).toContain('Screen cleared');
});

test('queued, taken next, answered and cleared, each with one key', async () => {
  const { day, hands, question } = await deskInQuestions();
  const show = () => day.state.tables.stages.get('main')?.show.kind;
  await hands.goTo('live', 'Other?');
  await hands.press('q');
  expect(hands.line).toContain('Up next 1');
  expect(hands.desk.wordsUnder(/^Up next/)).toContain('Other?');
  await hands.press('t');
  expect(hands.line).toContain('On screen: #2');
  expect(show()).toBe('question');
  await hands.press('d');
  expect(hands.line).toContain('Answered: #2');
  expect(question('Other?')).toMatchObject({ status: 'answered' });
  await hands.press('c');
  expect(hands.line).toContain('Screen cleared');
  expect(show()).toBe('auto');
});

test('[M8] with keys off, no key does anything; with Alt, only with Alt', async () => {
  const { desk, hands } = await deskInQuestions();
  const mode = async (name: string) => {
    await hands.open('Settings…');
    await desk.press(desk.page.getByRole('radio', { name }));
    await desk.keys('{Escape}');
    await hands.goTo('live', 'Live?');
  };
  await mode('Off');
  await desk.reload();
  await hands.goTo('live', 'Live?');
  for (const key of [...'stdnacbqmrx1', '{PageDown}']) await hands.press(key);
  expect(desk.page.queryByRole('dialog')).toBeNull();
  expect(desk.connection.sent).toEqual([]);
  await mode('With Alt');
  await hands.press('s');
  expect(desk.connection.sent).toEqual([]);
  await hands.press('{Alt>}s{/Alt}');
  expect(hands.line).toContain('On screen: #1');
  expect(desk.connection.sent).toMatchObject([{ type: 'stage.show' }]);
});

test('nothing airs by a double press on a row', async () => {
  const { desk, hands } = await deskInQuestions();
  const words = hands.row('live', 'Live?').getByText('Live?');
  await desk.press(words);
  await desk.press(words);
  expect(desk.connection.sent).toEqual([]);
});

test('[M4] a colleague was faster: the line says who, and the screen stays theirs', async () => {
  const { day, desk, hands } = await deskInQuestions();
  await hands.goTo('live', 'Live?');
  await desk.pass(1_000);
  const other = day.state.tables.questions.get([...day.state.tables.questions.keys()][1] ?? '');
  day.when('mia', 'stage.show', { room: 'main', show: { kind: 'question', question: other?.id ?? '' } });
  await desk.keys('s');
  expect(hands.line).toBe('Mia has just put another question on screen. Press again to replace it.');
  expect(day.state.tables.stages.get('main')?.show).toMatchObject({ question: other?.id });
});

test('[M4] a colleague was faster: the line after C speaks of clearing', async () => {
  const { day, desk, hands } = await deskInQuestions();
  await hands.goTo('live', 'Live?');
  await hands.press('s');
  await desk.pass(1_000);
  const other = [...day.state.tables.questions.keys()][1] ?? '';
  day.when('mia', 'stage.show', { room: 'main', show: { kind: 'question', question: other } });
  await desk.keys('c');
  expect(hands.line).toBe('Mia has just changed the screen. Press again to clear it.');
});

test('what was asked at the microphone is logged by Enter, and on screen by the button that says so', async () => {
  const { day, desk, hands } = await deskInQuestions();
  const field = () => desk.page.getByRole('textbox', { name: /^What was asked/ });
  const show = () => day.state.tables.stages.get('main')?.show.kind ?? 'auto';
  await hands.press('r');
  await desk.write(field(), 'Is the code public?');
  await desk.keys('{Enter}');
  expect(hands.line).toBe('Mic question logged, not on screen: Is the code public?');
  expect(show()).toBe('auto');
  expect(hands.row('live', 'Is the code public?')).toBeDefined();
  await hands.press('r');
  await desk.press(desk.page.getByRole('button', { name: 'Log and show' }));
  expect(hands.line).toBe('Mic question on screen');
  expect(show()).toBe('question');
});

test('[P12] one gives one’s name in People and links; a change of times says who sees it', async () => {
  const { desk, hands } = await deskInQuestions();
  await hands.open('People and links…');
  await desk.write(desk.page.getByRole('textbox', { name: 'Your name' }), 'Ada');
  await desk.keys('{Enter}');
  expect(desk.connection.sent).toMatchObject([{ type: 'participant.describe', name: 'Ada' }]);
  expect(desk.text).toContain('Saved. Colleagues read it now.');
  await hands.press('{Escape}');
  await hands.press('+');
  expect(hands.line).toContain('1 minute longer: Title of talk-1 (crew only)');
  await hands.press('{Shift>}+{/Shift}');
  expect(hands.line).toContain('5 minutes longer: Title of talk-1 (everyone sees the new times)');
});

test('[M10] without a connection Up next stays readable, and nothing is shown', async () => {
  const { desk, hands } = await deskInQuestions();
  await hands.goTo('live', 'Other?');
  await hands.press('q');
  await desk.pass(1_000);
  const queued = desk.wordsUnder(/^Up next/);
  const before = desk.connection.sent.length;
  await desk.after(() => desk.connection.lose('stale'));
  expect(desk.text).toContain('No connection. What you see is as of');
  expect(desk.wordsUnder(/^Up next/)).toBe(queued);
  for (const key of ['t', 's']) {
    await desk.silence(1_000);
    await desk.keys(key);
    expect(hands.line).toBe('No connection: the screen keeps its last picture.');
  }
  expect(desk.connection.sent).toHaveLength(before);
});

test('[M10] with the first beat or answer that is late nothing is said of the screen, and in doubt nothing is sent', async () => {
  const { day, desk, hands } = await deskInQuestions();
  const wall: DrawnView = {
    ...{ id: 'main/wall', scope: 'main', display: 'wall', seq: 1, kind: 'talk', question: null },
    ...{ fits: true, width: 1920, height: 1080, at: new Date(day.now()).toISOString(), connected: true },
  };
  desk.connection.around = { ...desk.connection.around, displays: new Map([['main/wall', wall]]) };
  await desk.look();
  const claim = () => desk.wordsUnder('On screen');
  expect(claim()).toContain('1 of 1 screen shows this');
  await hands.goTo('live', 'Other?');
  desk.connection.answers.push('silence');
  await desk.keys('q');
  await desk.silence(500);
  expect(hands.line).toBe('Waiting for the server…');
  expect(claim()).toContain('Not known now');
  await desk.look();
  expect(claim()).toContain('Not known now');
  await desk.after(() => desk.connection.lose('unsure'));
  const before = desk.connection.sent.length;
  expect(
    hands.row('live', 'Other?').getByRole('button', { name: /^Show/ }).getAttribute('aria-disabled'),
  ).toBe('true');
  await desk.silence(1_000);
  await desk.keys('s');
  expect(hands.line).toBe('The server is silent: nothing is sent until it is heard again.');
  expect(desk.connection.sent).toHaveLength(before);
});

test('a beat that is missing takes the claim of the screens away before the page is unsure', async () => {
  const { day, desk } = await deskInQuestions();
  const wall: DrawnView = {
    ...{ id: 'main/wall', scope: 'main', display: 'wall', seq: 1, kind: 'talk', question: null },
    ...{ fits: true, width: 1920, height: 1080, at: new Date(day.now()).toISOString(), connected: true },
  };
  desk.connection.around = { ...desk.connection.around, displays: new Map([['main/wall', wall]]) };
  await desk.look();
  await desk.silence(3_000);
  expect(desk.wordsUnder('On screen')).toContain('1 of 1 screen shows this');
  await desk.silence(2_000);
  expect(desk.wordsUnder('On screen')).toContain('Not known now');
});

test('[M10] each press that was never answered is told by name, at once and at the return', async () => {
  const { desk, hands } = await deskInQuestions();
  await hands.goTo('live', 'Other?');
  desk.connection.answers.push(pageRefusal('no-answer'), pageRefusal('no-answer'));
  await hands.press('q');
  expect(hands.line).toContain('Check Up next before you repeat it. Up next 1: #2');
  await desk.after(() => desk.connection.lose('stale'));
  await desk.look();
  expect(hands.line).toContain('Check it, and repeat it if it is not done: Up next 1: #2');
  await hands.press('t');
  expect(hands.line).toBe('Nothing is up next. Queue a question with Q.');
  await hands.press('s');
  expect(hands.line).toContain('Check what the screen shows before you repeat it. On screen: #2');
});

test('B blacks every screen, and again brings them back', async () => {
  const { day, desk, hands } = await deskInQuestions();
  await hands.press('b');
  expect(hands.line).toContain('Black on every screen');
  expect(desk.text).toContain('BLACK IS ON');
  await hands.press('b');
  expect(hands.line).toContain('Black is off');
  expect(day.state.tables.stages.get('main')?.black).toBe(false);
});

test('[S11] a closed event is called so in the header, and nothing of it can be shown', async () => {
  const { day, desk, hands } = await deskInQuestions();
  await hands.goTo('live', 'Live?');
  await hands.press('s');
  day.when('org', 'event.close', {});
  await desk.look();
  await desk.pass(2_000);
  const header = desk.page.getByRole('banner').textContent;
  expect(header).toContain('Closed');
  expect(header).not.toMatch(/Q&A open|left/);
  expect(desk.page.queryByRole('region', { name: 'Programme' })).toBeNull();
  expect(desk.wordsUnder('On screen')).not.toContain('Live?');
  expect(
    hands
      .row('live', 'Live?')
      .getByRole('button', { name: /^Queue/ })
      .getAttribute('aria-disabled'),
  ).toBe('true');
});

test('the header says what is on, how long it still is, and who is where', async () => {
  const { desk } = await deskInQuestions();
  desk.connection.around = { ...desk.connection.around, people: { inRoom: 41, remote: 120 } };
  await desk.look();
  const header = desk.page.getByRole('banner').textContent;
  for (const words of ['Title of talk-1', 'Q&A open', '8:00 left', 'Here: 41 in the room, 120 remote'])
    expect(header?.replace(/[\u2066-\u2069]/g, '')).toContain(words);
});
