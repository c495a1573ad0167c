import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MovedDay } from '../journeys/day.ts';
import { expectText } from '../journeys/looking.ts';
import { voiceIn } from '../journeys/voice.ts';
import type { Member } from '../world/member.ts';

const screens = [
  [1024, 768],
  [1280, 1024],
  [1280, 800],
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
  [390, 844],
] as const;

const note =
  'Two more questions, then please repeat the last one for the stream: people at home did not hear it.';
const long =
  'How sensitive are these results to the prompt, and would you expect the same ranking of the models if the tasks were ' +
  'written by people who have never used one, in languages that the training data hardly contain, and with graders who ' +
  'do not know which answer came from which model, and why?';

/** A piece of text on the page: where it stands, as far as it can be seen, and how large it is in percent of `vmin`. */
interface Piece {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  size: number;
  cut: boolean;
}

/** Every element that holds text of its own, as it lies on the screen. */
function piecesOf(): Piece[] {
  const own = (element: Element) =>
    [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
  const clips = (element: Element | null): Element[] =>
    element === null
      ? []
      : getComputedStyle(element).overflowX === 'hidden'
        ? [element, ...clips(element.parentElement)]
        : clips(element.parentElement);
  return [...document.querySelectorAll('main *')]
    .filter((element) => own(element) && getComputedStyle(element).visibility === 'visible')
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .map((element) => {
      const box = element.getBoundingClientRect();
      const seen = { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
      for (const around of clips(element.parentElement)) {
        const edge = around.getBoundingClientRect();
        seen.left = Math.max(seen.left, edge.left);
        seen.top = Math.max(seen.top, edge.top);
        seen.right = Math.min(seen.right, edge.right);
        seen.bottom = Math.min(seen.bottom, edge.bottom);
      }
      return {
        text: element.textContent ?? '',
        ...seen,
        size:
          (Number.parseFloat(getComputedStyle(element).fontSize) / Math.min(innerWidth, innerHeight)) * 100,
        cut: box.height - (seen.bottom - seen.top) > 1 || box.width - (seen.right - seen.left) > 1,
      };
    });
}

describe('the lectern on every shape of screen, and the speaker’s own page', () => {
  const text = readFileSync(new URL('../fixtures/events/small-day.yaml', import.meta.url), 'utf8');
  const day = new MovedDay(text.replace('autorun: true', 'autorun: false'), '2031-04-26T12:22:00Z');
  let lectern: Page;
  let desk: Member;
  const asked: string[] = [];

  beforeAll(async () => {
    await day.open();
    lectern = await day.show(await day.people.projector(), '/monitor/main', 'speaker', { room: 'main' });
    desk = await voiceIn(day, 'moderator');
    const phone = await voiceIn(day, 'attendee');
    await desk.must({ type: 'session.start', session: 'opening', at: '2031-04-26T12:00:00Z' });
    await desk.must({ type: 'session.start', session: 'talk-1', at: '2031-04-26T12:10:00Z' });
    for (const question of [long, `First: ${long}`.slice(0, 290), `Then: ${long}`.slice(0, 290)])
      asked.push(await phone.ask(question, { session: 'talk-1' }));
    for (const question of asked) await desk.must({ type: 'question.approve', question });
  });
  afterAll(() => day.close());

  const at = async (time: string) => {
    await day.moveTo(`2031-04-26T${time}Z`);
    await expect.poll(() => lectern.getByRole('main').count()).toBe(1);
  };
  /** Looks at the lectern on every screen: nothing leaves it, nothing lies on anything else, nothing is too small. */
  const lookEverywhere = async (step: string, digits: boolean) => {
    for (const [width, height] of screens) {
      const name = `${width}x${height} ${step}`;
      await lectern.setViewportSize({ width, height });
      await lectern.waitForTimeout(250);
      await day.picture(lectern, `lectern-${step}-${width}x${height}`);
      const pieces = await lectern.evaluate(piecesOf);
      for (const piece of pieces) {
        expect(piece.cut, `${name}: ${piece.text} is cut off`).toBe(false);
        expect(piece.left >= 0 && piece.top >= 0, `${name}: ${piece.text} begins outside`).toBe(true);
        expect(piece.right <= width && piece.bottom <= height, `${name}: ${piece.text} ends outside`).toBe(
          true,
        );
        expect(piece.size, `${name}: ${piece.text} is small`).toBeGreaterThanOrEqual(2.95);
      }
      for (const [index, one] of pieces.entries())
        for (const other of pieces.slice(index + 1))
          expect(overlap(one, other), `${name}: “${one.text}” lies on “${other.text}”`).toBe(false);
      if (digits && width > height) {
        const size = await lectern
          .getByRole('timer')
          .evaluate((each) => parseFloat(getComputedStyle(each).fontSize));
        expect(size / height, `${name}: digits`).toBeGreaterThanOrEqual(0.42);
      }
    }
    await lectern.setViewportSize({ width: 1920, height: 1080 });
  };

  test('a talk without questions: the digits, what this is, and what comes next in this room', async () => {
    await expectText(lectern.locator('body'), 'Next at 09:50: Coffee');
    await expectText(lectern.locator('body'), 'Ada Lovelace');
    await lookEverywhere('quiet', true);
  });

  test('a message, a question, the next two, and a lost connection at once', async () => {
    await desk.must({ type: 'session.note', session: 'talk-1', text: note });
    await desk.must({ type: 'stage.show', room: 'main', show: { kind: 'question', question: asked[0] } });
    await desk.must({ type: 'question.shortlist', question: asked[1], position: 1 });
    await desk.must({ type: 'question.shortlist', question: asked[2], position: 2 });
    await expectText(lectern.locator('body'), 'How sensitive');
    await lookEverywhere('full', true);
    await lectern.context().setOffline(true);
    await expectText(lectern.locator('body'), 'last update', 30_000);
    await lookEverywhere('stale', true);
    await lectern.context().setOffline(false);
    await expect
      .poll(() => lectern.locator('body').innerText(), { timeout: 30_000 })
      .not.toContain('last update');
  });

  test('the next two below a message, and below a question', async () => {
    await desk.must({ type: 'stage.show', room: 'main', show: { kind: 'auto' } });
    await expectText(lectern.locator('body'), 'First: How');
    await lookEverywhere('next', true);
    await desk.must({ type: 'session.note', session: 'talk-1', text: null });
    await desk.must({ type: 'stage.show', room: 'main', show: { kind: 'question', question: asked[0] } });
    await expect.poll(() => lectern.locator('body').innerText()).not.toContain('repeat');
    await lookEverywhere('question', true);
  });

  test('twelve minutes over, an hour over: the digits give way to the width, and to nothing else', async () => {
    await desk.must({ type: 'session.note', session: 'talk-1', text: note });
    await at('13:02:40');
    await expectText(lectern.locator('body'), '+12:4');
    await expectText(lectern.locator('body'), 'Next at 10:03: Coffee');
    await lookEverywhere('over', false);
    await at('14:52:10');
    await expectText(lectern.locator('body'), 'Now 11:52');
    await lookEverywhere('hours', false);
  });

  test('on the speaker’s own page nothing moves when a message arrives, nor when it was read', async () => {
    const page = await day.show(await day.people.withPhone(), '/speaker/talk-1', 'speaker', {
      session: 'talk-1',
    });
    await desk.must({ type: 'session.note', session: 'talk-1', text: null });
    await expect.poll(() => page.locator('body').innerText()).not.toContain('From the chair');
    const places = async () => ({
      timer: await page.getByRole('timer').evaluate((each) => each.getBoundingClientRect().top),
      seen: await page.getByRole('button', { name: 'I can see this' }).boundingBox(),
      next: await page.getByRole('region', { name: 'Next questions' }).boundingBox(),
    });
    const before = await places();
    await desk.must({ type: 'session.note', session: 'talk-1', text: note });
    await expectText(page.locator('body'), note);
    expect(await places()).toEqual(before);
    const understood = page.getByRole('button', { name: 'Understood' });
    const { y = 0, height = 0 } = (await understood.boundingBox()) ?? {};
    expect(y + height).toBeLessThanOrEqual(844);
    await day.picture(page, 'speaker-note');
    await understood.evaluate((each) => each instanceof HTMLElement && each.click());
    await expectText(page.locator('body'), 'Understood at');
    expect(await places()).toEqual(before);
  });

  test('nothing went wrong in the browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});

function overlap(one: Piece, other: Piece): boolean {
  return (
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
  );
}
