import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** How long the desk's keys stay deaf after they acted, and a row until they act on it, with something to spare; ms. */
const betweenKeys = 750;

/** How much is done at the desk: sixty actions in all. */
const deeds = { approve: 30, show: 20, answer: 10 } as const;

/** Milliseconds from a key to its acknowledged and drawn effect at the desk, and of *Show* to a display that drew it. */
export interface Acted {
  approve: number[];
  show: number[];
  answer: number[];
  display: number[];
}

/** Approves, shows and answers as a moderator would, one after the other. */
export async function act(page: Page): Promise<Acted> {
  const acted: Acted = { approve: [], show: [], answer: [], display: [] };
  await toList(page, 'waiting');
  for (let time = 0; time < deeds.approve; time += 1) {
    await pause(betweenKeys);
    acted.approve.push((await press(page, 'a', 'question.approve')).drawn);
  }
  await toList(page, 'live');
  for (let time = 0; time < deeds.show; time += 1) {
    await page.keyboard.press('j');
    await pause(betweenKeys);
    const shown = await press(page, 's', 'stage.show');
    acted.show.push(shown.drawn);
    if (shown.display !== null) acted.display.push(shown.display);
    if (time % (deeds.show / deeds.answer) !== 0) continue;
    await pause(betweenKeys);
    acted.answer.push((await press(page, 'd', 'question.answer')).drawn);
  }
  return acted;
}

/** Presses a key on the row in focus; again where the desk held it off, as it does right after a row came into focus. */
export async function press(
  page: Page,
  key: string,
  type: string,
): Promise<{ drawn: number; display: number | null }> {
  for (let time = 0; time < 5; time += 1) {
    const row = await current(page);
    if (row === null) throw new Error(`No row is in focus for ${type}`);
    await page.evaluate(([what, id]) => window.deskProbe.arm(what, id), [type, row] as const);
    await page.keyboard.press(key);
    const sent = await page
      .waitForFunction(() => window.deskProbe.sent(), null, { timeout: 5_000 })
      .catch(() => null);
    if (sent) return page.evaluate(() => window.deskProbe.result());
  }
  throw new Error(`The key ${key} does nothing`);
}

async function toList(page: Page, list: 'waiting' | 'live'): Promise<void> {
  await page.locator(`[data-row][data-list="${list}"]`).first().focus();
}

function current(page: Page): Promise<string | null> {
  return page.evaluate(
    () => document.querySelector<HTMLElement>('[data-current="true"]')?.dataset['row'] ?? null,
  );
}
