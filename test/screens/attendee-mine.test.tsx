// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { given } from '../world/given.ts';
import type { OpenScreen } from '../world/open-screen.tsx';
import { at } from '../world/workshop.ts';
import { mineOn, openPhone } from './pages.tsx';

/** The workshop while talk 1 is given, and one question of Ann's. */
async function askedOnce(text = 'What is the laerning rate?') {
  const day = given();
  day.until(at('08:20'));
  const question = day.ask('ann', text);
  const phone = await openPhone(day);
  await mineOn(phone);
  return { day, question, phone };
}

const mine = (phone: OpenScreen) => phone.under('My questions');
const wordsOfMine = (phone: OpenScreen) =>
  phone.page.getByRole('region', { name: 'My questions' }).textContent?.replace(/[\u2066-\u2069]/g, '');

test('every status is said in words, with what there is to say of it [Q31, V17]', async () => {
  const { day, question, phone } = await askedOnce();
  const expectWords = async (...words: string[]) => {
    await phone.look();
    for (const each of words) expect(wordsOfMine(phone)).toContain(each);
  };
  await expectWords('A moderator will review it', 'asked without a name');
  day.when('mod', 'question.approve', { question });
  await expectWords('Open', '#1');
  day.when('bob', 'question.upvote', { question, on: true });
  await expectWords('1 upvote');
  day.when('mod', 'question.shortlist', { question, position: 1 });
  await expectWords('Up next');
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
  await expectWords('On screen');
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'auto' } });
  day.when('mod', 'question.answer', { question, on: true, reply: '#0.1, as in the paper.' });
  await expectWords('Answered in writing', '0.1, as in the paper.');
  day.when('mod', 'question.answer', { question, on: false });
  day.when('mod', 'question.keep', { question, for: 'panel', session: 'panel' });
  await expectWords('Saved for later', 'For “Title of panel”.');
  day.when('mod', 'question.approve', { question });
  await expectWords('Open', 'Asked in Title of talk-1');
});

test('what was not selected says why', async () => {
  const { day, question, phone } = await askedOnce();
  day.when('mod', 'question.dismiss', { question, why: 'off-topic' });
  await phone.look();
  expect(wordsOfMine(phone)).toContain('Not selected');
  expect(wordsOfMine(phone)).toContain('Not about this talk.');
  const restored = day.when('mod', 'question.restore', { question });
  expect(restored.ok).toBe(true);
  await phone.look();
  expect(wordsOfMine(phone)).toContain('A moderator will review it');
});

test('what needs other words goes back to the field with a press', async () => {
  const { day, question, phone } = await askedOnce();
  day.when('mod', 'question.dismiss', { question, why: 'reword' });
  await phone.look();
  await phone.press(mine(phone).getByRole('button', { name: 'Ask in other words' }));
  const field = phone.page.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your question' });
  expect(field.value).toBe('What is the laerning rate?');
});

test('each change is said once, in one sentence', async () => {
  const { day, question, phone } = await askedOnce();
  day.when('mod', 'question.approve', { question });
  await phone.look();
  await phone.pass(1_000);
  expect(phone.said).toBe('Your question is in the list: “What is the laerning rate?”');
});

test('while it waits its author changes the words, and has them again after a reload [X12]', async () => {
  const { day, question, phone } = await askedOnce();
  await phone.press(mine(phone).getByRole('button', { name: 'Edit' }));
  const field = () => phone.page.getByRole<HTMLTextAreaElement>('textbox', { name: 'Change your question' });
  expect(field().value).toBe('What is the laerning rate?');
  expect(document.activeElement).toBe(field());
  await phone.write(field(), 'What is the learning rate?');
  await phone.reload();
  await mineOn(phone);
  expect(field().value).toBe('What is the learning rate?');
  await phone.press(mine(phone).getByRole('button', { name: 'Save' }));
  expect(mine(phone).getByText('What is the learning rate?')).toBeDefined();
  expect(day.state.tables.questions.get(question)).toMatchObject({ status: 'inReview' });
  await phone.reload();
  expect(phone.page.queryByRole('textbox', { name: 'Change your question' })).toBeNull();
});

