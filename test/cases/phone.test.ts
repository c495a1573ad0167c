// What slow mode holds back on a phone outlasts a reload and a second tab; and axe, while there is something to be told.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsByAxe } from '../journeys/axe.ts';
import { movedDay } from '../journeys/day.ts';
import { expectMine, expectText, mineOf } from '../journeys/looking.ts';
import { voiceIn } from '../journeys/voice.ts';
import type { Member } from '../world/member.ts';

describe('a phone in the audience', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');
  let ada: Page;
  let desk: Member;
  const pages: Record<string, Page> = {};

  beforeAll(async () => {
    ada = await day.people.withPhone();
    await ada.clock.install();
    await day.show(ada, '');
    pages['laptop'] = await day.show(await day.people.withLaptop(), '?room=1');
    pages['speaker'] = await day.show(await day.people.withPhone(), '/speaker/talk-1', 'speaker', {
      session: 'talk-1',
    });
    pages['lectern'] = await day.show(await day.people.withLaptop(), '/monitor/main', 'speaker', {
      room: 'main',
    });
    desk = await voiceIn(day, 'moderator');
    await field(ada).waitFor();
  });

  const field = (page: Page) => page.getByRole('textbox', { name: 'Your question', exact: true });
  const ask = async (page: Page, text: string) => {
    await field(page).fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
  };
  const asked = () => [...(day.app.events.get(day.slug)?.live.state.tables.questions.values() ?? [])];

  test('[X26] a first visit joins and then connects, once; a later one connects with what it has', async () => {
    const phone = await day.people.withPhone();
    const said: string[] = [];
    phone.on('websocket', () => said.push('connects'));
    phone.on('request', (request) => {
      if (request.url().endsWith('/join')) said.push('joins');
    });
    await day.show(phone, '');
    await expectText(phone.locator('body'), 'Invited Talk 1');
    expect(said).toEqual(['joins', 'connects']);
    await phone.reload();
    await expectText(phone.locator('body'), 'Invited Talk 1');
    expect(said).toEqual(['joins', 'connects', 'connects']);
  });

  test('[X26] a first visit joins while the page’s code is still on its way', async () => {
    const phone = await day.people.withPhone();
    const joined = phone.waitForRequest((request) => request.url().endsWith('/join'));
    await phone.route('**/assets/phone-*.js', async (route) => {
      await joined;
      await route.continue();
    });
    await day.show(phone, '');
    await expectText(phone.locator('body'), 'Invited Talk 1');
  });

  test('an address that means nothing says so, and leads on', async () => {
    const phone = await day.people.withPhone();
    await phone.goto(`${new URL(ada.url()).origin}/e/%E0%A4%A`);
    await expectText(phone.locator('body'), 'There is no event');
  });

  test('what slow mode held is sent once by itself when the pause is over, also after a reload and from two tabs', async () => {
    await desk.must({ type: 'policy.set', slowMode: true });
    await ask(ada, 'Which seed was this?');
    await expectMine(ada, 'A moderator will review it');
    await ask(ada, 'And with how many runs?');
    await expectMine(ada, 'Your question will be sent by itself in about');
    await day.picture(ada, 'phone-1-paused');
    await ada.reload();
    await expectMine(ada, 'Your question will be sent by itself in about');
    const tab = await ada.context().newPage();
    await tab.goto(ada.url());
    await expectMine(tab, 'Your question will be sent by itself in about');
    await day.moveTo('2031-04-26T12:18:00Z');
    await ada.clock.fastForward('02:05');
    await expect.poll(() => asked().length, { timeout: 20_000 }).toBe(2);
    await expectText(ada.getByRole('status'), 'Sent. A moderator will review it.');
    await expect
      .poll(async () => (await mineOf(tab)).getByText('A moderator will review it').count(), {
        timeout: 15_000,
      })
      .toBe(2);
    await expect.poll(async () => (await mineOf(ada)).getByText('by itself').count()).toBe(0);
    expect(asked()).toHaveLength(2);
    await tab.close();
  });

  test('axe finds nothing while there is something to be told', async () => {
    await desk.must({ type: 'announce', text: 'Lunch is in the garden today.', to: 'all' });
    for (const [name, page] of Object.entries(pages)) {
      await expectText(page.locator('body'), 'Lunch is in the garden today.');
      await day.picture(page, `phone-4-${name}`);
      expect(await faultsByAxe(page)).toEqual([]);
    }
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
