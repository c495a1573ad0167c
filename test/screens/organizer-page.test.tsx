// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';
import { openOrganizer } from './pages.tsx';

/** The workshop while talk 1 is given. */
function duringTalk(policy: Parameters<typeof given>[0] = {}) {
  const day = given(policy);
  day.until(at('08:20'));
  return day;
}

test('the facts of the event: when, its code, who is here, how many questions', async () => {
  const day = duringTalk();
  day.ask('ann', 'One?');
  const page = await openOrganizer(day);
  page.connection.around = { ...page.connection.around, people: { inRoom: 41, remote: 120 } };
  await page.look();
  for (const words of [
    'When Sunday 26 April, 08:00–14:10. Times are those of Etc/UTC.',
    'Code KLM4',
    'Here now Room 41, remote 120',
    'Questions 1 asked, 0 answered, 0 kept, 0 not taken',
    'People cannot reach this server yet: set PUBLIC_URL.',
  ])
    expect(page.text).toContain(words);
});

test('[W55] the pages of the event, each under its own address', async () => {
  const page = await openOrganizer(duringTalk());
  const pages = page.under('Pages');
  const address = (name: string) =>
    pages
      .getByText(name)
      .closest('li')
      ?.querySelector('a')
      ?.getAttribute('href')
      ?.replace(location.origin, '');
  expect(address('Desk')).toBe('/e/workshop/desk');
  expect(address('Stage, Room 204')).toBe('/e/workshop/stage/main');
  expect(address('Lectern, Room 204')).toBe('/e/workshop/monitor/main');
  expect(address('Title of talk-1')).toBe('/e/workshop/speaker/talk-1');
});

test.each([
  [{}, 'what people ask waits until a moderator has read it'],
  [{ unattended: 'approve' }, 'questions that nothing speaks against go into the list by themselves'],
  [{ moderation: 'after' }, 'Questions go into the list unread, and nobody brings them to the screen.'],
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
  const page = await openOrganizer(duringTalk());
  await page.press(page.page.getByRole('button', { name: 'Close the event' }));
  const dialog = page.page.getByRole('dialog', { name: 'Close the event?' });
  expect(dialog.textContent).toContain('You can open it again.');
  await page.press(page.page.getAllByRole('button', { name: 'Close the event' }).at(-1) ?? dialog);
  expect(page.text).toContain('This event is closed: it can be read, and nothing more is taken.');
  await page.press(page.page.getByRole('button', { name: 'Open it again' }));
  expect(page.text).not.toContain('This event is closed');
});
