// @vitest-environment happy-dom
// People and links: one line a person, and the mail that brings them their link.
import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fileOf } from '../../server/programme/file/file-of.ts';
import { programmeOf } from '../../server/programme/plan/programme-of.ts';
import type { Invited } from '../../shared/wire/http.ts';
import { answerHttp } from '../world/fake-http.ts';
import { given } from '../world/given.ts';
import { wordsIn } from '../world/open-screen.tsx';
import { at } from '../world/workshop.ts';
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

/** What is copied from now on. */
function keepClipboard(): string[] {
  const copied: string[] = [];
  const clipboard = { writeText: async (text: string) => void copied.push(text) };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  return copied;
}

async function openPeople() {
  const day = given();
  day.until(at('08:20'));
  const page = await openOrganizer(day, { address: '/e/workshop/admin#people' });
  const asked = answerHttp(({ what }) => {
    const programme = programmeOf(day.state);
    if (what === 'POST /api/events/workshop/invites') return { status: 201, json: made };
    return programme === null ? 'lost' : { status: 200, json: { seq: 0, file: fileOf(programme) } };
  });
  const speaker = () =>
    within(page.page.getByRole('region', { name: 'Speakers' })).getAllByRole('listitem')[0];
  return { day, page, asked, speaker };
}

test('a speaker has one line: their name, their talk, whether they have a link', async () => {
  const { day, page, speaker } = await openPeople();
  expect(wordsIn(speaker())).toBe('Ada Lovelace Title of talk-1 No link yet Copy for mail');
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

test('where no link is made nothing says that it was copied', async () => {
  const { page, speaker } = await openPeople();
  answerHttp(() => 'lost');
  await page.press(within(speaker() ?? document.body).getByRole('button', { name: /^Copy for mail/ }));
  expect(wordsIn(speaker())).toContain('No link was made. Try again.');
});
