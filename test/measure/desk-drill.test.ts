import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Hands } from '../journeys/desk-hands.ts';
import { journey } from '../journeys/journey.ts';
import { expectText, sectionOf } from '../journeys/looking.ts';

const asked = Array.from({ length: 10 }, (_, index) => `Drill question number ${index + 1}, please?`);

describe('a drill of ten questions, by the card alone', () => {
  const { server, people } = journey();
  let desk: Hands;
  let stage: Page;
  let phone: Page;

  beforeAll(async () => {
    desk = new Hands(await people().withLaptop());
    stage = await people().projector();
    phone = await people().withPhone();
    await Promise.all([
      desk.page.goto(server.link('Moderator')),
      stage.goto(server.link('Screen')),
      phone.goto(server.link('Phone')),
    ]);
    await desk.page.getByText('To review').first().waitFor();
    await stage.getByText('Invited Talk 2').first().waitFor();
  });

  /** Asks from the phone's own browser, past its form: ten in a row are no test of the form. */
  const ask = (text: string) =>
    phone.evaluate(
      async ({ id, question }) => {
        const send = (path: string, body: object) =>
          fetch(`/api/events/demo/${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          });
        await send('join', { attendance: 'remote' });
        const answer = await send('commands', {
          id,
          type: 'question.ask',
          session: 'talk-2',
          text: question,
        });
        if (!answer.ok) throw new Error(await answer.text());
      },
      { id: randomUUID(), question: text },
    );

  test('ten are read, approved, queued, taken and answered; on air is what was queued, in that order, and nothing else', async () => {
    // What the wall shows is written down as it comes; while one fades into the next, both stand there.
    await stage.evaluate(() => {
      const seen = new Set<string>();
      Reflect.set(globalThis, 'onAir', seen);
      new MutationObserver(() => {
        const words = document.querySelector('main')?.innerText.match(/Drill question number \d+/g) ?? [];
        for (const word of words) seen.add(word);
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    for (const question of asked) await ask(question);
    await desk.page.keyboard.press('/');
    await desk.page.keyboard.type('drill question');
    await desk.page.keyboard.press('Enter');
    await expect
      .poll(() => sectionOf(desk.page, 'To review').locator('[data-row]').count(), { timeout: 15_000 })
      .toBe(10);
    await desk.goTo('To review', 'number 1,');
    for (let n = 1; n <= 10; n += 1) await desk.press('a', `Drill question number ${n},`);
    // What the demo had queued is taken out, so that the drill has the list to itself.
    const out = desk.page.getByRole('button', { name: /^Out of Up next/ });
    while ((await out.count()) > 0) {
      const left = await out.count();
      await out.first().click();
      await expect.poll(() => out.count(), { timeout: 15_000 }).toBe(left - 1);
    }
    for (const half of [asked.slice(0, 5), asked.slice(5)]) {
      for (const question of half) {
        await desk.goTo('Open', question.slice(0, question.indexOf(',') + 1));
        await desk.press('q', 'Up next ');
      }
      for (const question of half) {
        await desk.press('t', question.slice(0, question.indexOf(',')));
        await expectText(stage.locator('main'), question);
        await expectText(sectionOf(desk.page, 'On screen'), '1 of 1 screen shows this');
        await desk.press('d', 'Answered:');
      }
    }
    await desk.press('c', 'Screen cleared');
    const seen: unknown = await stage.evaluate(() => [...Reflect.get(globalThis, 'onAir')]);
    expect(seen).toEqual(asked.map((question) => question.slice(0, question.indexOf(','))));
  });

  test('nothing went wrong in any browser', () => {
    expect(people().trouble).toEqual([]);
  });
});
