// @vitest-environment happy-dom
import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { type OpenScreen, wordsIn } from '../world/open-screen.tsx';
import { at, inTwoRooms } from '../world/workshop.ts';
import { openPhone } from './pages.tsx';

const now = (phone: OpenScreen) => phone.wordsUnder('On now');

/** A phone at a time of the day, at which nobody touched anything. */
async function phoneAt(time: string, opening: Parameters<typeof openPhone>[2] = {}) {
  const day = given();
  day.until(at(time));
  const phone = await openPhone(day, 'ann', opening);
  return { day, phone };
}

test('before the day: when it starts, and that one can ask already', async () => {
  const { phone } = await phoneAt('07:30');
  expect(now(phone)).toContain('Title of opening starts in 30 min 08:00');
  expect(now(phone)).toContain('Ask early: questions to the first speaker are open.');
});

test('during a talk: who speaks, how long it still runs, what comes next [T43]', async () => {
  const { phone } = await phoneAt('08:20');
  expect(now(phone)).toContain('Title of talk-1 · Ada Lovelace Q&A open 30 min left until 08:50');
  await phone.press(phone.page.getByRole('button', { name: /^Title of talk-1 ·/ }));
  const dialog = phone.page.getByRole('dialog', { name: 'Title of talk-1' });
  expect(wordsIn(dialog)).toContain('Ada Lovelace');
  expect(wordsIn(dialog)).toContain('Now Sunday 26 April 08:10–08:50');
  expect(wordsIn(dialog)).toContain('Next: Title of spotlights, 08:50');
});

test('a talk over its time says by how much [T35]', async () => {
  const day = given({ autorun: false });
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
  day.until(at('08:56'));
  const phone = await openPhone(day);
  expect(now(phone)).toContain('6 min over until 08:50');
});

test('in the last call it counts down, for whoever is remote as long as their stream is behind', async () => {
  const { day, phone } = await phoneAt('08:20');
  day.when('mod', 'session.questions', { session: 'talk-1', mode: 'lastCall' });
  await phone.look();
  expect(now(phone)).toContain('Last call, 0:15 left');
  await phone.pass(5_000);
  expect(now(phone)).toContain('Last call, 0:10 left');
  await phone.pass(10_000);
  expect(now(phone)).toContain('Q&A closed');
});

test('the parts of a session follow each other', async () => {
  const { phone } = await phoneAt('08:55');
  expect(now(phone)).toContain('Title of spot-1');
  await phone.pass(8 * 60_000);
  expect(now(phone)).toContain('Title of spot-2');
});

test('the day ends by itself, with thanks and how many were asked [T17]', async () => {
  const { day, phone } = await phoneAt('08:20');
  day.ask('ann', 'The only one?');
  day.until(at('14:30'));
  await phone.look();
  expect(now(phone)).toContain('Thank you. 1 question asked, 0 answered.');
  // After the event nothing begs for a question.
  expect(phone.page.queryByRole('textbox')).toBeNull();
});

test('a reader elsewhere has both times, each with its city', async () => {
  const { phone } = await phoneAt('07:30', { zone: 'Asia/Kathmandu' });
  expect(now(phone)).toContain('13:45 (08:00 UTC)');
});

test('what the room sees is on the phone, with who asked; nothing of it once the screen is black', async () => {
  const { day, phone } = await phoneAt('08:20');
  const question = day.ask('bob', 'How sensitive is this?', { anonymous: false });
  day.when('mod', 'question.approve', { question });
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
  await phone.look();
  expect(phone.wordsUnder('On screen now')).toBe('On screen now: #1 How sensitive is this?');
  const line = phone.under('On screen now').getByRole('button');
  await phone.press(line);
  expect(line.getAttribute('aria-expanded')).toBe('true');
  expect(phone.wordsUnder('On screen now')).toBe('On screen now: #1 How sensitive is this? Bob · remote');
  await phone.pass(1_000);
  expect(phone.said).toBe('On screen: How sensitive is this?');
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'message', text: 'Back at ten' } });
  await phone.look();
  expect(phone.wordsUnder('On screen now')).toBe('On screen now: Back at ten');
  day.when('mod', 'stage.black', { room: 'main', on: true });
  await phone.look();
  expect(phone.page.queryByRole('region', { name: 'On screen now' })).toBeNull();
});

