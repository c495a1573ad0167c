// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { openDesk } from './pages.tsx';

/** Talk 1 on air from 8:10 on, seen by whoever chairs with a phone at a time of the day. */
async function chairAt(time: string) {
  const day = given({ autorun: false });
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
  day.until(at(time));
  const chair = await openDesk(day, 'mod', { width: 390 });
  return { day, chair };
}

const headOf = () => document.querySelector('main > header')?.textContent?.replace(/[⁦-⁩]/g, '') ?? '';

test('[M20] in a break the chair reads what is left of it and what comes after, at once', async () => {
  const { day, chair } = await chairAt('08:20');
  expect(headOf()).toContain('Title of talk-1');
  expect(headOf()).not.toContain('then');
  day.when('mod', 'session.start', { session: 'coffee' });
  await chair.look();
  expect(headOf()).toContain('Title of coffee');
  expect(headOf()).toContain('then Title of');
  expect(chair.page.getByRole('timer').textContent).toContain('left');
  expect(chair.wordsUnder(/^Time/)).toContain('Time Title of coffee');
  expect(chair.page.getByRole('button', { name: 'End: Title of coffee' })).toBeTruthy();
  expect(chair.wordsUnder(/^To the speaker/)).not.toContain('talk-1');
});

test('[M20] one minute more is one change, named, and told by one press', async () => {
  const { chair } = await chairAt('08:20');
  await chair.press(chair.page.getByRole('button', { name: /1 minute longer/ }));
  await chair.look();
  await chair.pass(9_000);
  await chair.look();
  expect(chair.text).toContain('1 minute longer, not told yet');
  expect(chair.page.getByRole('button', { name: 'Undo' })).toBeTruthy();
  await chair.press(chair.page.getByRole('button', { name: 'Tell everyone' }));
  await chair.look();
  expect(chair.text).not.toContain('not told yet');
});

test('[T45] the chair reads that a message was sent and understood, and takes it away', async () => {
  const { day, chair } = await chairAt('08:20');
  await chair.press(chair.page.getByRole('button', { name: '2 minutes left' }));
  await chair.look();
  expect(chair.text).toContain('Sent to the speaker of Title of talk-1: 2 minutes left');
  expect(chair.wordsUnder(/^To the speaker/)).toContain('“2 minutes left” · sent 08:20');
  const note = day.state.tables.sessions.get('talk-1')?.note?.id ?? '';
  day.when('lov', 'session.noted', { session: 'talk-1', note }, { at: at('08:21') });
  await chair.look();
  expect(chair.wordsUnder(/^To the speaker/)).toContain('“2 minutes left” · understood 08:21');
  await chair.pass(31_000);
  await chair.look();
  expect(chair.text.split('“2 minutes left” · understood 08:21')).toHaveLength(3);
  await chair.press(chair.page.getByRole('button', { name: 'Take away' }));
  await chair.look();
  expect(chair.wordsUnder(/^To the speaker/)).toContain('Nothing sent yet.');
});

test('[T45] who has not begun is told no minutes that are left', async () => {
  const day = given({ autorun: false });
  day.until(at('07:50'));
  const chair = await openDesk(day, 'mod', { width: 390 });
  const told = () => chair.wordsUnder(/^To the speaker/);
  expect(told()).toContain('You are next');
  expect(told()).not.toContain('2 minutes left');
  day.when('mod', 'session.start', { session: 'talk-1' });
  await chair.look();
  expect(told()).toContain('2 minutes left');
  expect(told()).not.toContain('You are next');
});

test('[M20] until its Q&A the chair reads how long that is', async () => {
  const { day, chair } = await chairAt('08:20');
  expect(headOf()).toContain('Q&A in 20:00');
  day.until(at('08:41'));
  await chair.look();
  expect(headOf()).not.toContain('Q&A in');
});

test('[M20] what is on the wall comes off without being answered, and black lies over everything', async () => {
  const { day, chair } = await chairAt('08:20');
  const question = day.ask('bob', 'Is this the wrong one?', { session: 'talk-1' });
  day.when('mod', 'question.approve', { question });
  await chair.look();
  expect(chair.page.queryByRole('button', { name: 'Clear' })).toBeNull();
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
  await chair.look();
  await chair.press(chair.page.getByRole('button', { name: 'Clear' }));
  await chair.look();
  expect(day.state.tables.stages.get('main')?.show).toEqual({ kind: 'auto' });
  expect(day.state.tables.questions.get(question)?.status).toBe('live');
  await chair.press(chair.page.getByRole('button', { name: 'Black' }));
  await chair.look();
  expect(day.state.tables.stages.get('main')?.black).toBe(true);
  expect(chair.text).toContain('BLACK IS ON');
  await chair.press(chair.page.getByRole('button', { name: 'End black' }));
  await chair.look();
  expect(day.state.tables.stages.get('main')?.black).toBe(false);
});

test('[M21] what begins takes the question of what was before off the wall, and one Undo takes back both', async () => {
  const { day, chair } = await chairAt('08:20');
  const question = day.ask('bob', 'Is this the last one?', { session: 'talk-1' });
  day.when('mod', 'question.approve', { question });
  const wall = () => day.state.tables.stages.get('main')?.show;
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
  await chair.look();
  await chair.press(chair.page.getByRole('button', { name: /^Start next/ }));
  await chair.look();
  expect(day.state.tables.sessions.get('talk-1')?.endedAt).not.toBeNull();
  expect(wall()).toEqual({ kind: 'auto' });
  expect(day.state.tables.questions.get(question)?.status).toBe('live');
  await chair.press(chair.page.getByRole('button', { name: 'Undo' }));
  await chair.look();
  expect(day.state.tables.sessions.get('talk-1')?.endedAt).toBeNull();
  expect(wall()).toEqual({ kind: 'question', question });
});

test('[M21] a question of what begins stays on the wall', async () => {
  const { day, chair } = await chairAt('08:20');
  const question = day.ask('bob', 'Asked ahead of it?', { session: 'spotlights' });
  day.when('mod', 'question.approve', { question });
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
  await chair.look();
  await chair.press(chair.page.getByRole('button', { name: /^Start next/ }));
  await chair.look();
  expect(day.state.tables.sessions.get('spotlights')?.startedAt).not.toBeNull();
  expect(day.state.tables.stages.get('main')?.show).toEqual({ kind: 'question', question });
});

test('[M20] what could come next stands by its upvotes, the suggestion named, and keeps its place as one is taken', async () => {
  const { day, chair } = await chairAt('08:20');
  const asked = ['First of all?', 'Second of all?', 'Third of all?'].map((text, at) => {
    const question = day.ask(at === 2 ? 'cat' : 'bob', text, { session: 'talk-1' });
    day.when('mod', 'question.approve', { question });
    return question;
  });
  for (const question of asked.slice(0, 2)) day.when('ann', 'question.upvote', { question, on: true });
  await chair.look();
  const offered = () =>
    [...document.querySelectorAll('[data-chair-row="candidate"]')].map((row) => row.textContent ?? '');
  const order = () => offered().map((row) => /\w+ of all/.exec(row)?.[0]);
  expect(order()).toEqual(['First of all', 'Second of all', 'Third of all']);
  const [first = ''] = asked;
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question: first } });
  day.when('mod', 'question.answer', { question: first, on: true });
  await chair.look();
  expect(order()).toEqual(['Second of all', 'Third of all']);
  // Bob was heard, Cat was not.
  expect(offered().map((row) => row.includes('Suggested'))).toEqual([false, true]);
});
