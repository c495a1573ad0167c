// What pages are called in tabs and to screen readers, and what their buttons are called to whoever says what they see.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';

/** How long a page may take to stand, in milliseconds. */
const timeout = 15_000;

describe('every page of a day', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');

  const pages = [
    { title: 'A small workshop day', path: '', role: undefined, scope: {} },
    { title: 'Desk · Room 204', path: '/desk', role: 'moderator', scope: {} },
    { title: 'Chair · Room 204', path: '/desk?form=chair', role: 'moderator', scope: {} },
    { title: 'Organiser', path: '/admin', role: 'organizer', scope: {} },
    { title: 'Screen · Room 204', path: '/stage/main', role: 'projector', scope: { room: 'main' } },
    { title: 'Lectern · Room 204', path: '/monitor/main', role: 'speaker', scope: { room: 'main' } },
    {
      title: 'Speaker · Invited Talk 2',
      path: '/speaker/talk-2',
      role: 'speaker',
      scope: { session: 'talk-2' },
    },
  ] as const;

  test.each(pages)('[X13] $path is called by itself, its room or session, and the event', async (page) => {
    const laptop = await day.people.withLaptop();
    await day.show(laptop, page.path, page.role, page.scope);
    const event = 'A small workshop day';
    const title = page.path === '' ? event : `${page.title} · ${event}`;
    await expect.poll(() => laptop.title(), { timeout }).toBe(title);
  });

  test.each([
    ['/nowhere', 'There is no such page · Backrow'],
    ['/#invite=wrong', 'This link does not make events · Backrow'],
    ['/e/another/desk', 'There is no event “another” here · Backrow'],
  ])('[X13] %s is called by what it says', async (path, title) => {
    const laptop = await day.people.withLaptop();
    await laptop.goto(`${day.app.origins.here}${path}`);
    await expect.poll(() => laptop.title(), { timeout }).toBe(title);
  });

  test('[X14] what stands on a button or a link is part of what it is called', async () => {
    const desk = await day.show(await day.people.withLaptop(), '/desk', 'moderator');
    const tools = desk.getByRole('combobox', { name: 'More…' });
    await tools.waitFor({ timeout });
    const panels = await tools.locator('option').allTextContents();
    const faults = await misnamed(desk);
    for (const panel of panels.filter((name) => name !== 'More…' && !name.startsWith('Chair'))) {
      await tools.selectOption({ label: panel });
      await desk.locator('aside, dialog, section').first().waitFor();
      for (const change of await desk.getByRole('button', { name: /^(Unlock|Change) / }).all())
        if (await change.isVisible()) await change.click();
      faults.push(...(await misnamed(desk)));
    }
    const organizer = await day.show(await day.people.withLaptop(), '/admin', 'organizer');
    await organizer
      .getByRole('button', { name: /^Unlock and edit|^Edit / })
      .first()
      .waitFor({ timeout });
    faults.push(...(await misnamed(organizer)));
    for (const path of ['', '/desk?form=chair']) {
      const page = await day.show(await day.people.withPhone(), path, path === '' ? undefined : 'moderator');
      await page.getByRole('button').first().waitFor({ timeout });
      faults.push(...(await misnamed(page)));
    }
    expect([...new Set(faults)]).toEqual([]);
  });
});

/** Buttons and links whose visible words or digits are not in their accessible name (WCAG 2.5.3). */
function misnamed(page: Page): Promise<string[]> {
  return page.locator(':is(button, a, summary, [role=button])[aria-label]:visible').evaluateAll((all) =>
    all.flatMap((each) => {
      const plain = (text: string) => text.normalize().replace(/\s+/g, ' ').trim().toLowerCase();
      const seen = each instanceof HTMLElement ? plain(each.innerText) : '';
      const name = plain(each.getAttribute('aria-label') ?? '');
      return /[\p{L}\p{N}]/u.test(seen) && !name.includes(seen) ? [`${seen}: ${name}`] : [];
    }),
  );
}