test('an announcement reaches those it is for, is said once, and is put away on this device', async () => {
  const { day, phone } = await phoneAt('08:20');
  day.when('mod', 'announce', { text: 'Lunch is in the garden today.', to: 'all' });
  day.when('mod', 'announce', { text: 'Please close the doors.', to: 'remote' });
  day.when('mod', 'announce', { text: 'Use the second microphone.', to: 'speakers' });
  await phone.look();
  expect(phone.wordsUnder('Announcements')).toBe('Announcement: Lunch is in the garden today.');
  await phone.pass(1_000);
  expect(phone.said).toBe('Announcement: Lunch is in the garden today.');
  await phone.press(phone.page.getByRole('button', { name: 'Dismiss “Lunch is in the garden today.”' }));
  expect(phone.wordsUnder('Announcements')).toBe('');
  await phone.reload();
  expect(phone.wordsUnder('Announcements')).toBe('');
});

test('an announcement goes when it is over', async () => {
  const { day, phone } = await phoneAt('08:20');
  day.when('mod', 'announce', { text: 'Two minutes left.', to: 'all', until: at('08:22') });
  await phone.look();
  expect(phone.wordsUnder('Announcements')).toContain('Two minutes left.');
  await phone.pass(121_000);
  expect(phone.wordsUnder('Announcements')).toBe('');
});

test('a change of the schedule is said in one breath: what, how late, what else, and what stays', async () => {
  const { day, phone } = await phoneAt('08:20');
  await phone.pass(1_000);
  day.when('mod', 'session.move', { session: 'spotlights', minutes: 10 }, { seen: day.state.seq });
  await phone.look();
  await phone.pass(1_000);
  expect(phone.said).toBe(
    'Schedule change: Title of spotlights now expected 09:00, 10 minutes late. One more session changes with it. Title of lunch stays 11:10.',
  );
});

test('the programme says what is over, on, next, late, cancelled and fixed, and asks for one', async () => {
  const { day, phone } = await phoneAt('08:20');
  day.when('mod', 'session.cancel', { session: 'talk-3' });
  day.when('mod', 'session.move', { session: 'spotlights', minutes: 5 }, { seen: day.state.seq });
  await phone.look();
  await phone.press(phone.page.getByRole('button', { name: 'Programme' }));
  const rows = phone.under('Programme').getAllByRole('listitem');
  const row = (title: string) => wordsIn(rows.find(({ textContent }) => textContent?.includes(title)));
  expect(row('Title of opening')).toBe('08:00–08:10 Title of opening ended');
  expect(row('Title of talk-1')).toBe('08:10–08:50 Title of talk-1 Now Ada Lovelace Ask Title of talk-1');
  expect(row('Title of spotlights')).toContain(
    'planned 08:50 08:55–09:25 5 min late Title of spotlights Next',
  );
  expect(row('Title of talk-3')).toContain('planned 10:30 Title of talk-3 Cancelled');
  expect(row('Title of lunch')).toContain('fixed start 11:10');
  await phone.press(phone.page.getByRole('button', { name: 'Ask Title of panel' }));
  expect(phone.page.getByRole<HTMLSelectElement>('combobox', { name: 'Show' }).value).toBe('panel');
});

test('a day in two rooms says what is where, and shows the programme of one', async () => {
  const day = given({}, inTwoRooms);
  day.until(at('08:20'));
  const phone = await openPhone(day);
  expect(now(phone)).toContain('Title of talk-1 · Ada Lovelace Q&A open Room 204');
  await phone.choose(phone.page.getByRole('combobox', { name: 'Show' }), 'Title of annex-1 (now)');
  expect(now(phone)).toContain('Title of annex-1 Q&A open Annex');
  await phone.press(phone.page.getByRole('button', { name: 'Programme' }));
  await phone.choose(phone.under('Programme').getByRole('combobox', { name: 'Show' }), 'Annex');
  expect(phone.wordsUnder('Programme')).toContain('Title of annex-2');
  expect(phone.wordsUnder('Programme')).not.toContain('Title of talk-2');
});

test('[X33] what was answered and left on the wall is not said to be looked at once its session has ended', async () => {
  const day = given({ autorun: false });
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
  const question = day.ask('bob', 'How sensitive is this?', { session: 'talk-1' });
  day.when('mod', 'question.approve', { question });
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
  day.until(at('08:30'));
  const phone = await openPhone(day);
  const line = () => phone.page.queryByRole('region', { name: 'On screen now' });
  day.when('mod', 'question.answer', { question, on: true });
  await phone.look();
  expect(line()).not.toBeNull();
  day.when('mod', 'session.start', { session: 'coffee' });
  await phone.look();
  expect(day.state.tables.stages.get('main')?.show).toEqual({ kind: 'question', question });
  expect(line()).toBeNull();
  // Who is not done with it looks at it: it was not answered.
  day.when('mod', 'question.answer', { question, on: false });
  await phone.look();
  expect(line()).not.toBeNull();
});

