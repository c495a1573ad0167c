// @vitest-environment happy-dom
import { within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { given } from '../world/given.ts';
import type { OpenScreen } from '../world/open-screen.tsx';
import { at } from '../world/workshop.ts';
import { openPhone } from './pages.tsx';

/** The Q&A of talk 1, with two questions of Ann's and Bob's in the list. */
function inQuestions() {
  const day = given();
  day.until(at('08:20'));
  const questions = [day.ask('ann', 'Is it code?'), day.ask('bob', 'Is it data?', { anonymous: false })];
  for (const question of questions) day.when('mod', 'question.approve', { question });
  day.until(at('08:42'));
  return { day, questions };
}

/** The words of the rows, in their order. */
const rows = (phone: OpenScreen) =>
  within(phone.page.getByRole('region', { name: 'Questions' }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('p[dir]')?.textContent);
const rowOf = (phone: OpenScreen, text: string) => {
  const [row] = phone.under('Questions').getAllByText(text);
  const item = row?.closest('li');
  if (!item) throw new Error(`${text} is not in the list`);
  return within(item);
};
const upvote = (phone: OpenScreen, text: string) =>
  rowOf(phone, text).getByRole('button', { name: /Upvote/ });

test('a press supports a question at once, another takes it back; the count is the rules’', async () => {
  const { day, questions } = inQuestions();
  day.when('ann', 'question.upvote', { question: questions[1] ?? '', on: true });
  const phone = await openPhone(day, 'cat');
  const button = () => upvote(phone, 'Is it data?');
  expect(button().textContent).toBe('Upvote question 2 1');
  expect(button().getAttribute('aria-pressed')).toBe('false');
  await phone.press(button());
  expect(button().getAttribute('aria-pressed')).toBe('true');
  expect(button().textContent).toBe('Upvoted question 2 2');
  await phone.press(button());
  expect(button().getAttribute('aria-pressed')).toBe('false');
  expect(button().textContent).toBe('Upvote question 2 1');
  expect(phone.connection.sent).toMatchObject([{ on: true }, { on: false }]);
});

test('a press shows before the server answers, and is taken back with a sentence where it refuses', async () => {
  const { day } = inQuestions();
  const phone = await openPhone(day, 'cat');
  phone.connection.answers.push('silence');
  await phone.press(upvote(phone, 'Is it data?'));
  expect(upvote(phone, 'Is it data?').getAttribute('aria-pressed')).toBe('true');
  expect(upvote(phone, 'Is it data?').textContent).toBe('Upvoted question 2 1');
  phone.connection.answers.push({ ok: false, reason: 'too-fast', code: 'too-fast', message: 'No.' });
  await phone.press(upvote(phone, 'Is it code?'));
  expect(upvote(phone, 'Is it code?').getAttribute('aria-pressed')).toBe('false');
  await phone.pass(1_000);
  expect(phone.said).toBe('Your upvote was not counted: That was a little fast. Try again in a moment.');
});

test('a press ends where the view speaks of it: what one takes back on another device is taken back here', async () => {
  const { day, questions } = inQuestions();
  const phone = await openPhone(day, 'cat');
  await phone.press(upvote(phone, 'Is it data?'));
  day.when('cat', 'question.upvote', { question: questions[1] ?? '', on: false });
  await phone.look();
  expect(upvote(phone, 'Is it data?').getAttribute('aria-pressed')).toBe('false');
  expect(upvote(phone, 'Is it data?').textContent).toBe('Upvote question 2 0');
});

test('one’s own question has no button, and says its count', async () => {
  const { day } = inQuestions();
  const phone = await openPhone(day, 'ann');
  expect(rowOf(phone, 'Is it code?').queryByRole('button', { name: /Upvote/ })).toBeNull();
  expect(rowOf(phone, 'Is it code?').getByText('no upvotes yet')).toBeDefined();
  expect(rowOf(phone, 'Is it code?').getByText('Yours')).toBeDefined();
});

test('who asks is named, or anonymous, and where they are is said', async () => {
  const { day } = inQuestions();
  const phone = await openPhone(day, 'cat');
  for (const words of ['#1', 'Anonymous', 'room'])
    expect(rowOf(phone, 'Is it code?').getByText(words)).toBeDefined();
  for (const words of ['#2', 'Bob', 'remote'])
    expect(rowOf(phone, 'Is it data?').getByText(words)).toBeDefined();
});

test('the list holds still: what is new, has moved and is done waits for a press', async () => {
  const { day, questions } = inQuestions();
  const phone = await openPhone(day, 'cat');
  expect(rows(phone)).toEqual(['Is it code?', 'Is it data?']);
  const third = day.ask('lov', 'Is it both?');
  day.when('mod', 'question.approve', { question: third });
  day.when('ann', 'question.upvote', { question: questions[1] ?? '', on: true });
  await phone.look();
  expect(rows(phone)).toEqual(['Is it code?', 'Is it data?']);
  const bring = phone.page.getByRole('button', { name: '1 new question · 1 re-ordered' });
  await phone.pass(1_000);
  expect(phone.said).toBe('1 new question. Activate “New questions” to see them.');
  await phone.press(bring);
  expect(rows(phone)).toEqual(['Is it data?', 'Is it code?', 'Is it both?']);
  expect(phone.page.queryByRole('button', { name: /new|re-ordered|gone/ })).toBeNull();
  expect(document.activeElement?.tagName).toBe('UL');
});

test('one’s own question comes in by itself, and counts as nothing new [X30]', async () => {
  const { day, questions } = inQuestions();
  day.when('cat', 'question.upvote', { question: questions[1] ?? '', on: true });
  const phone = await openPhone(day, 'ann');
  expect(rows(phone)).toEqual(['Is it data?', 'Is it code?']);
  for (const who of ['lov', 'ann'] as const)
    day.when('mod', 'question.approve', { question: day.ask(who, `Of ${who}?`) });
  await phone.look();
  expect(rows(phone)).toEqual(['Is it data?', 'Is it code?', 'Of ann?']);
  expect(phone.page.getByRole('button', { name: '1 new question' })).toBeDefined();
});

test('a press on what is new brings the first of it into sight, and marks it [X30]', async () => {
  const { day } = inQuestions();
  const phone = await openPhone(day, 'cat');
  const third = day.ask('lov', 'Is it both?');
  day.when('mod', 'question.approve', { question: third });
  await phone.look();
  const seen = vi.spyOn(Element.prototype, 'scrollIntoView');
  await phone.press(phone.page.getByRole('button', { name: '1 new question' }));
  await phone.silence(20);
  expect(seen.mock.contexts).toMatchObject([{ dataset: { question: third } }]);
  seen.mockRestore();
});

test('a search finds what waits behind the press, and what stands on the screen [X30]', async () => {
  const { day } = inQuestions();
  const phone = await openPhone(day, 'cat');
  const fresh = day.ask('lov', 'Is it both of them?');
  day.when('mod', 'question.approve', { question: fresh });
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question: fresh } });
  await phone.look();
  await phone.press(phone.page.getByRole('button', { name: 'Search questions' }));
  await phone.write(phone.page.getByRole('searchbox', { name: 'Search questions' }), 'both');
  expect(rows(phone)).toEqual(['Is it both of them?']);
  expect(phone.page.getByText('1 of 3')).toBeDefined();
  await phone.press(phone.page.getByRole('button', { name: 'Close the search' }));
  await phone.choose(phone.page.getByRole('combobox', { name: 'Show' }), 'Title of panel');
  await phone.press(phone.page.getByRole('button', { name: 'Search questions' }));
  await phone.write(phone.page.getByRole('searchbox', { name: 'Search questions' }), 'both');
  expect(rows(phone)).toEqual(['Is it both of them?']);
});

