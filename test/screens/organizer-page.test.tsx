// @vitest-environment happy-dom
import { within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type Day, given } from '../world/given.ts';
import { wordsIn } from '../world/open-screen.tsx';
import { people } from '../world/people.ts';
import { at } from '../world/workshop.ts';
import { openOrganizer } from './pages.tsx';

/** The workshop while talk 1 is given. */
function duringTalk(policy: Parameters<typeof given>[0] = {}) {
  const day = given(policy);
  day.until(at('08:20'));
  return day;
}

/** Opens one of the organizer's pages by its address. */
function openPlace(day: Day, place: string) {
  return openOrganizer(day, { address: `/e/workshop/admin#${place}` });
}

test('the overview: when and where, the code, what runs, who is here, how many to review', async () => {
  const day = duringTalk();
  day.ask('ann', 'One?');
  const page = await openOrganizer(day);
  page.connection.around = { ...page.connection.around, people: { inRoom: 41, remote: 120 } };
  await page.look();
  for (const words of [
    'Sunday 26 April, 08:00–14:10 (UTC time)',
    'Code KLM4',
    'Title of talk-1, until 08:50 41 in the room, 120 remote · 1 to review',
    'People cannot reach this server yet: set PUBLIC_URL.',
  ])
    expect(page.text).toContain(words);
});

test('the checklist turns green by itself', async () => {
  const day = duringTalk();
  const page = await openOrganizer(day);
  const point = (name: string) => wordsIn(page.page.getByText(name, { selector: 'strong' }).closest('li'));
  expect(page.wordsUnder('Before the doors open')).toContain('4 steps left');
  expect(point('Programme')).toBe('Done: Programme 10 sessions, 2 without minutes for Q&A');
  expect(point('Moderator')).toContain('To do: Moderator Nobody has a link yet');
  expect(point('Screen, Room 204')).toContain('No screen connected');
  expect(point('Speakers')).toContain('0 of 1 have a link');
  expect(point('Test question')).toContain('Scan the code with a phone and ask one');
  day.ask('ann', 'Does it work?');
  const name = 'Ada Lovelace';
  day.when('org', 'invite.make', { role: 'speaker', scope: { session: 'talk-1' }, name, through: null });
  const staff = { id: people.mod.participant, name: null, role: 'moderator', at: null } as const;
  page.connection.around = { ...page.connection.around, staff: new Map([[staff.id, staff]]) };
  await page.look();
  expect(point('Moderator')).toBe('Done: Moderator At the desk');
  expect(point('Speakers')).toBe('Done: Speakers 1 of 1 have a link');
  expect(point('Test question')).toBe('Done: Test question 1 question asked');
  expect(page.wordsUnder('Before the doors open')).toContain('1 step left');
});

test('a closed event misses nobody at its desk; an empty desk is empty in the checklist, too, and has its way', async () => {
  const day = duringTalk();
  const page = await openOrganizer(day);
  const staff = { id: people.mod.participant, name: null, role: 'moderator', at: null } as const;
  page.connection.around = {
    ...page.connection.around,
    unattended: true,
    staff: new Map([[staff.id, staff]]),
  };
  await page.look();
  expect(page.text).toContain('Nobody is at the desk');
  const point = page.page.getByText('Moderator', { selector: 'strong' }).closest('li');
  expect(wordsIn(point)).toContain('To do:');
  day.when('org', 'event.close', {});
  await page.look();
  expect(page.text).toContain('This event is closed');
  expect(page.text).not.toContain('Nobody is at the desk');
});

test('[W42] the programme is given as an event file that can be imported again', async () => {
  const page = await openPlace(duringTalk(), 'export');
  const made: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) made.push(file);
    return 'blob:file';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  await page.press(page.page.getByRole('button', { name: 'Event file (JSON)' }));
  expect(JSON.parse((await made[0]?.text()) ?? '')).toMatchObject({ backrow: 1, slug: 'workshop' });
  expect(page.text).toContain('“live” means Open');
});

test('the code is shown large, with its address and both files', async () => {
  const page = await openOrganizer(duringTalk());
  await page.press(page.page.getByRole('button', { name: 'QR code' }));
  const dialog = within(page.page.getByRole('dialog', { name: 'The way in for everybody' }));
  expect(dialog.getByRole('img', { name: 'QR code of the link for everybody' })).toBeDefined();
  expect(dialog.getByText('KLM4')).toBeDefined();
  expect(dialog.getAllByRole('button').map(wordsIn)).toEqual(['Download SVG', 'Download PNG', 'Close']);
});

