// @vitest-environment happy-dom
// A new event: its zone is said right or said to be wrong where it is typed, and what was chosen stays.
import { fireEvent } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NewEventForm } from '../../client/organizer/new/new-event-form.tsx';
import { FakeConnection } from '../world/fake-connection.ts';
import { answerHttp } from '../world/fake-http.ts';
import { given } from '../world/given.ts';
import { openScreen, wordsIn } from '../world/open-screen.tsx';

const lisbon = {
  slug: 'last-year',
  title: 'Last year',
  timezone: 'Europe/Lisbon',
  startsAt: '2025-04-26T08:00:00.000Z',
  endsAt: '2025-04-26T14:10:00.000Z',
  code: 'GAF6',
};

/** The form, on a server that says of each file in which zone it was asked to read it. */
async function openForm() {
  const zones: (string | null)[] = [];
  answerHttp(({ what }, query) => {
    if (what === 'GET /api/events') return { status: 200, json: [lisbon] };
    zones.push(query.get('timezone'));
    const issues = [{ path: '(file)', message: `Read in ${query.get('timezone')}.` }];
    return { status: 422, json: { ok: false, reason: 'import', code: 'file-error', message: '', issues } };
  });
  const page = await openScreen(new FakeConnection(given(), 'org'), <NewEventForm />);
  await page.write(page.page.getByLabelText('Name'), 'Failing well');
  const zone = page.page.getByLabelText<HTMLInputElement>('Time zone of the venue');
  const leave = () => page.after(() => fireEvent.blur(zone));
  return { page, zones, zone, leave };
}

test('a zone that there is none of is said at its field once it is left, with what may be meant', async () => {
  const { page, zone, leave } = await openForm();
  await page.write(zone, 'new yo');
  expect(zone.getAttribute('aria-invalid')).toBe('false');
  await leave();
  expect(zone.getAttribute('aria-invalid')).toBe('true');
  expect(page.text).toContain('There is no time zone “new yo”. Do you mean:');
  await page.press(page.page.getByRole('button', { name: 'America/New_York' }));
  expect(zone.value).toBe('America/New_York');
  expect(page.text).not.toContain('There is no time zone');
});

test('a city is a zone, in whatever capitals', async () => {
  const { page, zone, leave } = await openForm();
  for (const [words, id] of [
    ['new york', 'America/New_York'],
    ['são paulo', 'America/Sao_Paulo'],
    ['europe/lisbon', 'Europe/Lisbon'],
    ['utc', 'UTC'],
  ] as const) {
    await page.write(zone, words);
    await leave();
    expect(zone.value).toBe(id);
  }
});

test('[F63] no file is read in a zone that there is none of; one that was chosen is kept, and read anew in the next', async () => {
  const { page, zones, zone, leave } = await openForm();
  await page.write(zone, 'Lisbon');
  await leave();
  await page.press(page.page.getByText('Paste text instead'));
  await page.write(page.page.getByLabelText('Text of a file'), 'Start,Title');
  await page.press(page.page.getByRole('button', { name: 'Check file' }));
  expect(page.text).toContain('Read in Europe/Lisbon.');
  await page.write(zone, 'new yo');
  await leave();
  await page.press(page.page.getByRole('button', { name: 'America/New_York' }));
  await expect.poll(() => page.look().then(() => page.text)).toContain('Read in America/New_York.');
  expect(zones).toEqual(['Europe/Lisbon', 'America/New_York']);
});

test('an event that is copied brings its zone, unless another one was said', async () => {
  const { page, zone, leave } = await openForm();
  await page.press(page.page.getByRole('radio', { name: 'Another event' }));
  expect(wordsIn(page.page.getByRole('option', { name: 'Last year' }))).toBe('Last year');
  expect(zone.value).toBe('Europe/Lisbon');
  await page.write(zone, 'Tokyo');
  await leave();
  expect(zone.value).toBe('Asia/Tokyo');
});