test('the connection: unsure in words, stale with the time, back with a sentence', async () => {
  const { phone } = await phoneAt('08:20');
  await phone.after(() => phone.connection.lose('unsure'));
  expect(phone.text).toContain('Checking the connection…');
  await phone.after(() => phone.connection.lose('stale'));
  const words = 'Offline. What you ask is kept and sent later. Last update 08:19:15.';
  expect(phone.text).toContain(words);
  await phone.pass(1_000);
  expect(phone.said).toBe(words);
  await phone.pass(1_000);
  expect(phone.said).toBe('Back online.');
  expect(phone.text).not.toContain('Offline');
});

test('once the event is closed, who is offline is promised nothing that would be sent', async () => {
  const day = given();
  day.when('org', 'event.close', {});
  const phone = await openPhone(day);
  await phone.after(() => phone.connection.lose('stale'));
  expect(phone.text).toMatch(/Offline\. Last update \d\d:\d\d:\d\d\./);
  expect(phone.text).not.toContain('sent later');
});

test('the browser’s own word that the network is gone is said at once, until anything is heard [X29]', async () => {
  const { phone } = await phoneAt('08:20');
  await phone.silence(1_000);
  await phone.after(() => dispatchEvent(new Event('offline')));
  expect(phone.text).toContain('Offline. What you ask is kept and sent later.');
  await phone.silence(1_000);
  expect(phone.said).toBe('Offline. What you ask is kept and sent later.');
  await phone.look();
  await phone.silence(1_000);
  expect(phone.text).not.toContain('Offline');
  expect(phone.said).toBe('Back online.');
});

test('a session is starred on this device, and the programme shows the starred ones alone', async () => {
  const { phone } = await phoneAt('08:20');
  await phone.press(phone.page.getByRole('button', { name: 'Programme' }));
  const show = () => phone.under('Programme').getByRole('combobox', { name: 'Show' });
  await phone.choose(show(), 'Starred');
  expect(phone.wordsUnder('Programme')).toContain('Nothing is starred here.');
  await phone.choose(show(), 'Everything');
  await phone.press(phone.under('Programme').getByRole('button', { name: 'Title of panel' }));
  const dialog = () => within(phone.page.getByRole('dialog', { name: 'Title of panel' }));
  await phone.press(dialog().getByRole('button', { name: 'Star' }));
  expect(dialog().getByRole('button', { name: 'Starred' }).getAttribute('aria-pressed')).toBe('true');
  await phone.press(dialog().getByRole('button', { name: 'Close' }));
  await phone.reload();
  await phone.press(phone.page.getByRole('button', { name: 'Programme' }));
  await phone.choose(show(), 'Starred');
  expect(phone.under('Programme').getAllByRole('listitem')).toHaveLength(1);
  expect(phone.wordsUnder('Programme')).toContain('Title of panel');
});

test('a row is starred where it stands', async () => {
  const { phone } = await phoneAt('08:20');
  await phone.press(phone.page.getByRole('button', { name: 'Programme' }));
  const star = () => phone.under('Programme').getByRole('button', { name: 'Star Title of panel' });
  await phone.press(star());
  expect(star().getAttribute('aria-pressed')).toBe('true');
  await phone.press(star());
  expect(star().getAttribute('aria-pressed')).toBe('false');
});

test('after the day the questions of all talks are read together, or of one', async () => {
  const { day, phone } = await phoneAt('08:20');
  day.when('mod', 'question.approve', { question: day.ask('ann', 'The only one?') });
  day.until(at('14:30'));
  await phone.look();
  expect(phone.wordsUnder('Questions')).toContain('The only one?');
  const show = phone.page.getByRole<HTMLSelectElement>('combobox', { name: 'Show' });
  expect([...show.options].find((option) => option.selected)?.textContent).toBe('All talks');
  await phone.choose(show, 'Title of panel');
  expect(phone.wordsUnder('Questions')).not.toContain('The only one?');
});

test('from the questions of another talk one press leads back to what is on', async () => {
  const { phone } = await phoneAt('08:20');
  await phone.choose(phone.page.getByRole('combobox', { name: 'Show' }), 'Title of panel');
  await phone.press(phone.page.getByRole('button', { name: 'Now: Title of talk-1' }));
  expect(phone.page.queryByRole('button', { name: /^Now: / })).toBeNull();
  expect(now(phone)).toContain('Title of talk-1');
});

test('a window with room for two parts shows the programme beside the questions', async () => {
  const { phone } = await phoneAt('08:20', { width: 1366 });
  expect(phone.page.getByRole('region', { name: 'Questions' })).toBeDefined();
  expect(phone.page.getByRole('region', { name: 'Programme' })).toBeDefined();
  expect(phone.page.queryByRole('button', { name: 'Programme' })).toBeNull();
  expect(phone.page.getByRole('switch', { name: /Anonymous/ })).toBeDefined();
});
