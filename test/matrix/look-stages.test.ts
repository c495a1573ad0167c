// Every scene of a stage on the page `/look`, measured in the size of real screens.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LookPage } from './look-page.ts';

/** How far a picture wanders against burn-in at most, in percent of its screen. */
const drift = 0.5;

/** What is wrong with one scene, in words. */
type Fault = string;

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 768 },
] as const;

describe('[D8] every scene of a stage', () => {
  let look: LookPage;
  beforeAll(async () => {
    look = await LookPage.open();
  });
  afterAll(() => look.close());

  test.each(sizes)(
    '$width × $height: stays inside its safe area wherever it drifts, breaks no time, lays no word over another',
    async ({ width, height }) => {
      await look.page.addStyleTag({
        content: `figure[data-layout] > div { width: ${width}px !important; height: ${height}px !important; aspect-ratio: auto !important; }`,
      });
      // Two frames: sizes are observed, texts are fitted anew.
      await look.page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await expect.poll(() => look.page.locator('figure[data-layout="full"]').count()).toBeGreaterThan(20);
      expect(await faultsOf(look, width, height)).toEqual([]);
    },
  );
});

function faultsOf(look: LookPage, width: number, height: number): Promise<Fault[]> {
  return look.page.evaluate(
    ({ width, height, drift }) => {
      interface Piece {
        text: string;
        from: Element;
        rect: DOMRect;
      }
      const round = (value: number) => Math.round(value * 10) / 10;
      /** A rectangle as far as it is seen: what boxes cut off is not there. */
      const seen = (rect: DOMRect, from: Element, wall: Element): DOMRect => {
        let { left, top, right, bottom } = rect;
        for (let box: Element | null = from; box && box !== wall; box = box.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(box);
          const edge = box.getBoundingClientRect();
          if (overflowX === 'hidden')
            [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
          if (overflowY === 'hidden')
            [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
        }
        return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
      };
      /** The letters of a line without the room above and below them that a large line height gives. */
      const letters = (rect: DOMRect, from: Element): DOMRect => {
        const size = Number.parseFloat(getComputedStyle(from).fontSize);
        const spare = Math.max(0, rect.height - size) / 2;
        return new DOMRect(rect.left, rect.top + spare, rect.width, rect.height - 2 * spare);
      };
      const rectsOf = (node: Node, match: RegExpMatchArray): DOMRect[] => {
        const range = document.createRange();
        range.setStart(node, match.index ?? 0);
        range.setEnd(node, (match.index ?? 0) + match[0].length);
        return [...range.getClientRects()];
      };
      const piecesOf = (wall: Element): Piece[] => {
        const pieces: Piece[] = [];
        const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const from = node.parentElement;
          const text = node.textContent?.trim() ?? '';
          if (!from || text === '' || getComputedStyle(from).visibility !== 'visible') continue;
          for (const match of (node.textContent ?? '').matchAll(/\S+/g))
            for (const rect of rectsOf(node, match)) {
              const rest = seen(letters(rect, from), from, wall);
              if (rest.width > 1 && rest.height > 1) pieces.push({ text, from, rect: rest });
            }
        }
        for (const svg of wall.querySelectorAll('svg'))
          pieces.push({ text: 'QR code', from: svg, rect: svg.getBoundingClientRect() });
        return pieces;
      };
      const brokenTimes = (wall: Element): string[] => {
        const broken: string[] = [];
        const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          for (const match of (node.textContent ?? '').matchAll(/\d{1,2}:\d{2}/g)) {
            const tops = new Set(rectsOf(node, match).map(({ top }) => Math.round(top)));
            if (tops.size > 1) broken.push(match[0]);
          }
        return broken;
      };
      const overlap = (a: DOMRect, b: DOMRect): number => {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return across > 1 ? down : 0;
      };
      const faults: string[] = [];
      for (const figure of document.querySelectorAll('figure[data-layout]')) {
        const name = figure.querySelector('figcaption')?.textContent ?? '';
        const wall = figure.querySelector('[data-scene]');
        if (!wall) {
          faults.push(`${name}: nothing is drawn`);
          continue;
        }
        const edge = wall.getBoundingClientRect();
        if (Math.round(edge.width) !== width || Math.round(edge.height) !== height)
          faults.push(`${name}: ${edge.width} × ${edge.height}`);
        // What shares its screen with something else, and a test card, keep to their places.
        const stays =
          figure.getAttribute('data-layout') !== 'full' || wall.getAttribute('data-scene') === 'test';
        const inset = stays ? 5 : 5 + drift;
        const pieces = piecesOf(wall);
        for (const { text, rect } of pieces) {
          const margins = [
            ((rect.left - edge.left) / width) * 100,
            ((edge.right - rect.right) / width) * 100,
            ((rect.top - edge.top) / height) * 100,
            ((edge.bottom - rect.bottom) / height) * 100,
          ];
          if (Math.min(...margins) < inset - 0.1)
            faults.push(
              `${name}: “${text.slice(0, 30)}” is ${margins.map(round).join(', ')} % from the edges`,
            );
        }
        for (const time of brokenTimes(wall)) faults.push(`${name}: ${time} is broken`);
        for (const [index, one] of pieces.entries())
          for (const other of pieces.slice(index + 1)) {
            if (one.from === other.from) continue;
            if (overlap(one.rect, other.rect) > height / 200)
              faults.push(`${name}: “${one.text.slice(0, 30)}” over “${other.text.slice(0, 30)}”`);
          }
      }
      return faults;
    },
    { width, height, drift },
  );
}
