import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectText } from '../journeys/looking.ts';

const second = 1000;

/** A change of the digits on a screen, with its instant by the one true clock of this machine, epoch milliseconds. */
interface Turn {
  text: string;
  at: number;
}

declare global {
  interface Window {
    turns?: Turn[];
  }
}

/** Makes a browser's calendar clock wrong by so many milliseconds; its stopwatch goes on being right, as on real machines. */
function setClock(skew: number): void {
  const right = Date;
  const now = () => right.now() + skew;
  globalThis.Date = new Proxy(right, {
    construct: (target, args: [], type) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, type),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}

/** Notes on a page whenever the digits of its last minute turn over. */
function watchDigits(): void {
  const turns: Turn[] = [];
  window.turns = turns;
  const look = () => {
    const text = /\b0:\d\d\b/.exec(document.body.innerText)?.[0];
    if (text !== undefined && text !== turns.at(-1)?.text)
      turns.push({ text, at: performance.timeOrigin + performance.now() });
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
}

const turnsOf = (page: Page) => page.evaluate(() => window.turns ?? []);

/** The middle one of some numbers: one hiccup of a busy machine is not a wrong clock. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe('countdowns on screens whose own clocks are wrong', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:10:05Z');
  const screens: Record<string, Page> = {};

  beforeAll(async () => {
    const { people } = day;
    const open = async (
      name: string,
      page: Page,
      minutesWrong: number,
      ...where: [string, 'moderator' | 'speaker' | 'projector', object?]
    ) => {
      await page.addInitScript(setClock, minutesWrong * 60 * second);
      screens[name] = await day.show(page, ...where);
    };
    await open('desk', await people.withLaptop(), -7, '/desk', 'moderator');
    await open('stage', await people.projector(), 10, '/stage/main', 'projector', { room: 'main' });
    await open('lectern', await people.projector(), -26 * 60, '/monitor/main', 'speaker', { room: 'main' });
    await open('speaker', await people.withPhone(), 1, '/speaker/talk-1', 'speaker', { session: 'talk-1' });
  });

  const screen = (name: string): Page => {
    const page = screens[name];
    if (!page) throw new Error(`There is no ${name}`);
    return page;
  };

  test('[X23] agree with the server’s time and each other within 200 ms', async () => {
    await screen('desk').getByRole('button', { name: 'Started now' }).click();
    await expectText(screen('speaker').locator('body'), 'Talk');
    const { startedAt } = day.app.events.get(day.slug)?.live.state.tables.sessions.get('talk-1') ?? {};
    const end = Math.floor(((startedAt ?? 0) + 40 * 60 * second) / second) * second;
    await day.moveTo(new Date(end - 45 * second).toISOString());
    for (const page of Object.values(screens)) {
      await expectText(page.locator('body'), '0:4');
      await page.evaluate(watchDigits);
    }
    const watched = ['0:36', '0:35', '0:34', '0:33', '0:32', '0:31', '0:30'];
    for (const page of Object.values(screens))
      await expect
        .poll(() => turnsOf(page).then((turns) => turns.map(({ text }) => text)), { timeout: 30_000 })
        .toEqual(expect.arrayContaining(watched));
    const ahead = day.now() - Date.now();
    const turned: Record<string, number[]> = {};
    for (const [name, page] of Object.entries(screens)) {
      const turns = await turnsOf(page);
      turned[name] = watched.map((text) => {
        const due = end - Number(text.slice(2)) * second;
        return (turns.find((turn) => turn.text === text)?.at ?? Number.NaN) + ahead - due;
      });
    }
    for (const [name, late] of Object.entries(turned))
      expect(Math.abs(median(late)), name).toBeLessThanOrEqual(200);
    const spreads = watched.map((_, index) => {
      const all = Object.values(turned).map((late) => late[index] ?? Number.NaN);
      return Math.max(...all) - Math.min(...all);
    });
    expect(median(spreads)).toBeLessThanOrEqual(200);
  });

  test('run on through a lost connection and say so, and stop saying so once it is back', async () => {
    const lectern = screen('lectern');
    await lectern.context().setOffline(true);
    await expectText(lectern.locator('body'), 'last update', 30_000);
    const shown = () => lectern.getByRole('timer').innerText();
    const before = await shown();
    expect(before).toMatch(/^~/);
    await expect.poll(shown).not.toBe(before);
    await lectern.context().setOffline(false);
    await expect.poll(shown, { timeout: 30_000 }).not.toMatch(/^~/);
    await expect.poll(() => lectern.locator('body').innerText()).not.toContain('last update');
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
