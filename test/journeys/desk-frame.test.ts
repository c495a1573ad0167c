// The row that a key acts on is the row that is drawn in the frame, whatever happened to the lists meanwhile.
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '../world/member.ts';
import { movedDay } from './day.ts';
import { Hands } from './desk-hands.ts';
import { expectText } from './looking.ts';
import { voiceIn } from './voice.ts';

describe('[X10] a key acts on the row in the frame', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:12:00Z');
  let page: Page;
  let desk: Hands;
  let colleague: Member;
  const wait = { timeout: 15_000 };

  beforeAll(async () => {
    page = await day.show(await day.people.withLaptop(), '/desk', 'moderator');
    desk = new Hands(page, day.slug);
    colleague = await voiceIn(day, 'moderator');
    await page.getByText('Nothing waiting').waitFor();
  });

  /** What is drawn in the frame: the list and the words of the one row, null where none is. */
  const framed = async () => {
    const rows = page.locator('[data-row][data-current="true"]');
    if ((await rows.count()) === 0) return null;
    return `${await rows.getAttribute('data-list')}: ${await rows.getByRole('paragraph').first().innerText()}`;
  };
  /** The list that has the focus, and the row in it. */
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement?.closest('[data-row], [data-list]');
      return at ? `${at.getAttribute('data-list')}: ${at.querySelector('p')?.innerText ?? ''}` : null;
    });
  const statusOf = (id: string) => day.app.events.get(day.slug)?.live.state.tables.questions.get(id)?.status;
  const onStage = () => {
    const show = day.app.events.get(day.slug)?.live.state.tables.stages.get('main')?.show;
    return show?.kind === 'question' ? show.question : null;
  };
  const asks = async (text: string, approved = false) => {
    const asker = await voiceIn(day, 'attendee', 'Ada');
    const id = await asker.ask(text, { session: 'talk-1' });
    if (approved) await colleague.must({ type: 'question.approve', question: id });
    // Its row stands in Waiting until the approval has come, too.
    const row = approved ? '[data-row][data-list="live"]' : '[data-row]';
    await page.locator(row).filter({ hasText: text }).waitFor();
    return id;
  };

  beforeEach(async () => {
    for (const [question, { status }] of day.app.events.get(day.slug)?.live.state.tables.questions ?? [])
      if (status === 'live' || status === 'inReview')
        await colleague.must({ type: 'question.archive', question });
      else if (status === 'answered')
        await colleague.must({ type: 'question.keep', question, for: 'written' });
    await page.goto(page.url().replace(/#.*$/, ''));
    await page.getByText('Nothing waiting').waitFor();
  });

  test('A then S: the last row that waited is approved, keeps the frame, and is shown', async () => {
    const id = await asks('The only one');
    await page.keyboard.press('j');
    await expect.poll(framed, wait).toBe('waiting: The only one');
    await desk.press('a', 'Approved:');
    expect(await framed()).toContain('The only one');
    await desk.press('s', 'On screen: #');
    expect(onStage()).toBe(id);
  });

  test('A and S as fast as hands can: S waits until A is done', async () => {
    const id = await asks('In a hurry');
    await page.keyboard.press('j');
    await expect.poll(framed, wait).toBe('waiting: In a hurry');
    await page.keyboard.press('a');
    await page.keyboard.press('s');
    await expect.poll(onStage, wait).toBe(id);
  });

  test('the same while the focus is elsewhere on the desk', async () => {
    const id = await asks('Looked at from elsewhere');
    await page.keyboard.press('j');
    await expect.poll(framed, wait).toBe('waiting: Looked at from elsewhere');
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.mouse.move(1300, 740);
    await desk.press('a', 'Approved:');
    await expect.poll(framed, wait).toContain('Looked at from elsewhere');
    await desk.press('s', 'On screen: #');
    expect(onStage()).toBe(id);
  });

  test('J goes to the list beside where nothing waits, and on from a list in which all is done', async () => {
    await asks('Live already', true);
    await page.keyboard.press('j');
    await expect.poll(framed, wait).toBe('live: Live already');
    expect(await focused()).toBe('live: Live already');
    const waiting = await asks('Waits');
    await page.keyboard.press('[');
    await expect.poll(framed, wait).toBe('waiting: Waits');
    await desk.press('a', 'Approved:');
    await expect.poll(() => statusOf(waiting), wait).toBe('live');
    await page.keyboard.press('j');
    await expect.poll(framed, wait).toMatch(/^live: /);
  });

  test('[ and ] take the frame and the focus along, Waiting included; what is empty has the focus itself', async () => {
    const supported = await asks('Live with many supporters', true);
    const answered = await asks('Taken before', true);
    await colleague.must({ type: 'question.answer', question: answered, on: true });
    const waits = await asks('Not for this room');
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Answered/ })
      .click();
    await page.locator('[data-row][data-list="answered"]').first().waitFor();
    await page.keyboard.press('[');
    await expect.poll(framed, wait).toBe('waiting: Not for this room');
    expect(await focused()).toBe('waiting: Not for this room');
    const why = page.getByRole('dialog', { name: 'Why is it not taken?' });
    // A row that the operator did not choose settles first, and the key is pressed again.
    while ((await why.count()) === 0) await page.keyboard.press('n');
    await page.keyboard.press('1');
    await expect.poll(() => statusOf(waits), wait).toBe('dismissed');
    expect(statusOf(supported)).toBe('live');
    await page.keyboard.press('[');
    await page.keyboard.press(']');
    await expect.poll(framed, wait).toBe('answered: Taken before');
    const seen = [];
    for (const list of ['kept', 'notTaken', 'waiting', 'live', 'answered']) {
      await page.keyboard.press(']');
      await expect.poll(focused, wait).toMatch(new RegExp(`^${list}: `));
      seen.push(await focused());
    }
    expect(seen[3]).toBe('live: Live with many supporters');
    expect(seen[4]).toBe('answered: Taken before');
  });

  test('what a colleague takes away under the frame is no longer meant', async () => {
    const first = await asks('First', true);
    const second = await asks('Second', true);
    await page.keyboard.press('j');
    await expect.poll(framed, wait).toBe('live: First');
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await page.mouse.move(1300, 740);
    await colleague.must({ type: 'question.dismiss', question: first, why: 'off-topic' });
    await expect.poll(framed, wait).toBe('live: Second');
    await desk.press('s', 'On screen: #');
    expect(onStage()).toBe(second);
    expect(statusOf(first)).toBe('dismissed');
  });

  test('what a filter hides is not acted on, and has the frame again without it', async () => {
    const hidden = await asks('Hidden by a search', true);
    await asks('Found', true);
    await page.getByRole('article').filter({ hasText: 'Hidden by' }).getByRole('paragraph').first().click();
    await expect.poll(framed, wait).toBe('live: Hidden by a search');
    await page.getByRole('checkbox', { name: 'Flagged' }).check();
    await expect.poll(framed, wait).toBeNull();
    const before = await desk.entries('stage.show');
    await desk.press('s', 'Choose a row first.');
    expect(await desk.entries('stage.show')).toBe(before);
    await page.getByRole('checkbox', { name: 'Flagged' }).uncheck();
    await expect.poll(framed, wait).toBe('live: Hidden by a search');
    await desk.press('s', 'On screen: #');
    expect(onStage()).toBe(hidden);
  });

  test('of several selected none is shown, and a single one that is not in the frame neither', async () => {
    await asks('One', true);
    const other = await asks('Other', true);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await expect.poll(framed, wait).toBe('live: Other');
    await page.keyboard.press('s');
    await expectText(desk.line, 'One at a time');
    await page.keyboard.press('Escape');
    await desk.press('s', 'On screen: #');
    expect(onStage()).toBe(other);
  });

  test('after Undo the frame is where the next key acts', async () => {
    const id = await asks('To and fro');
    await page.keyboard.press('j');
    await desk.press('a', 'Approved:');
    await desk.press('z', 'Undone: Approved');
    await expect.poll(framed, wait).toBe('waiting: To and fro');
    await desk.press('a', 'Approved:');
    await expect.poll(() => statusOf(id), wait).toBe('live');
  });

  test('nothing went wrong in the browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
