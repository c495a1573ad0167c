// @vitest-environment happy-dom
// A session's form beside the programme: what it says of each field, and what it keeps.
import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { given } from '../world/given.ts';
import { wordsIn } from '../world/open-screen.tsx';
import { at } from '../world/workshop.ts';
import { openOrganizer } from './pages.tsx';

async function openForm(title: string) {
  const day = given();
  day.until(at('07:00'));
  const page = await openOrganizer(day, { address: '/e/workshop/admin#programme' });
  await page.press(page.page.getByRole('button', { name: `Edit ${title}` }));
  const form = () => within(page.page.getByRole('complementary', { name: new RegExp(title) }));
  return { page, form };
}

/** What is said of a field, as a browser finds it: by a list of ids, between spaces. */
function saidOf(field: Element): string {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => wordsIn(document.getElementById(id))).join(' ');
}

/** Writes a time of day into a field, and leaves it. */
async function setTime(page: Awaited<ReturnType<typeof openForm>>['page'], field: Element, time: string) {
  await page.after(() => {
    if (field instanceof HTMLInputElement) {
      field.focus();
      field.value = time;
      field.blur();
    }
  });
}

test('it says from when to when, and how long that is', async () => {
  const { form } = await openForm('Title of talk-1');
  const value = (label: string) => form().getByLabelText<HTMLInputElement>(label).value;
  expect([value('Day'), value('From'), value('To')]).toEqual(['2026-04-26', '08:10', '08:50']);
  expect(form().getByText('40 min')).toBeDefined();
});

test('another end changes its length, another start keeps it, and each field says that nobody sees it yet', async () => {
  const { page, form } = await openForm('Title of talk-1');
  await setTime(page, form().getByLabelText('To'), '08:45');
  expect(form().getByText('35 min')).toBeDefined();
  expect(form().getAllByText('Not published yet')).toHaveLength(1);
  await setTime(page, form().getByLabelText('From'), '08:15');
  expect(form().getByText('35 min')).toBeDefined();
  expect(form().getByLabelText<HTMLInputElement>('To').value).toBe('08:50');
  await page.write(form().getByLabelText('Title'), 'Title of talk-1, once more');
  expect(form().getAllByText('Not published yet')).toHaveLength(2);
  expect(page.page.getByRole('region', { name: 'Unsaved changes' })).toBeDefined();
  expect(wordsIn(page.page.getByRole('navigation'))).toContain('Programme unsaved');
});

test('a time is typed as somebody writes it; what is none stays, is said to be none, and changes nothing', async () => {
  const { page, form } = await openForm('Title of talk-1');
  const from = form().getByLabelText<HTMLInputElement>('From');
  await setTime(page, from, 'soon');
  expect(from.value).toBe('soon');
  expect(from.getAttribute('aria-invalid')).toBe('true');
  expect(saidOf(from)).toBe('As in 14:30');
  expect(page.page.queryByRole('region', { name: 'Unsaved changes' })).toBeNull();
  await setTime(page, from, '8.20 am');
  expect(from.value).toBe('08:20');
  expect(from.getAttribute('aria-invalid')).toBeNull();
  expect(form().getByLabelText<HTMLInputElement>('To').value).toBe('09:00');
  expect(form().getByText('40 min')).toBeDefined();
});

test('what right follows moves too unless one says otherwise; all later sessions only where one says so', async () => {
  const { form } = await openForm('Title of talk-1');
  const choice = form().getByLabelText<HTMLSelectElement>('Move too');
  expect(choice.value).toBe('behind');
  expect([...choice.options].map(({ text }) => text)).toEqual([
    'Nothing else',
    'The 4 sessions right after it',
    expect.stringMatching(/^All \d later sessions of the day, in every room$/),
  ]);
});

test('before a pause nothing moves with it by itself', async () => {
  const { form } = await openForm('Title of talk-3');
  expect(form().getByLabelText<HTMLSelectElement>('Move too').value).toBe('none');
});

test('it stays open until it is closed, and the focus goes back to where it was opened', async () => {
  const { page, form } = await openForm('Title of talk-1');
  await page.silence(120_000);
  expect(form().getByRole('heading', { level: 2 }).textContent).toBe('Title of talk-1');
  await page.keys('{Escape}');
  await page.silence(10);
  expect(page.page.queryByRole('complementary')).toBeNull();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit Title of talk-1');
});

