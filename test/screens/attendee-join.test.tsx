// @vitest-environment happy-dom
import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sentenceOf } from '../../server/refusals/spoken.ts';
import type { Joined } from '../../shared/wire/http.ts';
import type { Refusal, SpokenRefusal } from '../../shared/wire/refusals.ts';
import { answerHttp } from '../world/fake-http.ts';
import { given } from '../world/given.ts';
import { refuse } from '../world/refuse.ts';
import { at } from '../world/workshop.ts';
import { openPhone } from './pages.tsx';

const joined: Joined = {
  token: 'badge of Ann',
  role: 'attendee',
  participant: { id: 'ann', name: null, attendance: 'remote' },
};
const asSent = (refusal: Refusal): SpokenRefusal => ({ ...refusal, message: sentenceOf(refusal) });
const locked = asSent(refuse('not-now', 'joins-locked', { now: { joins: 'locked' } }));

/** A phone that the server does not know yet. */
async function stranger(address = '/', why: Refusal = refuse('no-badge', 'join-first')) {
  const day = given();
  day.until(at('08:20'));
  const phone = await openPhone(day, 'ann', { unheard: true, address });
  await phone.after(() => phone.connection.refuse(asSent(why)));
  // Whoever has no badge knocks at once.
  await phone.silence(0);
  return phone;
}

test.each([
  ['/e/workshop', 'remote'],
  ['/e/workshop?room=1', 'inRoom'],
  ['/e/workshop?ROOM=1', 'inRoom'],
  ['/e/workshop?room=0', 'remote'],
])('who comes for the first time is let in without a question: %s', async (address, attendance) => {
  const asked = answerHttp(() => ({ status: 200, json: joined }));
  const phone = await stranger(address);
  expect(asked).toEqual([{ what: 'POST /api/events/workshop/join', body: { attendance } }]);
  expect(phone.connection).toMatchObject({ badge: 'badge of Ann', reconnects: 1 });
  expect(phone.page.getByRole('heading', { name: /^Title of talk-1/ })).toBeDefined();
});

test('a server that cannot be reached is asked again, without a word', async () => {
  let reached = false;
  const asked = answerHttp(() => (reached ? { status: 200, json: joined } : 'lost'));
  const phone = await stranger();
  expect(phone.page.getByRole('textbox', { name: 'Your question' })).toBeDefined();
  reached = true;
  await phone.pass(2_000);
  expect(asked).toHaveLength(2);
  expect(phone.connection.badge).toBe('badge of Ann');
});

test('an event with a passcode asks for it, says that it was wrong, and lets in who knows it', async () => {
  const listed = { slug: 'workshop', title: 'Failing well', timezone: 'UTC', code: 'KLM4' };
  const times = { startsAt: '2026-04-26T08:00:00.000Z', endsAt: '2026-04-26T14:10:00.000Z' };
  const asked = answerHttp(({ what, body }) => {
    if (what === 'GET /api/events') return { status: 200, json: [{ ...listed, ...times }] };
    const { passcode } = { passcode: undefined, ...(typeof body === 'object' ? body : {}) };
    if (passcode === 'open sesame') return { status: 200, json: joined };
    const code = passcode === undefined ? 'passcode-needed' : 'passcode-wrong';
    return { status: 401, json: asSent(refuse('no-badge', code, { of: 'passcode' })) };
  });
  const phone = await stranger();
  const { page } = phone;
  expect(page.getByRole('heading', { name: 'This event has a passcode' })).toBeDefined();
  expect(phone.text).toContain('Failing well This event has a passcode');
  expect(page.getByRole<HTMLButtonElement>('button', { name: 'Join' }).disabled).toBe(true);
  await phone.write(page.getByRole('textbox', { name: 'Passcode' }), 'open');
  await phone.press(page.getByRole('button', { name: 'Join' }));
  expect(page.getByText('This is not the passcode. Look at it once more.')).toBeDefined();
  await phone.write(page.getByRole('textbox', { name: 'Passcode' }), 'open sesame');
  await phone.press(page.getByRole('button', { name: 'Join' }));
  expect(page.getByRole('heading', { name: /^Title of talk-1/ })).toBeDefined();
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toHaveLength(3);
});

