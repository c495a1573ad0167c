// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { displayCode } from '../../client/stage/display-code.ts';
import type { Show } from '../../shared/stage/show.ts';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { openStage } from './pages.tsx';

/** A display of the main room at a time of the day, at which nobody touched anything. */
async function stageAt(time: string, search = '') {
  const day = given();
  day.until(at(time));
  const question = day.ask('bob', 'How sensitive is this?', { anonymous: false });
  day.when('mod', 'question.approve', { question });
  const stage = await openStage(day, 'main', { address: `/e/workshop/stage/main${search}` });
  const show = async (what: Show) => {
    day.when('mod', 'stage.show', { room: 'main', show: what });
    await stage.look();
    await stage.pass(1_000);
  };
  return { day, stage, show, question };
}

const scene = () => [...document.querySelectorAll<HTMLElement>('[data-scene]')].at(-1)?.dataset['scene'];

test.each([
  ['07:40', 'doors', ['Title of opening', 'Starts in', 'KLM4']],
  ['08:20', 'talk', ['Title of talk-1', 'Ada Lovelace']],
  ['08:43', 'qa-invite', ['Ask your question', 'KLM4']],
  ['08:55', 'spotlight', ['Title of spot-1']],
  ['09:30', 'break', ['Next at 09:50', 'Title of talk-2']],
  ['12:20', 'panel', ['Title of panel']],
  ['13:10', 'posters', ['Until 14:00', 'Title of posters', 'Ask the authors, here or remotely']],
  ['14:30', 'end', ['Thank you', 'KLM4']],
])('[T17] an empty desk, %s: %s', async (time, kind, words) => {
  const { stage } = await stageAt(time);
  expect(scene()).toBe(kind);
  for (const each of words) expect(stage.text).toContain(each);
});

test('a question stands with its number, who asks and from where, and its upvotes', async () => {
  const { day, stage, show, question } = await stageAt('08:43');
  day.when('ann', 'question.upvote', { question, on: true });
  await show({ kind: 'question', question });
  expect(scene()).toBe('question');
  for (const words of ['How sensitive is this?', '#1', 'Bob', 'from remote', '1 upvote'])
    expect(stage.text).toContain(words);
});

test.each<[string, Show, string, string]>([
  ['a message', { kind: 'message', text: 'Back in five minutes' }, 'message', 'Back in five minutes'],
  ['the code', { kind: 'join' }, 'join', 'Ask, upvote, follow along'],
  ['the timer', { kind: 'timer' }, 'timer', 'Title of talk-1 Questions 7 min KLM4 Next at 08:50'],
  ['the day', { kind: 'timeline' }, 'timeline', 'Title of lunch'],
  ['a scene of the programme at another time', { kind: 'scene', scene: 'break' }, 'break', 'Break'],
  [
    'the end',
    { kind: 'scene', scene: 'end' },
    'end',
    'Workshop 1 question. Thank you. Read questions and answers here KLM4',
  ],
  ['the test card', { kind: 'test' }, 'test', 'pixels'],
])('[S1] an operator shows %s', async (_what, what, kind, words) => {
  const { stage, show } = await stageAt('08:43');
  await show(what);
  expect(scene()).toBe(kind);
  expect(stage.text).toContain(words);
});

test('a timer counts up past the end, and says so', async () => {
  const { stage, show } = await stageAt('08:49:30');
  await show({ kind: 'timer' });
  expect(stage.text).toMatch(/Questions 0:2\d/);
  await stage.pass(60_000);
  expect(stage.text).toMatch(/Over time \+0:3\d/);
});

test('a timer shows seconds all the time where its address says so', async () => {
  const { stage, show } = await stageAt('08:43', '?timer=seconds');
  await show({ kind: 'timer' });
  expect(stage.text).toMatch(/Questions 6:5\d/);
});

test('the programme on a wall leaves out what is over, and names who speaks', async () => {
  const { stage, show } = await stageAt('08:43');
  await show({ kind: 'timeline' });
  expect(stage.text).not.toContain('Title of opening');
  expect(stage.text).toContain('Title of talk-1 now Ada Lovelace');
});

