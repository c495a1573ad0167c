// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { given } from '../world/given.ts';
import type { OpenScreen } from '../world/open-screen.tsx';
import { at } from '../world/workshop.ts';
import { mineOn as mine, openPhone } from './pages.tsx';

/** The workshop while talk 1 is given. */
function duringTalk(policy: Parameters<typeof given>[0] = {}) {
  const day = given(policy);
  day.until(at('08:20'));
  return day;
}

const field = ({ page }: OpenScreen) =>
  page.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your question' });
const show = ({ page }: OpenScreen) => page.getByRole('combobox', { name: 'Show' });
const send = async (phone: OpenScreen, text: string, button = 'Send') => {
  await phone.write(field(phone), text);
  await phone.press(phone.page.getByRole('button', { name: button }));
};

test('what is asked stands under Mine, is to be reviewed, and is said to be sent', async () => {
  const phone = await openPhone(duringTalk());
  await send(phone, 'Which seed was this?');
  expect((await mine(phone)).getByText('Which seed was this?')).toBeDefined();
  expect((await mine(phone)).getByText('A moderator will review it')).toBeDefined();
  expect(field(phone).value).toBe('');
  await phone.pass(1_000);
  expect(phone.said).toBe('Sent. A moderator will review it.');
  expect(phone.connection.sent).toMatchObject([
    {
      type: 'question.ask',
      session: 'talk-1',
      text: 'Which seed was this?',
      anonymous: true,
      ifClosed: 'keep',
    },
  ]);
});

test('what arrived is not sent again after a reload, what has no answer is, under its id', async () => {
  const phone = await openPhone(duringTalk());
  await send(phone, 'Which seed was this?');
  phone.connection.answers.push('silence');
  await send(phone, 'And with how many runs?');
  expect(phone.connection.sent).toHaveLength(2);
  await phone.reload();
  const [, before, again, ...more] = phone.connection.sent;
  expect(again).toMatchObject({ id: before?.id, text: 'And with how many runs?' });
  expect(more).toEqual([]);
  expect((await mine(phone)).getAllByText('A moderator will review it')).toHaveLength(2);
});

test('the text comes back by Undo within ten seconds, and the question is withdrawn', async () => {
  const phone = await openPhone(duringTalk());
  await send(phone, 'Too early');
  await phone.press(phone.page.getByRole('button', { name: 'Undo' }));
  expect(field(phone).value).toBe('Too early');
  expect((await mine(phone)).getByText('Withdrawn')).toBeDefined();
  await send(phone, 'And again');
  await phone.pass(10_000);
  expect(phone.page.queryByRole('button', { name: 'Undo' })).toBeNull();
});

test('in the list at once where nobody reads questions before', async () => {
  const phone = await openPhone(duringTalk({ moderation: 'after' }));
  await send(phone, 'Which seed was this?');
  expect((await mine(phone)).getByText('Open')).toBeDefined();
  await phone.pass(1_000);
  expect(phone.said).toBe('Sent. Your question is in the list.');
});

test('nobody at the desk: who asks reads and hears that it waits, and that somebody is there again [V18]', async () => {
  const phone = await openPhone(duringTalk());
  phone.connection.around = { ...phone.connection.around, unattended: true };
  await phone.look();
  await send(phone, 'Is anybody there?');
  expect((await mine(phone)).getByText('To review: no moderator is here right now')).toBeDefined();
  const heard = new Set<string>();
  const listen = async () => {
    for (let second = 0; second < 4; second += 1) {
      await phone.pass(1_000);
      heard.add(phone.said);
    }
  };
  await listen();
  expect([...heard]).toContain('No moderator is here right now. Your question will be reviewed later.');
  expect([...heard].filter((sentence) => sentence.startsWith('Sent.'))).toEqual([
    'Sent. No moderator is here right now; one will review it later.',
  ]);
  phone.connection.around = { ...phone.connection.around, unattended: false };
  await phone.look();
  expect((await mine(phone)).getByText('A moderator will review it')).toBeDefined();
  await listen();
  expect([...heard]).toContain('A moderator is here again.');
  expect([...heard].filter((sentence) => sentence.startsWith('Sent.'))).toHaveLength(1);
});

test('slow mode is said before sending; a second question is kept and can be taken back [Q29]', async () => {
  const day = duringTalk({ slowMode: true });
  const phone = await openPhone(day);
  await phone.press(field(phone));
  expect(phone.page.getByText('Slow mode: 1 question per 2 minutes.')).toBeDefined();
  await send(phone, 'Which seed was this?');
  await send(phone, 'And with how many runs?');
  expect(
    (await mine(phone)).getByText(/Your question will be sent by itself in about 2 minutes\./),
  ).toBeDefined();
  await phone.press((await mine(phone)).getByRole('button', { name: 'Edit it again' }));
  expect(field(phone).value).toBe('And with how many runs?');
  expect((await mine(phone)).queryByText('And with how many runs?')).toBeNull();
  const before = phone.connection.sent.length;
  await phone.pass(125_000);
  expect(phone.connection.sent).toHaveLength(before);
  expect(day.state.tables.questions.size).toBe(1);
});

