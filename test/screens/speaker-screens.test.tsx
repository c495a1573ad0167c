// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { openLectern, openSpeaker } from './pages.tsx';

/** The workshop at a time of the day, at which nobody touched anything. */
function dayAt(time: string) {
  const day = given();
  day.until(at(time));
  return day;
}

/** Talk 1 with three questions of the audience in the list. */
function withQuestions() {
  const day = dayAt('08:20');
  const asked = ['Is it code?', 'Is it data?', 'Is it both?'].map((text) => day.ask('ann', text));
  for (const question of asked) day.when('mod', 'question.approve', { question });
  return { day, asked };
}

test('a talk without questions: the digits, what this is, and what comes next in this room', async () => {
  const lectern = await openLectern(dayAt('08:20'));
  expect(lectern.page.getByRole('timer', { name: 'Time left' }).textContent).toBe('20:00');
  for (const words of [
    'Until Q&A',
    'Now 08:20 UTC',
    'Q&A from 08:40',
    'Planned end 08:50',
    'Title of talk-1',
    'Ada Lovelace',
    'Next at 08:50: Title of spotlights',
  ])
    expect(lectern.text).toContain(words);
});

test('after a minute more of the crew alone the lectern has one clock: the end, its lateness and what is next', async () => {
  const day = given({ autorun: false });
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10:34') });
  day.when('mod', 'session.extend', { session: 'talk-1', minutes: 1, tell: false });
  day.until(at('08:20'));
  const lectern = await openLectern(day);
  expect(lectern.text).toContain('Ends 1 min later than planned');
  expect(lectern.text).toContain('Next at 08:51');
});

test('the phases of a talk are said in words: wrap up, last minute, questions, over', async () => {
  const day = given({ autorun: false });
  day.when('mod', 'session.start', { session: 'talk-1' }, { at: at('08:10') });
  const lectern = await openLectern(day);
  const expectAt = async (time: string, phase: string, digits: string) => {
    day.until(at(time));
    await lectern.look();
    expect(lectern.page.getAllByRole('status')[0]?.textContent).toBe(phase);
    expect(lectern.page.getByRole('timer').textContent).toBe(digits);
  };
  await expectAt('08:37', 'Wrap up for Q&A', '3:00');
  await expectAt('08:39:30', 'Last minute', '0:30');
  await expectAt('08:42', 'Q&A', '8:00');
  await expectAt('08:52:40', 'Over', '+2:40');
  await expectAt('09:52:40', 'Over', '+62:40');
  await expectAt('12:01:20', 'Over', '+3 h 11');
});

test('at the lectern: a message, the question on screen, and the next two where there is room', async () => {
  const { day, asked } = withQuestions();
  const [code = '', data = '', both = ''] = asked;
  day.when('mod', 'question.shortlist', { question: data, position: 1 });
  day.when('mod', 'question.shortlist', { question: both, position: 2 });
  const lectern = await openLectern(day);
  const next = () => lectern.page.queryByRole('list', { name: 'Next questions' })?.textContent;
  expect(next()).toBe('Is it data?Is it both?');
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question: code } });
  await lectern.look();
  expect(lectern.wordsUnder('On the screen in the room')).toBe('#1 Is it code?');
  expect(next()).toBe('Is it data?Is it both?');
  day.when('mod', 'session.note', { session: 'talk-1', text: 'Two more questions' });
  await lectern.look();
  expect(lectern.wordsUnder('From the chair')).toBe('Two more questions just now');
  expect(next()).toBeUndefined();
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'auto' } });
  await lectern.look();
  expect(next()).toBe('Is it data?Is it both?');
});

test('the next questions are hidden by whoever does not want to know them, also after a reload', async () => {
  const { day, asked } = withQuestions();
  day.when('mod', 'question.shortlist', { question: asked[0] ?? '', position: 1 });
  const lectern = await openLectern(day);
  await lectern.press(lectern.page.getByRole('switch', { name: 'Hide next questions' }));
  expect(lectern.text).not.toContain('Is it code?');
  await lectern.reload();
  expect(lectern.text).not.toContain('Is it code?');
});

test('a lectern that hears nothing says since when, and goes on counting', async () => {
  const lectern = await openLectern(dayAt('08:20'));
  await lectern.after(() => lectern.connection.lose('stale'));
  await lectern.silence(2_100);
  expect(lectern.page.getByRole('timer').textContent).toBe('~19:58');
  expect(lectern.text).toContain('last update 0:10');
  await lectern.pass(1_000);
  expect(lectern.text).not.toContain('last update');
});

test('nobody at the desk: the lectern and the speaker’s page say so, and no more once somebody is there [V18]', async () => {
  for (const open of [openLectern, openSpeaker]) {
    const screen = await open(dayAt('08:20'));
    expect(screen.text).not.toContain('Nobody is at the desk');
    screen.connection.around = { ...screen.connection.around, unattended: true };
    await screen.look();
    expect(screen.text).toContain('Nobody is at the desk');
    screen.connection.around = { ...screen.connection.around, unattended: false };
    await screen.look();
    expect(screen.text).not.toContain('Nobody is at the desk');
    screen.close();
  }
});