test('[S3] black lies over what is shown, which is below it afterwards', async () => {
  const { day, stage, show, question } = await stageAt('08:43');
  await show({ kind: 'question', question });
  day.when('mod', 'stage.black', { room: '*', on: true });
  await stage.look();
  await stage.pass(1_000);
  expect(scene()).toBe('black');
  day.when('mod', 'stage.black', { room: '*', on: false });
  await stage.look();
  await stage.pass(1_000);
  expect(scene()).toBe('question');
  expect(stage.text).toContain('How sensitive is this?');
});

test('a stage without its server keeps its picture, then opens the doors, and says no word of it', async () => {
  const { stage, show, question } = await stageAt('08:43');
  await show({ kind: 'question', question });
  await stage.after(() => stage.connection.lose('stale'));
  await stage.silence(60_000);
  expect(stage.text).toContain('How sensitive is this?');
  await stage.silence(5 * 60_000);
  expect(scene()).toBe('doors');
  expect(stage.text).not.toMatch(/error|offline|connect|server|retry/i);
  await stage.pass(1_000);
  expect(scene()).toBe('question');
});

test('black stays black without its server', async () => {
  const { day, stage } = await stageAt('08:43');
  day.when('mod', 'stage.black', { room: 'main', on: true });
  await stage.look();
  await stage.after(() => stage.connection.lose('stale'));
  await stage.silence(6 * 60_000);
  expect(scene()).toBe('black');
});

test('what nobody touched for 20 minutes changes sides; what an operator shows to read does not', async () => {
  const { stage, show, question } = await stageAt('13:10');
  const mirrored = () =>
    [...document.querySelectorAll<HTMLElement>('[data-mirrored]')].at(-1)?.dataset['mirrored'];
  await show({ kind: 'join' });
  expect(mirrored()).toBe('false');
  await stage.pass(21 * 60_000);
  expect(mirrored()).toBe('true');
  await show({ kind: 'question', question });
  await stage.pass(21 * 60_000);
  expect(mirrored()).toBe('false');
});

test('a display without a room says its four digits and waits; what a desk sets of it it does', async () => {
  const day = given();
  day.until(at('08:20'));
  const stage = await openStage(day, null, { address: '/e/workshop/stage?theme=light' });
  const code = displayCode('/wall');
  for (const words of [
    'Workshop',
    'New screen',
    code,
    'Waiting to be assigned',
    'Clock agrees with the server',
  ])
    expect(stage.text).toContain(words);
  day.when('mod', 'display.set', { display: '/wall', name: 'Foyer', room: 'main', theme: 'dark' });
  await stage.look();
  await stage.pass(1_000);
  expect(scene()).toBe('talk');
  expect(document.querySelector<HTMLElement>('[data-scene]')?.dataset).toMatchObject({
    ...{ layout: 'full', background: 'solid', theme: 'dark' },
  });
  day.when('mod', 'display.set', { display: '/wall', on: false });
  await stage.look();
  await stage.pass(1_000);
  expect(stage.text).toContain('Waiting to be assigned');
});

test('asked which one it is, a display says its name and digits over what it shows, and stops by itself', async () => {
  const { day, stage } = await stageAt('08:20');
  day.when('mod', 'display.set', { display: 'main/wall', name: 'Main wall' });
  await stage.look();
  expect(stage.text).not.toContain('Main wall');
  await stage.after(() => stage.connection.whichOne(5_000));
  expect(stage.text).toContain('Main wall');
  expect(stage.text).toContain(displayCode('main/wall'));
  expect(stage.text).toContain('Title of talk-1');
  await stage.pass(5_000);
  expect(stage.text).not.toContain('Main wall');
});

test('a screen without a link says what it needs, and nothing before that', async () => {
  const day = given();
  const stage = await openStage(day, 'main', { unheard: true });
  expect(stage.text).toBe('main');
  await stage.after(() =>
    stage.connection.refuse({ ok: false, reason: 'no-badge', code: 'screen-needed', message: '' }),
  );
  expect(stage.text).toContain('This screen needs its link. Open it from the desk: Open screen.');
});