test('what was answered or put away keeps its place and says so until the list is brought up to date', async () => {
  const { day, questions } = inQuestions();
  const [code = '', data = ''] = questions;
  const phone = await openPhone(day, 'cat');
  day.when('mod', 'question.answer', { question: code, on: true });
  day.when('mod', 'question.archive', { question: data });
  await phone.look();
  expect(rowOf(phone, 'Is it data?').getByText('No longer in the list')).toBeDefined();
  expect(phone.under('Questions').getAllByText('Answered').length).toBeGreaterThan(1);
  await phone.press(phone.page.getByRole('button', { name: /2 gone/ }));
  expect(rows(phone)).toEqual(['Is it code?']);
  expect(phone.page.getByRole('heading', { name: 'Answered' })).toBeDefined();
});

test('an answer in writing stands below its question, and what is on screen or up next says so', async () => {
  const { day, questions } = inQuestions();
  const [code = '', data = ''] = questions;
  day.when('mod', 'question.answer', { question: code, on: true, reply: '#Both.' });
  day.when('mod', 'question.shortlist', { question: data, position: 1 });
  const phone = await openPhone(day, 'cat');
  expect(rowOf(phone, 'Is it code?').getByText('Answer in writing')).toBeDefined();
  expect(rowOf(phone, 'Is it code?').getByText('Both.')).toBeDefined();
  expect(rowOf(phone, 'Is it data?').getByText('Up next')).toBeDefined();
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question: data } });
  await phone.look();
  expect(rowOf(phone, 'Is it data?').getByText('On screen')).toBeDefined();
});

test('everybody sees how many were asked, answered and kept [V17]', async () => {
  const { day, questions } = inQuestions();
  const [code = '', data = ''] = questions;
  const third = day.ask('cat', 'Anything else?');
  day.when('mod', 'question.answer', { question: code, on: true });
  day.when('mod', 'question.keep', { question: data, for: 'panel', session: 'panel' });
  day.when('mod', 'question.dismiss', { question: third, why: 'off-topic' });
  const phone = await openPhone(day, 'lov');
  expect(
    phone.under('Questions').getByText('3 asked · 1 answered · 1 saved for later · 1 not selected'),
  ).toBeDefined();
});

