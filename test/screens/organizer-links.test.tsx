// @vitest-environment happy-dom
// People and links: one line a person, and the mail that brings them their link.
import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { fileOf } from '../../server/programme/file/file-of.ts';
import { programmeOf } from '../../server/programme/plan/programme-of.ts';
import type { Invited } from '../../shared/wire/http.ts';
import { answerHttp } from '../world/fake-http.ts';
import { given } from '../world/given.ts';
import { wordsIn } from '../world/open-screen.tsx';
import { at, workshop } from '../world/workshop.ts';
import { openOrganizer } from './pages.tsx';

const made: Invited = {
  event: 'workshop',
  role: 'speaker',
  path: '/e/workshop/speaker/talk-1#invite=secret',
  invite: 'secret',
  expiresAt: '2026-05-03T14:10:00.000Z',
  code: 'KLM4PQR7',
  codeExpiresAt: '2026-04-26T08:30:00.000Z',
};

function madeFor(body: unknown): Invited {
  const asked = { session: z.optional(z.string()), name: z.optional(z.string()) };
  const { session, name = 'nobody' } = z.object(asked).parse(body);
  if (session === undefined)
    return { ...made, role: 'moderator', path: `/e/workshop/desk#invite=${name.length}` };
  return { ...made, path: `/e/workshop/speaker/${session}#invite=secret` };
}

/** What is copied from now on. */
function keepClipboard(): string[] {
  const copied: string[] = [];
  const clipboard = { writeText: async (text: string) => void copied.push(text) };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  return copied;
}

async function openPeople(programme = workshop) {
  const day = given({}, programme);
  day.until(at('08:20'));
  const page = await openOrganizer(day, { address: '/e/workshop/admin#people' });
  const asked = answerHttp(({ what, body }) => {
    const present = programmeOf(day.state);
    if (what === 'POST /api/events/workshop/invites') return { status: 201, json: madeFor(body) };
    return present === null ? 'lost' : { status: 200, json: { seq: 0, file: fileOf(present) } };
  });
  const people = () =>
    within(page.page.getByRole('region', { name: 'Speakers' }))
      .getAllByRole('listitem')
      .filter((item) => item.parentElement?.closest('li') === null);
  const speaker = () => people()[0];
  return { day, page, asked, people, speaker };
}

test('a speaker has one line: their name, their talk, whether they have a link', async () => {
  const { day, page, speaker } = await openPeople();
  expect(wordsIn(speaker())).toBe('Ada Lovelace Title of talk-1 No link yet Copy link Copy for mail');
  const scope = { session: 'talk-1' };
  day.when('org', 'invite.make', { role: 'speaker', scope, name: 'Ada Lovelace', through: null });
  await page.look();
  expect(wordsIn(speaker())).toContain('Link made');
});

test('their mail is copied with the link, the day, the time and its zone; again it is the same link', async () => {
  const { page, asked, speaker } = await openPeople();
  const copy = () =>
    within(speaker() ?? document.body).getByRole('button', { name: 'Copy for mail: Ada Lovelace' });
  const copied = keepClipboard();
  await page.press(copy());
  await page.press(copy());
  const [mail, again] = copied;
  expect(mail).toContain('Dear Ada Lovelace');
  expect(mail).toContain('“Title of talk-1” at Workshop is on Sunday 26 April, 08:10 (UTC time)');
  expect(mail).toContain('/e/workshop/speaker/talk-1#invite=secret');
  expect(again).toBe(mail);
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([
    {
      what: 'POST /api/events/workshop/invites',
      body: { role: 'speaker', session: 'talk-1', name: 'Ada Lovelace' },
    },
  ]);
  expect(wordsIn(speaker())).toContain('Copied.');
});

test('a moderator’s link is copied with a mail to them, by their name where it is known', async () => {
  const { page } = await openPeople();
  const copied = keepClipboard();
  const make = async (name: string) => {
    await page.write(page.page.getByLabelText('Name (colleagues see it)'), name);
    await page.press(page.page.getByRole('button', { name: 'Make a link' }));
    const [newest] = page.page.getAllByRole('button', { name: 'Copy for mail' });
    if (newest) await page.press(newest);
    return copied.at(-1);
  };
  const mail = await make('Grace Hopper');
  expect(mail).toContain('Hello Grace Hopper,');
  expect(mail).toContain('you look after the questions at Workshop');
  expect(mail).toContain('/e/workshop/desk#invite=12');
  expect(await make('')).toContain('Hello,');
});

test('who speaks in several sessions has one line, a link for each to copy, and one mail with all of them', async () => {
  const ada = { id: 'lovelace', name: 'Ada Lovelace', affiliation: null, remote: false };
  const sessions = workshop.sessions.map((each) =>
    each.id === 'talk-2' ? { ...each, speakers: [ada, { ...ada, id: 'king', name: 'Augusta King' }] } : each,
  );
  const { day, page, asked, people, speaker } = await openPeople({ ...workshop, sessions });
  expect(people()).toHaveLength(2);
  expect(wordsIn(speaker())).toMatch(
    /^Ada Lovelace Title of talk-1 Copy link Title of talk-2 Copy link No link yet Copy for mail/,
  );
  const copied = keepClipboard();
  const press = (name: string) =>
    page.press(within(speaker() ?? document.body).getByRole('button', { name }));
  await press('Copy link: Ada Lovelace, Title of talk-2');
  expect(copied).toEqual([expect.stringContaining('/e/workshop/speaker/talk-2#invite=')]);
  await press('Copy for mail: Ada Lovelace');
  expect(copied[1]).toContain('you speak in 2 sessions');
  for (const talk of ['talk-1', 'talk-2']) expect(copied[1]).toContain(`/e/workshop/speaker/${talk}#invite=`);
  // The link that was copied alone is the one in the mail.
  expect(asked.filter(({ what }) => what.startsWith('POST'))).toHaveLength(2);
  const scope = { session: 'talk-1' };
  day.when('org', 'invite.make', { role: 'speaker', scope, name: 'Ada Lovelace', through: null });
  await page.look();
  expect(wordsIn(speaker())).toContain('1 of 2 links made');
});

test('where no link is made nothing says that it was copied', async () => {
  const { page, speaker } = await openPeople();
  answerHttp(() => 'lost');
  await page.press(within(speaker() ?? document.body).getByRole('button', { name: /^Copy for mail/ }));
  expect(wordsIn(speaker())).toContain('No link was made. Try again.');
});

test('where a browser bars all copying, the text is there and selected', async () => {
  const { page, speaker } = await openPeople();
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  document.execCommand = () => false;
  await page.press(within(speaker() ?? document.body).getByRole('button', { name: /^Copy for mail/ }));
  const { activeElement: field } = document;
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('Nothing is selected');
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toContain('Dear Ada Lovelace');
});