test('an edit that is left or refused changes nothing; a refused one keeps its words', async () => {
  const { phone } = await askedOnce();
  await phone.press(mine(phone).getByRole('button', { name: 'Edit' }));
  const field = () => phone.page.getByRole<HTMLTextAreaElement>('textbox', { name: 'Change your question' });
  await phone.write(field(), 'Other words?');
  phone.connection.answers.push({ ok: false, reason: 'unavailable', code: 'not-stored', message: 'No.' });
  await phone.press(mine(phone).getByRole('button', { name: 'Save' }));
  expect(
    mine(phone).getByText(
      'That did not work: The server could not store this just now. Try again in a moment.',
    ),
  ).toBeDefined();
  expect(field().value).toBe('Other words?');
  await phone.press(field());
  await phone.keys('{Escape}');
  expect(mine(phone).getByText('What is the laerning rate?')).toBeDefined();
});

test('its author withdraws it, and takes that back within a minute [Q33]', async () => {
  const { day, question, phone } = await askedOnce();
  day.when('mod', 'question.approve', { question });
  await phone.look();
  await phone.press(mine(phone).getByRole('button', { name: 'Withdraw' }));
  expect(wordsOfMine(phone)).toContain('Withdrawn');
  await phone.press(mine(phone).getByRole('button', { name: 'Undo' }));
  expect(wordsOfMine(phone)).toContain('Open');
  expect(wordsOfMine(phone)).toContain('#1');
  await phone.press(mine(phone).getByRole('button', { name: 'Withdraw' }));
  await phone.pass(58_000);
  expect(mine(phone).queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('a moderator’s wording is shown with one’s own words', async () => {
  const { day, question, phone } = await askedOnce('How did you choose the learning rate in all of this?');
  day.when('mod', 'question.edit', { question, screen: '#Which learning rate?', measured: { units: 20 } });
  day.when('mod', 'question.approve', { question });
  await phone.look();
  expect(wordsOfMine(phone)).toContain('Which learning rate?');
  expect(wordsOfMine(phone)).toContain(
    'Shown in a moderator’s wording. You wrote: “How did you choose the learning rate in all of this?”',
  );
});

test('what was merged says with what', async () => {
  const { day, question, phone } = await askedOnce();
  const other = day.ask('bob', 'Which rate?');
  day.when('mod', 'question.approve', { question: other });
  day.when('mod', 'question.approve', { question });
  day.when('mod', 'question.merge', { question, into: other });
  await phone.look();
  expect(wordsOfMine(phone)).toContain('Merged with a similar question');
  expect(wordsOfMine(phone)).toContain('Now part of: “Which rate?”');
});

test('a change is said at the edge wherever one is, leads there, and goes by itself', async () => {
  const { day, question, phone } = await askedOnce();
  await phone.press(phone.page.getByRole('button', { name: 'Programme' }));
  day.when('mod', 'question.approve', { question });
  await phone.look();
  const words = 'Your question is in the list: “What is the laerning rate?”';
  expect(phone.text).toContain(words);
  await phone.press(phone.page.getByRole('button', { name: 'See it' }));
  expect(wordsOfMine(phone)).toContain('Open');
  expect(phone.page.queryByRole('button', { name: 'See it' })).toBeNull();
  await phone.press(phone.page.getByRole('button', { name: 'Questions' }));
  day.when('mod', 'question.shortlist', { question, position: 1 });
  await phone.look();
  expect(phone.text).toContain('Your question is up next');
  await phone.pass(8_000);
  expect(phone.page.queryByRole('button', { name: 'See it' })).toBeNull();
});

test('what was withdrawn is taken back also after another part of the page was looked at', async () => {
  const { phone } = await askedOnce();
  await phone.press(mine(phone).getByRole('button', { name: 'Withdraw' }));
  await phone.press(phone.page.getByRole('button', { name: 'Programme' }));
  await mineOn(phone);
  await phone.press(mine(phone).getByRole('button', { name: 'Undo' }));
  expect(wordsOfMine(phone)).toContain('A moderator will review it');
});

test('who asked nothing yet reads what Mine is for', async () => {
  const day = given();
  day.until(at('08:20'));
  const phone = await openPhone(day, 'cat');
  await mineOn(phone);
  expect(wordsOfMine(phone)).toContain('You have not asked anything yet.');
});