test('who comes while joins are locked reads so, keeps the programme, and gets in with another try', async () => {
  let open = false;
  answerHttp(() => (open ? { status: 200, json: joined } : { status: 409, json: locked }));
  const phone = await stranger();
  const { page } = phone;
  expect(page.getByRole('heading', { name: 'Entry is closed right now' })).toBeDefined();
  expect(page.getByRole('link', { name: 'Programme as a calendar' }).getAttribute('href')).toBe(
    '/api/events/workshop/calendar.ics',
  );
  await phone.press(page.getByRole('button', { name: 'Try again' }));
  expect(page.getByText('Not yet. Try again in a little while.')).toBeDefined();
  open = true;
  await phone.press(page.getByRole('button', { name: 'Try again' }));
  expect(page.getByRole('textbox', { name: 'Your question' })).toBeDefined();
});

test('an event that is not there is named, with the way to those that are', async () => {
  const phone = await stranger('/', refuse('unknown', 'event-unknown'));
  expect(phone.text).toBe('There is no event “workshop” here. Go to the start page');
});

test('one page too many says which, and is tried again by a press', async () => {
  const phone = await openPhone(given(), 'ann', { unheard: true });
  const refusal = asSent(refuse('unavailable', 'many-pages', { limit: 8, retryAfterMs: 30_000 }));
  await phone.after(() => phone.connection.refuse(refusal));
  expect(phone.text).toContain(
    'You could not join: This event is open 8 times in this browser. Close one of the others.',
  );
  await phone.press(phone.page.getByRole('button', { name: 'Try again' }));
  expect(phone.connection.reconnects).toBe(1);
});

test('[X1] a name that was given is the name that is shown', async () => {
  const asked = answerHttp(({ body }) => {
    const { name } = { name: '', ...(typeof body === 'object' ? body : {}) };
    return { status: 200, json: { ...joined, participant: { ...joined.participant, name: name || null } } };
  });
  const day = given();
  day.until(at('08:20'));
  const phone = await openPhone(day, 'cat');
  const { page } = phone;
  await phone.press(page.getByRole('textbox', { name: 'Your question' }));
  await phone.press(page.getByRole('switch', { name: /Anonymous/ }));
  expect(page.getByText('Give a name below, or nobody knows who asks.')).toBeDefined();
  const name = page.getByRole('textbox', { name: 'Your name (optional)' });
  // Beside Send no other button asks to be pressed: a name is kept as its field is left.
  expect(page.queryByRole('button', { name: 'Save' })).toBeNull();
  await phone.write(name, ' Cat ');
  await phone.after(() => name.blur());
  expect(asked.at(-1)?.body).toEqual({ name: 'Cat', attendance: 'remote' });
  expect(page.getByText('Shown as Cat.')).toBeDefined();
  await phone.pass(1_000);
  expect(phone.said).toBe('Saved.');
});

test('a name that was typed goes along with what is sent next, saved by hand or not', async () => {
  const named: Joined = { ...joined, participant: { ...joined.participant, name: 'Cat' } };
  const sentBefore: number[] = [];
  const asked = answerHttp(() => {
    sentBefore.push(phone.connection.sent.length);
    return { status: 200, json: named };
  });
  const day = given();
  day.until(at('08:20'));
  const phone = await openPhone(day, 'cat');
  const { page } = phone;
  const field = page.getByRole('textbox', { name: 'Your question' });
  await phone.press(field);
  await phone.press(page.getByRole('switch', { name: /Anonymous/ }));
  await phone.write(field, 'Who asks?');
  const [name] = page.getAllByRole('textbox', { name: 'Your name (optional)' });
  if (!name) throw new Error('There is no field for a name');
  await phone.write(name, 'Cat');
  await phone.press(page.getByRole('button', { name: 'Send' }));
  expect(asked.map(({ body }) => body)).toEqual([{ name: 'Cat', attendance: 'remote' }]);
  expect(sentBefore).toEqual([0]);
  expect(phone.connection.sent).toMatchObject([
    { type: 'question.ask', text: 'Who asks?', anonymous: false },
  ]);
});

