// What a phone is told of its questions and of the organisers: slow mode, announcements, counters, where asked, no entry.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsByAxe } from './axe.ts';
import { movedDay } from './day.ts';
import { expectText, sectionOf } from './looking.ts';

describe('a phone in the audience', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');
  let ada: Page;
  let ben: Page;
  let desk: Page;
  let speaker: Page;
  let lectern: Page;

  beforeAll(async () => {
    ada = await day.people.withPhone();
    await ada.clock.install();
    await day.show(ada, '');
    ben = await day.show(await day.people.withLaptop(), '?room=1');
    desk = await day.show(await day.people.withLaptop(), '/desk', 'moderator');
    speaker = await day.show(await day.people.withPhone(), '/speaker/talk-1', 'speaker', {
      session: 'talk-1',
    });
    lectern = await day.show(await day.people.withLaptop(), '/monitor/main', 'speaker', { room: 'main' });
    await Promise.all([ada, ben].map((page) => field(page).waitFor()));
    await desk.getByRole('heading', { name: 'Waiting' }).first().waitFor();
  });

  /** A moderator does something by the desk's own badge. */
  const moderate = async (command: { type: string; [field: string]: unknown }) => {
    const outcome: unknown = await desk.evaluate(
      async ([path, body]) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
        return answer.json();
      },
      [`/api/events/${day.slug}/commands?as=moderator`, { id: randomUUID(), ...command }] as const,
    );
    expect(outcome).toMatchObject({ ok: true });
  };
  const field = (page: Page) => page.getByRole('textbox', { name: 'Your question', exact: true });
  const ask = async (page: Page, text: string) => {
    await field(page).fill(text);
    await page.getByRole('button', { name: /^(Send|Keep)/ }).click();
  };
  const mine = (page: Page) => sectionOf(page, 'My questions');
  const asked = () => [...(day.app.events.get(day.slug)?.live.state.tables.questions.values() ?? [])];
  const idOf = (n: number) => asked()[n]?.id ?? '';

  test('slow mode is said before sending; a second question is kept and can be taken back [Q29]', async () => {
    await moderate({ type: 'policy.set', slowMode: true });
    await field(ada).focus();
    await expectText(ada.locator('form').first(), 'Slow mode: one question in two minutes.');
    await ask(ada, 'Which seed was this?');
    await expectText(mine(ada), 'Waiting for a moderator');
    await ask(ada, 'And with how many runs?');
    await expectText(mine(ada), 'It is sent by itself in about 2 minutes.');
    await day.picture(ada, 'phone-1-paused');
    await mine(ada).getByRole('button', { name: 'Back to the field' }).click();
    expect(await field(ada).inputValue()).toBe('And with how many runs?');
    expect(asked()).toHaveLength(1);
  });

  test('what slow mode held is sent once by itself when the pause is over, also after a reload and from two tabs', async () => {
    await ada.getByRole('button', { name: 'Send' }).click();
    await expectText(mine(ada), 'It is sent by itself in about');
    await ada.reload();
    await expectText(mine(ada), 'It is sent by itself in about');
    const tab = await ada.context().newPage();
    await tab.goto(ada.url());
    await expectText(mine(tab), 'It is sent by itself in about');
    await day.moveTo('2031-04-26T12:18:00Z');
    await ada.clock.fastForward('02:05');
    await expect.poll(() => asked().length, { timeout: 20_000 }).toBe(2);
    await expectText(ada.getByRole('status'), 'Sent. It waits for a moderator.');
    await expect
      .poll(() => mine(tab).getByText('Waiting for a moderator').count(), { timeout: 15_000 })
      .toBe(2);
    await expect.poll(() => mine(ada).getByText('by itself').count()).toBe(0);
    expect(asked()).toHaveLength(2);
    await tab.close();
  });

  test('once slow mode is off, what it held goes out at once', async () => {
    await ask(ada, 'Does the code run today?');
    await expectText(mine(ada), 'It is sent by itself in about');
    await moderate({ type: 'policy.set', slowMode: false });
    await expect.poll(() => asked().length, { timeout: 15_000 }).toBe(3);
    await expect
      .poll(() => mine(ada).getByText('Waiting for a moderator').count(), { timeout: 15_000 })
      .toBe(3);
  });

  test('everybody sees how many were asked, answered and kept; the asker reads for what [Q31, V17]', async () => {
    await moderate({ type: 'question.approve', question: idOf(0) });
    await moderate({ type: 'question.answer', question: idOf(0), on: true });
    await moderate({ type: 'question.keep', question: idOf(1), for: 'panel', session: 'spotlights' });
    await moderate({ type: 'question.dismiss', question: idOf(2), why: 'off-topic' });
    await expectText(sectionOf(ben, 'Questions'), '3 asked · 1 answered · 1 kept for later · 1 not taken');
    await expectText(mine(ada), 'For “Spotlights”.');
    await day.picture(ada, 'phone-2-kept');
  });

  test('a question that came from another session says where it was asked [Q31]', async () => {
    await moderate({ type: 'question.approve', question: idOf(1) });
    await ben.getByRole('combobox', { name: 'Questions for' }).selectOption({ label: 'Spotlights' });
    await expectText(sectionOf(ben, 'Questions'), 'Asked in Invited Talk 1');
    await expectText(mine(ada), 'Asked in Invited Talk 1');
    await day.picture(ben, 'phone-3-origin');
  });

  test('an announcement reaches those it is for, is said once, and is put away on this device', async () => {
    await moderate({ type: 'announce', text: 'Lunch is in the garden today.', to: 'all' });
    await moderate({ type: 'announce', text: 'Please close the doors.', to: 'inRoom' });
    await moderate({ type: 'announce', text: 'Use the second microphone.', to: 'speakers' });
    const told = (page: Page) => sectionOf(page, 'Announcements');
    await expectText(told(ada), 'Lunch is in the garden today.');
    await expectText(told(ben), 'Please close the doors.');
    await expectText(ada.getByRole('status'), 'Announcement: Lunch is in the garden today.');
    expect(await told(ada).innerText()).not.toContain('doors');
    await ada.mouse.wheel(0, 600);
    await day.picture(ada, 'phone-4-announced');
    await day.picture(ben, 'phone-4-laptop');
    await expectText(sectionOf(speaker, 'Announcements'), 'Use the second microphone.');
    await expectText(lectern.locator('body'), 'Lunch is in the garden today.');
    expect(await speaker.locator('body').innerText()).not.toContain('doors');
    await day.picture(speaker, 'phone-4-speaker');
    await day.picture(lectern, 'phone-4-lectern');
    await ada.getByRole('button', { name: 'Dismiss “Lunch is in the garden today.”' }).click();
    await expect.poll(() => told(ada).innerText()).toBe('');
    await ada.reload();
    await expectText(mine(ada), 'Does the code run today?');
    expect(await told(ada).innerText()).toBe('');
    await expectText(told(ben), 'Lunch is in the garden today.');
  });

  test('it goes when it is over', async () => {
    const until = new Date(day.now() + 4_000).toISOString();
    await moderate({ type: 'announce', text: 'Two minutes left.', to: 'all', until });
    await expectText(sectionOf(ada, 'Announcements'), 'Two minutes left.');
    await day.moveTo(new Date(day.now() + 60_000).toISOString());
    await expect.poll(() => sectionOf(ada, 'Announcements').innerText(), { timeout: 15_000 }).toBe('');
  });

  test('axe finds nothing while there is something to be told', async () => {
    for (const page of [ben, speaker, lectern]) expect(await faultsByAxe(page)).toEqual([]);
  });

  test('who comes while joins are locked reads so, keeps the programme, and gets in with another try', async () => {
    const late = await day.people.withPhone();
    let locked = true;
    await late.route(/\/join$/, async (route) => {
      if (!locked) return route.continue();
      const refusal = {
        ok: false,
        reason: 'not-now',
        code: 'joins-locked',
        message: 'Locked.',
        now: { joins: 'locked' },
      };
      await route.fulfill({ status: 409, json: refusal });
    });
    await day.show(late, '');
    await expectText(late.locator('body'), 'Joining is closed just now');
    const calendar = late.getByRole('link', { name: 'Programme as a calendar' });
    const file = new URL((await calendar.getAttribute('href')) ?? '', late.url());
    expect((await late.request.get(file.href)).status()).toBe(200);
    await late.getByRole('button', { name: 'Try again' }).click();
    await expectText(late.locator('body'), 'Not yet.');
    await day.picture(late, 'phone-5-locked');
    locked = false;
    await late.getByRole('button', { name: 'Try again' }).click();
    await expectText(late.locator('body'), 'Your question');
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