test('what is announced to speakers and to all stands on both pages, what is for the audience on neither', async () => {
  const day = dayAt('08:20');
  day.when('mod', 'announce', { text: 'Lunch is in the garden today.', to: 'all' });
  day.when('mod', 'announce', { text: 'Please close the doors.', to: 'inRoom' });
  day.when('mod', 'announce', { text: 'Use the second microphone.', to: 'speakers' });
  const speaker = await openSpeaker(day);
  expect(speaker.wordsUnder('Announcements')).toContain('Use the second microphone.');
  expect(speaker.wordsUnder('Announcements')).toContain('Lunch is in the garden today.');
  expect(speaker.text).not.toContain('doors');
  speaker.close();
  const lectern = await openLectern(day);
  expect(lectern.text).toContain('To all speakers: Use the second microphone.');
  expect(lectern.text).toContain('To everybody: Lunch is in the garden today.');
  expect(lectern.text).not.toContain('doors');
});

test('a message of the chair is acknowledged by the speaker with one press, and the lectern shows when [T31]', async () => {
  const day = dayAt('08:20');
  day.when('mod', 'session.note', { session: 'talk-1', text: 'Louder, please' });
  const speaker = await openSpeaker(day);
  expect(speaker.wordsUnder('From the chair')).toBe('From the chair just now Louder, please Understood');
  await speaker.press(speaker.page.getByRole('button', { name: 'Understood' }));
  expect(speaker.wordsUnder('From the chair')).toBe(
    'From the chair just now Louder, please Understood at 08:20',
  );
  speaker.close();
  const lectern = await openLectern(day);
  expect(lectern.text).toContain('Louder, please – Understood at 08:20');
});

test('[T45] a message grows old in two minutes, and is gone with its session, on both pages', async () => {
  const day = dayAt('08:20');
  day.when('mod', 'session.note', { session: 'talk-1', text: 'Two minutes left' });
  const lectern = await openLectern(day);
  expect(lectern.wordsUnder('From the chair')).toBe('Two minutes left just now');
  await lectern.pass(90_000);
  expect(lectern.wordsUnder('From the chair')).toBe('Two minutes left 1 min ago');
  await lectern.pass(31_000);
  expect(lectern.page.queryByRole('region', { name: 'From the chair' })).toBeNull();
  expect(lectern.text).toContain('Two minutes left – 2 min ago');
  lectern.close();
  const speaker = await openSpeaker(day);
  const card = () => speaker.page.queryByRole('region', { name: 'From the chair' });
  expect(card()?.getAttribute('data-quiet')).toBe('true');
  expect(speaker.wordsUnder('From the chair')).toBe('From the chair 2 min ago Two minutes left Understood');
  day.when('mod', 'session.end', { session: 'talk-1' });
  await speaker.look();
  expect(card()).toBeNull();
  speaker.close();
  const after = await openLectern(day);
  expect(after.text).not.toContain('Two minutes left');
});

test('a speaker tells the desk that the page works, and reads what the room sees and what comes [T32]', async () => {
  const { day, asked } = withQuestions();
  const [code = '', data = ''] = asked;
  day.when('mod', 'question.shortlist', { question: data, position: 1 });
  day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question: code } });
  const speaker = await openSpeaker(day);
  expect(speaker.wordsUnder('On the screen in the room')).toContain('Is it code? #1');
  const mirror = speaker.page.getByRole('img', { name: 'The screen in the room' });
  expect(mirror.querySelector('[data-scene]')?.getAttribute('data-scene')).toBe('question');
  expect(speaker.wordsUnder('Next questions')).toContain('Is it data?');
  await speaker.press(speaker.page.getByRole('button', { name: 'I can see this' }));
  expect(speaker.text).toContain('The desk was told at 08:20.');
  speaker.connection.answers.push({
    ok: false,
    reason: 'unavailable',
    code: 'no-answer',
    message: 'Nobody.',
  });
  await speaker.press(speaker.page.getByRole('button', { name: 'I can see this' }));
  expect(speaker.text).toContain('That did not arrive: Nobody.');
});

test('before, after and without its session the speaker’s page says how it stands', async () => {
  const day = dayAt('07:50');
  const speaker = await openSpeaker(day);
  expect(speaker.text).toContain('20 min to planned 08:10');
  expect(speaker.text).toContain('08:10–08:50 in Room 204');
  day.until(at('08:51'));
  day.when('mod', 'session.end', { session: 'talk-1' });
  await speaker.look();
  expect(speaker.text).toContain('This session is over. Thank you.');
  expect(speaker.page.queryByRole('button', { name: 'I can see this' })).toBeNull();
});