test('[X1] where somebody is, is chosen by nobody but them, and asked beside their first question', async () => {
  const here: Joined = { ...joined, participant: { ...joined.participant, attendance: 'inRoom' } };
  const asked = answerHttp(() => ({ status: 200, json: here }));
  const day = given();
  day.until(at('08:20'));
  const phone = await openPhone(day, 'cat');
  await phone.press(phone.page.getByRole('textbox', { name: 'Your question' }));
  const place = (name: string) => phone.page.getByRole<HTMLInputElement>('radio', { name });
  expect([place('in the room').checked, place('remote').checked]).toEqual([false, false]);
  await phone.press(place('in the room'));
  expect(asked.map(({ body }) => body)).toEqual([{ attendance: 'inRoom' }]);
});

test('[X1] “Saved.” stands beside where one is, once it is saved', async () => {
  let reached = false;
  const here: Joined = { ...joined, participant: { ...joined.participant, attendance: 'inRoom' } };
  answerHttp(() => (reached ? { status: 200, json: here } : 'lost'));
  const day = given();
  day.until(at('08:20'));
  const phone = await openPhone(day, 'cat');
  await phone.press(phone.page.getByRole('button', { name: /^In the room\? · / }));
  const about = () => within(phone.page.getByRole('dialog', { name: 'About you' }));
  await phone.press(about().getByRole('radio', { name: 'in the room' }));
  expect(about().getByText(/^Not saved: /)).toBeDefined();
  const place = (name: string) => about().getByRole<HTMLInputElement>('radio', { name });
  expect([place('in the room').checked, place('remote').checked]).toEqual([false, false]);
  reached = true;
  await phone.press(about().getByRole('radio', { name: 'in the room' }));
  expect(about().getByText('Saved.')).toBeDefined();
  expect(about().getByRole<HTMLInputElement>('radio', { name: 'in the room' }).checked).toBe(true);
});

test('one sheet says whose time is read, finds any zone by its city, and keeps what was chosen', async () => {
  const day = given();
  day.until(at('08:20'));
  const phone = await openPhone(day, 'cat', { zone: 'Asia/Tokyo' });
  await phone.press(phone.page.getByRole('button', { name: /^In the room\? · Tokyo/ }));
  const about = within(phone.page.getByRole('dialog', { name: 'About you' }));
  expect(about.getByRole<HTMLInputElement>('radio', { name: /^Tokyo Japan Standard Time/ }).checked).toBe(
    true,
  );
  await phone.press(about.getByRole('button', { name: 'Other places' }));
  expect(about.getAllByRole('radio').length).toBeLessThanOrEqual(24);
  await phone.write(about.getByRole('searchbox', { name: 'Search a city or zone' }), 'sao pau');
  await phone.press(about.getByRole('radio', { name: /^São Paulo/ }));
  await phone.press(about.getByRole('button', { name: 'Close' }));
  expect(phone.page.getByRole('button', { name: /^In the room\? · São Paulo/ })).toBeDefined();
});

test('text and colours are chosen in the same sheet, for this device', async () => {
  const day = given();
  day.until(at('08:20'));
  const phone = await openPhone(day, 'cat');
  await phone.press(phone.page.getByRole('button', { name: /^In the room\? · / }));
  const about = within(phone.page.getByRole('dialog', { name: 'About you' }));
  await phone.press(about.getByRole('radio', { name: 'Larger' }));
  await phone.press(about.getByRole('radio', { name: 'Dark' }));
  const { dataset } = document.documentElement;
  expect(dataset).toMatchObject({ text: 'larger', theme: 'dark' });
  await phone.press(about.getByRole('radio', { name: 'Normal' }));
  await phone.press(about.getByRole('radio', { name: 'Device' }));
  expect(dataset).not.toHaveProperty('theme');
});

test('the staff is no audience: nobody asks them where they are', async () => {
  const day = given();
  day.until(at('08:20'));
  const phone = await openPhone(day, 'mod');
  await phone.press(phone.page.getByRole('button', { name: /about you/ }));
  expect(phone.page.queryByRole('radio', { name: 'in the room' })).toBeNull();
});