test('an end before the start is said at its field, in an editor’s words; no other session is blamed', async () => {
  const { page, form } = await openForm('Title of talk-1');
  const to = form().getByLabelText('To');
  await setTime(page, to, '08:05');
  expect(to.getAttribute('aria-invalid')).toBe('true');
  expect(saidOf(to)).toBe('The end is not after the start.');
  expect(wordsIn(form().getByRole('heading', { level: 2 }))).toBe('Title of talk-1');
  expect(page.text).not.toMatch(/1,?435|-5 min/);
  const bar = page.wordsUnder('Unsaved changes');
  expect(bar).toContain('This cannot be published yet Title of talk-1: The end is not after the start.');
  expect(page.page.getByRole<HTMLButtonElement>('button', { name: 'Publish changes' }).disabled).toBe(true);
  // Another start that lies before that end puts it right.
  await setTime(page, form().getByLabelText('From'), '07:30');
  expect(form().getByLabelText<HTMLInputElement>('To').value).toBe('08:05');
  expect(form().getByText('35 min')).toBeDefined();
  expect(page.text).not.toContain('This cannot be published yet');
});

test('a session without a title says so at its field, and is called by its time', async () => {
  const { page, form } = await openForm('Title of talk-1');
  const sheet = form();
  await page.write(sheet.getByLabelText('Title'), '');
  const title = page.page.getByLabelText('Title');
  expect(title.getAttribute('aria-invalid')).toBe('true');
  expect(page.wordsUnder('Unsaved changes')).toContain('The session at 08:10: It needs a title.');
  expect(page.text).not.toContain('sessions[');
});

test('what goes past midnight ends on the next day', async () => {
  const { page, form } = await openForm('Title of talk-1');
  await setTime(page, form().getByLabelText('From'), '23:30');
  await setTime(page, form().getByLabelText('To'), '00:45');
  expect(form().getByText('75 min')).toBeDefined();
});

test('an event without a title and a room without a name say so at their fields', async () => {
  const day = given();
  day.until(at('07:00'));
  const page = await openOrganizer(day, { address: '/e/workshop/admin#settings' });
  const title = page.page.getByLabelText('Title');
  const room = page.page.getByLabelText('Name of room 1');
  await page.write(title, '');
  expect(saidOf(title)).toBe('The event needs a title.');
  expect(room.getAttribute('aria-invalid')).toBeNull();
  await page.write(room, '');
  expect(saidOf(room)).toBe('A room has no name.');
  expect(page.wordsUnder('Unsaved changes')).toContain('The event needs a title. A room has no name.');
  await page.write(title, 'Workshop');
  expect(title.getAttribute('aria-invalid')).toBeNull();
});

test('one number is given to all talks without Q&A, and the list says what each has', async () => {
  const day = given();
  day.until(at('07:00'));
  const page = await openOrganizer(day, { address: '/e/workshop/admin#programme' });
  const rows = () => page.page.getAllByRole('row').map(wordsIn);
  const without = () => rows().filter((row) => row?.includes('no Q&A')).length;
  const before = without();
  expect(before).toBeGreaterThan(1);
  expect(page.text).toContain(`${before} talks have no minutes for Q&A.`);
  await page.write(page.page.getByLabelText('Minutes for each'), '7');
  await page.press(page.page.getByRole('button', { name: 'Set' }));
  expect(without()).toBe(0);
  expect(rows().filter((row) => row?.includes('7 min Q&A'))).toHaveLength(before);
  expect(page.page.queryByLabelText('Minutes for each')).toBeNull();
  expect(page.page.getByRole('region', { name: 'Unsaved changes' })).toBeDefined();
  expect(page.page.getByRole<HTMLButtonElement>('button', { name: 'Import a file' }).disabled).toBe(true);
});

test('minutes wait to be published as soon as they are typed', async () => {
  const { page, form } = await openForm('Title of talk-1');
  await page.write(form().getByLabelText('Q&A minutes'), '9');
  expect(form().getByText('Not published yet')).toBeDefined();
});