test('what slow mode held back is sent once by itself when the pause is over, and says so [Q29]', async () => {
  const phone = await openPhone(duringTalk({ slowMode: true }));
  await send(phone, 'Which seed was this?');
  await send(phone, 'And with how many runs?');
  const before = phone.connection.sent.length;
  await phone.pass(119_000);
  expect((await mine(phone)).getByText(/by itself/)).toBeDefined();
  expect(phone.connection.sent).toHaveLength(before);
  await phone.pass(2_000);
  expect((await mine(phone)).queryByText(/by itself/)).toBeNull();
  expect((await mine(phone)).getAllByText('A moderator will review it')).toHaveLength(2);
  expect(phone.connection.sent).toHaveLength(before + 1);
  await phone.pass(1_000);
  expect(phone.said).toBe('Sent. A moderator will review it.');
});

test('once slow mode is off, what it held back goes out at once [Q29]', async () => {
  const day = duringTalk({ slowMode: true });
  const phone = await openPhone(day);
  await send(phone, 'Which seed was this?');
  await send(phone, 'Does the code run today?');
  day.when('mod', 'policy.set', { slowMode: false });
  await phone.look();
  await phone.pass(1_000);
  expect((await mine(phone)).getAllByText('A moderator will review it')).toHaveLength(2);
});