test('a question that came from another session says where it was asked [Q31]', async () => {
  const { day, questions } = inQuestions();
  const [code = ''] = questions;
  day.when('mod', 'question.keep', { question: code, for: 'panel', session: 'panel' });
  day.when('mod', 'question.approve', { question: code });
  const phone = await openPhone(day, 'cat');
  await phone.choose(phone.page.getByRole('combobox', { name: 'Show' }), 'Title of panel');
  expect(rowOf(phone, 'Is it code?').getByText('Asked in Title of talk-1')).toBeDefined();
});

test('a talk that is over and was asked nothing does not beg', async () => {
  const day = given();
  day.until(at('09:00'));
  const phone = await openPhone(day, 'cat');
  await phone.choose(phone.page.getByRole('combobox', { name: 'Show' }), 'Title of talk-1 (closed)');
  expect(phone.text).toContain('No question was published for this talk.');
  expect(phone.text).not.toContain('The first question is often the hardest');
});

test('a list without questions says what to do, and why none may be there', async () => {
  const day = given();
  day.until(at('08:20'));
  const phone = await openPhone(day);
  expect(phone.text).toContain('No questions');
  expect(phone.text).toContain('The first question is often the hardest; yours can be anonymous.');
  expect(phone.text).toContain('Questions appear here after a moderator has reviewed them.');
});

test('before the Q&A no counts are shown, and it says when they come', async () => {
  const day = given({ ranking: 'fair' });
  day.until(at('08:20'));
  day.when('mod', 'question.approve', { question: day.ask('ann', 'Is it code?') });
  const phone = await openPhone(day, 'cat');
  expect(phone.text).toContain('Counts appear when the Q&A begins.');
  expect(upvote(phone, 'Is it code?').textContent).toBe('Upvote question 1 ');
});

test('while the first view is long in coming it says that one’s text is safe', async () => {
  const phone = await openPhone(given(), 'ann', { unheard: true });
  expect(phone.text).toContain('Loading questions…');
  await phone.silence(8_000);
  expect(phone.text).toContain('Still trying to reach the server. Your text is kept on this device.');
});

test('a list is read in another order, and searched for words, names and numbers', async () => {
  const { day, questions } = inQuestions();
  day.when('ann', 'question.upvote', { question: questions[1] ?? '', on: true });
  const phone = await openPhone(day, 'cat');
  expect(rows(phone)).toEqual(['Is it data?', 'Is it code?']);
  const order = phone.page.getByRole('combobox', { name: 'Order' });
  await phone.choose(order, 'Oldest');
  expect(rows(phone)).toEqual(['Is it code?', 'Is it data?']);
  await phone.choose(order, 'Newest');
  expect(rows(phone)).toEqual(['Is it data?', 'Is it code?']);
  await phone.press(phone.page.getByRole('button', { name: 'Search questions' }));
  const search = () => phone.page.getByRole('searchbox', { name: 'Search questions' });
  for (const [words, found] of [
    ['CÓDE', ['Is it code?']],
    ['bob', ['Is it data?']],
    ['#1', ['Is it code?']],
  ] as const) {
    await phone.write(search(), words);
    expect(rows(phone)).toEqual(found);
    expect(phone.page.getByText('1 of 2')).toBeDefined();
  }
  await phone.write(search(), 'elephant');
  expect(phone.text).toContain('No question here has “elephant”.');
  await phone.press(phone.page.getByRole('button', { name: 'Close the search' }));
  expect(rows(phone)).toHaveLength(2);
});

test('a question opens by its ⋯: its words to copy, and a report that moderators see [P6]', async () => {
  const { day, questions } = inQuestions();
  const phone = await openPhone(day, 'cat');
  await phone.press(phone.page.getByRole('button', { name: 'Copy, share or report question 2' }));
  const sheet = within(phone.page.getByRole('dialog', { name: 'Question #2' }));
  expect(sheet.getByText('Is it data?')).toBeDefined();
  expect(sheet.getByRole('button', { name: 'Copy the text' })).toBeDefined();
  await phone.press(sheet.getByRole('button', { name: 'Report to the moderators' }));
  await phone.press(sheet.getByRole('button', { name: 'Hurtful or offensive' }));
  expect(phone.connection.sent).toMatchObject([
    { type: 'report', question: questions[1], why: 'Hurtful or offensive' },
  ]);
  expect(sheet.getByText('Reported. A moderator will look at it.')).toBeDefined();
});

test('one’s own question is copied and shared, and not reported', async () => {
  const { day } = inQuestions();
  const phone = await openPhone(day, 'ann');
  await phone.press(phone.page.getByRole('button', { name: 'Copy, share or report question 1' }));
  expect(phone.page.getByRole('button', { name: 'Copy the text' })).toBeDefined();
  expect(phone.page.queryByRole('button', { name: 'Report to the moderators' })).toBeNull();
});

test('a shared link opens with its talk', async () => {
  const { day } = inQuestions();
  const phone = await openPhone(day, 'cat', { address: '/e/workshop?talk=panel' });
  expect(phone.page.getByRole<HTMLSelectElement>('combobox', { name: 'Show' }).value).toBe('panel');
});