test('each page has an address of its own, and its name in the tab', async () => {
  const page = await openOrganizer(duringTalk());
  const rail = within(page.page.getByRole('navigation', { name: 'Pages of the organiser' }));
  for (const name of ['Programme', 'People and links', 'Screens', 'Settings', 'Export']) {
    await page.press(rail.getByRole('link', { name }));
    await page.after(() => dispatchEvent(new HashChangeEvent('hashchange')));
    expect(page.page.getByRole('heading', { level: 1 }).textContent).toBe(name);
    expect(document.title).toBe(`${name} · Organiser · Workshop`);
    expect(rail.getByRole('link', { name }).getAttribute('aria-current')).toBe('page');
  }
});

test('[W55] the pages of the event, each under its own address', async () => {
  const page = await openPlace(duringTalk(), 'screens');
  const address = (name: string) => page.page.getByRole('link', { name }).getAttribute('href');
  expect(address('Open: Phones')).toBe('/e/workshop');
  expect(address('Open: Desk')).toBe('/e/workshop/desk');
  expect(address('Open: Stage, Room 204')).toBe('/e/workshop/stage/main');
  expect(address('Open: Over slides or a camera, Room 204')).toBe(
    '/e/workshop/stage/main?layout=lower-third&background=transparent',
  );
  expect(address('Open: Lectern, Room 204')).toBe('/e/workshop/monitor/main');
  page.close();
  const people = await openPlace(duringTalk(), 'people');
  expect(people.page.getByRole('link', { name: 'Title of talk-1' }).getAttribute('href')).toBe(
    '/e/workshop/speaker/talk-1',
  );
});

test('a screen that has gone has a row of its own, with since when nothing was heard of it, and can be forgotten', async () => {
  const page = await openPlace(duringTalk(), 'screens');
  expect(page.text).not.toContain('Screen missing');
  const drawn = {
    ...{ id: 'main/left', scope: 'main', display: 'left', seq: 1, kind: 'talk', question: null },
    ...{ fits: true, width: 1920, height: 1080, at: '2026-04-26T08:10:00.000Z', connected: false },
  };
  page.connection.around = { ...page.connection.around, displays: new Map([[drawn.id, drawn]]) };
  await page.look();
  expect(page.text).toMatch(/Screen missing: \d{4}\s*Nothing was heard of it since 08:10/);
  await page.press(page.page.getByRole('button', { name: /^Forget screen \d{4}$/ }));
  expect(page.connection.sent).toMatchObject([{ type: 'display.set', display: 'main/left', on: false }]);
});

test.each([
  [{}, 'Questions wait until a moderator has read them'],
  [{ unattended: 'approve' }, 'questions without a warning are opened automatically'],
  [{ moderation: 'after' }, 'Questions open unread, and nobody puts them on the screen.'],
] as const)('[V18] nobody at the desk: what that means (%o)', async (policy, words) => {
  const page = await openOrganizer(duringTalk(policy));
  expect(page.page.queryByRole('region', { name: 'Nobody is at the desk' })).toBeNull();
  page.connection.around = { ...page.connection.around, unattended: true };
  await page.look();
  expect(page.wordsUnder('Nobody is at the desk')).toContain(words);
  page.connection.around = { ...page.connection.around, unattended: false };
  await page.look();
  await page.pass(2_000);
  expect(page.said).toBe('Somebody is at the desk again.');
});

test('the event is closed after a question, and opened again', async () => {
  const page = await openPlace(duringTalk(), 'settings');
  await page.press(page.page.getByRole('button', { name: 'Close the event' }));
  const dialog = page.page.getByRole('dialog', { name: 'Close the event?' });
  expect(dialog.textContent).toContain('You can open the event again.');
  await page.press(page.page.getAllByRole('button', { name: 'Close the event' }).at(-1) ?? dialog);
  expect(page.text).toContain('This event is closed: people can read it, and nobody can ask or vote.');
  const rail = within(page.page.getByRole('navigation', { name: 'Pages of the organiser' }));
  await page.press(rail.getByRole('link', { name: 'Overview' }));
  await page.after(() => dispatchEvent(new HashChangeEvent('hashchange')));
  expect(page.text).toContain('After the event');
  expect(page.text).not.toContain('left');
  await page.press(page.page.getByRole('button', { name: 'Open the event again' }));
  expect(page.text).toContain('Before the doors open');
  expect(page.text).not.toContain('This event is closed');
});