test('what is too long says by how much, and cannot be sent', async () => {
  const phone = await openPhone(duringTalk());
  await phone.write(field(phone), 'x'.repeat(130));
  expect(phone.page.getByText('130 of 300')).toBeDefined();
  await phone.write(field(phone), 'x'.repeat(170));
  expect(phone.page.getByText(/Short questions fit the screen better\./)).toBeDefined();
  await phone.write(field(phone), 'x'.repeat(304));
  expect(phone.page.getByText('304 of 300: 4 too many')).toBeDefined();
  expect(phone.page.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
});

test('as whom one asks outlasts a reload like the text, and is said beside Send [X1]', async () => {
  const phone = await openPhone(duringTalk(), 'bob');
  const named = { id: 'bob', name: 'Bob', attendance: 'remote' } as const;
  await phone.after(() => phone.connection.admit({ token: 'badge', role: 'attendee', participant: named }));
  await phone.write(field(phone), 'Half a thought');
  await phone.press(phone.page.getByRole('switch', { name: /Anonymous/ }));
  await phone.reload();
  expect(field(phone).value).toBe('Half a thought');
  const send = phone.page.getByRole('button', { name: 'Send', description: 'as Bob' });
  expect(phone.text).toContain('as Bob');
  await phone.press(send);
  expect(phone.connection.sent).toMatchObject([{ text: 'Half a thought', anonymous: false }]);
});

test('a draft that is anonymous says so beside Send', async () => {
  const phone = await openPhone(duringTalk(), 'bob');
  await phone.write(field(phone), 'Half a thought');
  await phone.reload();
  expect(phone.page.getByRole('button', { name: 'Send', description: 'without a name' })).toBeDefined();
});

test('a question for a talk that is over is kept for later, or asked of what is on now', async () => {
  const day = duringTalk();
  day.until(at('09:00'));
  const phone = await openPhone(day);
  await phone.choose(show(phone), 'Title of talk-1 (closed)');
  await phone.write(field(phone), 'Too late?');
  expect(
    phone.page.getByText(/Questions for Title of talk-1 are closed\. Yours can be saved for later/),
  ).toBeDefined();
  await phone.press(phone.page.getByRole('button', { name: 'Save for later' }));
  expect((await mine(phone)).getByText('Saved for later')).toBeDefined();
  await phone.write(field(phone), 'For somebody else?');
  await phone.press(phone.page.getByRole('button', { name: 'Ask Title of spotlights instead' }));
  expect(phone.page.getByText('to Title of spotlights')).toBeDefined();
});

test('a question that is refused keeps its text, says why, and is sent again under a new id', async () => {
  const phone = await openPhone(duringTalk());
  phone.connection.answers.push({ ok: false, reason: 'unavailable', code: 'not-stored', message: 'No.' });
  await send(phone, 'Will this be kept?');
  expect(
    (await mine(phone)).getByText(
      'Not sent: The server could not store this just now. Try again in a moment.',
    ),
  ).toBeDefined();
  expect((await mine(phone)).getByText('Will this be kept?')).toBeDefined();
  expect(phone.page.getByText('Not sent. Your text is kept under Mine.')).toBeDefined();
  await phone.press((await mine(phone)).getByRole('button', { name: 'Send again' }));
  expect((await mine(phone)).getByText('A moderator will review it')).toBeDefined();
  const [first, second] = phone.connection.sent;
  expect(second?.id).not.toBe(first?.id);
});

test('while no answer comes it says that the text is safe', async () => {
  const phone = await openPhone(duringTalk());
  phone.connection.answers.push('silence');
  await send(phone, 'Anybody there?');
  expect((await mine(phone)).getByText('Sending…')).toBeDefined();
  await phone.pass(4_000);
  expect(
    (await mine(phone)).getByText('Not sent yet. Your text is kept on this device, and we keep trying.'),
  ).toBeDefined();
});

test('what is written is kept by its talk, and is said to be urgent before the Q&A closes', async () => {
  const day = duringTalk();
  const phone = await openPhone(day);
  await phone.write(field(phone), 'Not sent yet');
  day.when('mod', 'session.questions', { session: 'talk-1', mode: 'lastCall' });
  await phone.look();
  expect(phone.alarm).toBe('Questions for Title of talk-1 are about to close, and yours is not sent yet.');
  await phone.choose(show(phone), 'Title of talk-2');
  expect(field(phone).value).toBe('');
  await phone.choose(show(phone), 'Title of talk-1 (now)');
  expect(field(phone).value).toBe('Not sent yet');
});

test('an event that is closed takes no questions, and says so', async () => {
  const day = duringTalk();
  day.when('org', 'event.close', {});
  const phone = await openPhone(day);
  expect(phone.text).toContain('Thank you. The event is over.');
  expect(phone.page.queryByRole('textbox', { name: 'Your question' })).toBeNull();
});

test('before the server answers one can write already, and reads that sending has to wait', async () => {
  const phone = await openPhone(duringTalk(), 'ann', { unheard: true });
  await phone.write(field(phone), 'Early');
  expect(
    phone.page.getByText('You can write already. Sending works as soon as the server answers.'),
  ).toBeDefined();
  expect(phone.page.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
  await phone.look();
  expect(field(phone).value).toBe('Early');
  expect(phone.page.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(false);
});

test('what was begun is not lost where the event is closed meanwhile, and cannot be sent', async () => {
  const day = duringTalk();
  const phone = await openPhone(day);
  await phone.write(field(phone), 'Too late?');
  day.when('org', 'event.close', {});
  await phone.look();
  expect(field(phone).value).toBe('Too late?');
  expect(phone.text).toContain('This event is closed.');
  expect(phone.page.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true);
});

test('the field is one line that names whom one asks, and a sheet while it is used; a draft outlasts both', async () => {
  const phone = await openPhone(duringTalk());
  expect(field(phone).placeholder).toBe('Ask Ada Lovelace a question…');
  expect(phone.page.queryByRole('switch', { name: /Anonymous/ })).toBeNull();
  await phone.write(field(phone), 'Half a thought');
  expect(phone.page.getByRole('switch', { name: /Anonymous/ })).toBeDefined();
  await phone.press(phone.page.getByRole('button', { name: 'Close, and keep what is written' }));
  expect(phone.page.queryByRole('switch', { name: /Anonymous/ })).toBeNull();
  expect(document.activeElement?.tagName).toBe('FORM');
  expect(field(phone).value).toBe('Half a thought');
  await phone.press(field(phone));
  await phone.keys('{Escape}');
  expect(phone.page.queryByRole('switch', { name: /Anonymous/ })).toBeNull();
  await phone.reload();
  expect(field(phone).value).toBe('Half a thought');
});

test('where one is, is asked once, beside the first question', async () => {
  const phone = await openPhone(duringTalk());
  const place = () => phone.page.queryByRole('radio', { name: 'in the room' });
  expect(place()).toBeNull();
  await phone.write(field(phone), 'Which seed was this?');
  expect(place()).not.toBeNull();
  await phone.press(phone.page.getByRole('button', { name: 'Send' }));
  await phone.press(field(phone));
  expect(place()).toBeNull();
});

test('what is sent is a press away', async () => {
  const phone = await openPhone(duringTalk());
  await send(phone, 'Which seed was this?');
  expect(phone.page.getByText('Sent. A moderator will review it.')).toBeDefined();
  await phone.press(phone.page.getByRole('button', { name: 'See it' }));
  expect((await mine(phone)).getByText('Which seed was this?')).toBeDefined();
});
