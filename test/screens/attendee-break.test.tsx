// @vitest-environment happy-dom
// Between two talks, and after the last one: whose questions are read, and what is said of them.
import { expect, test } from 'vitest';
import { given } from '../world/given.ts';
import type { OpenScreen } from '../world/open-screen.tsx';
import { at, inTwoRooms } from '../world/workshop.ts';
import { mineOn, openPhone } from './pages.tsx';

const chip = (phone: OpenScreen) => phone.page.getByRole<HTMLSelectElement>('combobox', { name: 'Show' });
const chosen = (phone: OpenScreen) => chip(phone).value;

/** The spotlights with one question of Bob's on the screen; coffee follows, and after that talk 2. */
async function inSpotlights() {
  const day = given();
  day.until(at('09:00'));
  const question = day.ask('bob', 'Which one failed?', { session: 'spotlights' });
  day.when('mod', 'question.approve', { question });
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
  return { day, question, phone: await openPhone(day) };
}

test('in a break the list stays at the talk that was discussed, and follows when the next one begins [X27]', async () => {
  const { day, phone } = await inSpotlights();
  day.until(at('09:40'));
  await phone.look();
  expect(phone.wordsUnder('On now')).toContain('Title of coffee');
  expect(phone.wordsUnder('Questions')).toContain('Which one failed?');
  expect(phone.wordsUnder('Questions')).toContain('Last talk');
  expect(chosen(phone)).toBe('spotlights');
  day.until(at('09:51'));
  day.when('mod', 'session.start', { session: 'talk-2' });
  await phone.look();
  expect(chosen(phone)).toBe('talk-2');
  expect(phone.page.queryByRole('button', { name: /^Next: / })).toBeNull();
});

test('who comes in a break reads what was discussed, and one press leads to what comes next [X27]', async () => {
  const { day } = await inSpotlights();
  day.until(at('09:40'));
  const late = await openPhone(day, 'cat');
  expect(late.wordsUnder('Questions')).toContain('Which one failed?');
  await late.press(late.page.getByRole('button', { name: 'To Title of talk-2' }));
  expect(chosen(late)).toBe('talk-2');
  expect(late.page.queryByRole('button', { name: /^Next: / })).toBeNull();
});

test('what a reader chose stays, in a break and after it [X27]', async () => {
  const { day, phone } = await inSpotlights();
  await phone.choose(chip(phone), 'Title of panel');
  day.until(at('09:40'));
  await phone.look();
  expect(chosen(phone)).toBe('panel');
  day.when('mod', 'session.start', { session: 'talk-2' });
  await phone.look();
  expect(chosen(phone)).toBe('panel');
});

test('what begins in another room takes nobody away who reads in this one, nor does its end [X27]', async () => {
  const day = given({}, inTwoRooms);
  day.until(at('08:09'));
  day.when('mod', 'session.start', { session: 'talk-1' });
  const phone = await openPhone(day);
  expect(chosen(phone)).toBe('talk-1');
  day.when('mod', 'session.start', { session: 'annex-1' });
  await phone.look();
  expect(chosen(phone)).toBe('talk-1');
  day.when('mod', 'session.end', { session: 'talk-1' });
  await phone.look();
  expect(chosen(phone)).toBe('talk-1');
  day.when('mod', 'session.start', { session: 'spotlights' });
  await phone.look();
  expect(chosen(phone)).toBe('spotlights');
});

test('once its room has nothing more to come the list follows what is on in another [X27]', async () => {
  const two = { ...inTwoRooms, sessions: inTwoRooms.sessions.filter(({ id }) => id !== 'annex-2') };
  const day = given({}, two);
  day.until(at('08:09'));
  day.when('mod', 'session.start', { session: 'annex-1' });
  const phone = await openPhone(day);
  expect(chosen(phone)).toBe('annex-1');
  day.when('mod', 'session.start', { session: 'talk-1' });
  day.when('mod', 'session.end', { session: 'annex-1' });
  await phone.look();
  expect(chosen(phone)).toBe('talk-1');
});

test('in a break the field says where a question goes, and asks the next talk by a press', async () => {
  const { day, phone } = await inSpotlights();
  day.until(at('09:40'));
  await phone.look();
  const field = phone.page.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your question' });
  expect(field.placeholder).toBe('Q&A closed: save a question for later…');
  await phone.write(field, 'And the others?');
  expect(phone.text).toContain('moderators may take it to a panel or have it answered in writing');
  await phone.press(phone.page.getByRole('button', { name: 'Ask Title of talk-2 instead' }));
  expect(phone.page.getByText('to Title of talk-2')).toBeDefined();
});

test('once the event is closed all talks are read, and nothing is on any more [X28]', async () => {
  const { day, phone } = await inSpotlights();
  day.ask('ann', 'Nobody read this?', { session: 'spotlights' });
  const open = day.ask('ann', 'Nobody answered this?', { session: 'spotlights' });
  day.when('mod', 'question.approve', { question: open });
  day.when('org', 'event.close', {});
  await phone.look();
  expect(phone.wordsUnder('On now')).toBe('Thank you. 3 questions asked, 0 answered.');
  expect(phone.page.queryByRole('progressbar')).toBeNull();
  expect(phone.page.queryByRole('region', { name: 'On screen now' })).toBeNull();
  expect(chosen(phone)).toBe('');
  expect(phone.wordsUnder('Questions')).toContain('All talks');
  expect(phone.wordsUnder('Questions')).toContain('Which one failed?');
  expect(phone.wordsUnder('Questions')).toContain('Nobody answered this?');
  expect(phone.page.queryByRole('button', { name: /Upvote/ })).toBeNull();
  const mine = await mineOn(phone);
  expect(mine.getByText('Was not reviewed')).toBeDefined();
  expect(mine.getByText('Was not answered')).toBeDefined();
  await phone.press(phone.page.getByRole('button', { name: 'Programme' }));
  expect(phone.wordsUnder('Programme')).not.toContain('Now');
  expect(phone.wordsUnder('Programme')).not.toContain('Next');
});

test('a closed event without a question does not say “yet” [X28]', async () => {
  const day = given();
  day.until(at('08:20'));
  day.when('org', 'event.close', {});
  const phone = await openPhone(day);
  expect(phone.wordsUnder('Questions')).toContain('No question was published.');
  expect(phone.wordsUnder('Questions')).not.toContain('yet');
  expect((await mineOn(phone)).getByText('You did not ask anything here.')).toBeDefined();
});
