// @vitest-environment happy-dom
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
  expect(now(phone)).toContain('Workshop Starts Sunday 26 April. 08:00');
  expect(now(phone)).toContain('Ask early: questions to the first speaker are open.');
  expect(now(phone)).toContain('Next Title of opening 08:00');
  expect(phone.page.getByText('Not started')).toBeDefined();
});

test('during a talk: who speaks, how long it still runs, what comes next [T43]', async () => {
  const { phone } = await phoneAt('08:20');
  expect(now(phone)).toContain('Title of talk-1 Ada Lovelace Questions open ends in 30 minutes 08:10–08:50');
  expect(now(phone)).toContain('Next Title of spotlights 08:50');
});

test('a talk over its time says by how much, and the next one how late it is [T35]', async () => {
  const day = given({ autorun: false });
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
  day.until(at('08:56'));
  const phone = await openPhone(day);
  expect(now(phone)).toContain('6 minutes over 08:10–08:50');
  expect(now(phone)).toContain('Next Title of spotlights 08:57 7 min late');
});

test('in the last call it counts down, for whoever is remote as long as their stream is behind', async () => {
  const { day, phone } = await phoneAt('08:20');
  day.when('mod', 'session.questions', { session: 'talk-1', mode: 'lastCall' });
  await phone.look();
  expect(now(phone)).toContain('Last call for questions, 0:15 left');
  await phone.pass(5_000);
  expect(now(phone)).toContain('Last call for questions, 0:10 left');
  await phone.pass(10_000);
  expect(now(phone)).toContain('Questions closed');
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
  expect(now(phone)).toContain('Thank you. 1 question, 0 answered.');
  expect(phone.page.getByText('Over')).toBeDefined();
});

test('a reader elsewhere has both times, each with its city', async () => {
  const { phone } = await phoneAt('07:30', { zone: 'Asia/Kathmandu' });
  expect(now(phone)).toContain('13:45 Kathmandu 08:00');
});

test('what the room sees is on the phone, with who asked; nothing of it once the screen is black', async () => {
  const { day, phone } = await phoneAt('08:20');
  const question = day.ask('bob', 'How sensitive is this?', { anonymous: false });
  day.when('mod', 'question.approve', { question });
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
  await phone.look();
  expect(phone.wordsUnder('On screen now')).toBe('On screen now How sensitive is this? No. 1 Bob Remote');
  await phone.pass(1_000);
  expect(phone.said).toBe('On screen: How sensitive is this?');
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'message', text: 'Back at ten' } });
  await phone.look();
  expect(phone.wordsUnder('On screen now')).toBe('On screen now Back at ten');
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
  expect(phone.wordsUnder('Announcements')).toBe('Announcement: Lunch is in the garden today. Dismiss');
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
  expect(row('Title of opening')).toBe('08:00–08:10 Title of opening over');
  expect(row('Title of talk-1')).toBe('08:10–08:50 Title of talk-1 Now Ada Lovelace Ask Title of talk-1');
  expect(row('Title of spotlights')).toContain(
    'planned 08:50 08:55–09:25 5 min late Title of spotlights Next',
  );
  expect(row('Title of talk-3')).toContain('planned 10:30 Title of talk-3 Cancelled');
  expect(row('Title of lunch')).toContain('starts at 11:10 sharp');
  await phone.press(phone.page.getByRole('button', { name: 'Ask Title of panel' }));
  expect(phone.page.getByRole<HTMLSelectElement>('combobox', { name: 'To' }).value).toBe('panel');
});

test('a day in two rooms says what is where, and shows the programme of one', async () => {
  const day = given({}, inTwoRooms);
  day.until(at('08:20'));
  const phone = await openPhone(day);
  expect(now(phone)).toContain('Title of talk-1 Ada Lovelace Room 204');
  expect(now(phone)).toContain('Title of annex-1 Annex');
  await phone.press(phone.page.getByRole('button', { name: 'Programme' }));
  await phone.choose(phone.page.getByRole('combobox', { name: 'Room' }), 'Annex');
  expect(phone.wordsUnder('Programme')).toContain('Title of annex-2');
  expect(phone.wordsUnder('Programme')).not.toContain('Title of talk-2');
});

test('the connection: unsure in words, stale with the time, back with a sentence', async () => {
  const { phone } = await phoneAt('08:20');
  await phone.after(() => phone.connection.lose('unsure'));
  expect(phone.text).toContain('Checking the connection…');
  await phone.after(() => phone.connection.lose('stale'));
  expect(phone.text).toContain('No connection. What you see is as of 08:19:15.');
  await phone.pass(1_000);
  expect(phone.said).toBe('The connection is lost. What you see is as of 08:19:15.');
  await phone.pass(1_000);
  expect(phone.said).toBe('Back online.');
  expect(phone.text).not.toContain('No connection');
});
