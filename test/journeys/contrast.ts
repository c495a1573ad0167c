// What a page's words stand on, in every state that somebody's hand can bring them into.
import type { Page } from 'playwright-core';

/** Everything that answers a hand, and what says how things are. */
const touched =
  'button, a, summary, label, select, input, textarea, option, [role=button], [role=option], [role=menuitem], [class*=badge]';

/** What a hand does to it, and what the page may say of it. */
const hands = [
  { hand: 'rest', forced: [], attributes: {} },
  { hand: 'hover', forced: ['hover'], attributes: {} },
  { hand: 'active', forced: ['hover', 'active'], attributes: {} },
  { hand: 'focus', forced: ['focus', 'focus-visible', 'focus-within'], attributes: {} },
  { hand: 'pressed', forced: [], attributes: { 'aria-pressed': 'true' } },
  { hand: 'pressed hover', forced: ['hover'], attributes: { 'aria-pressed': 'true' } },
  { hand: 'disabled', forced: [], attributes: { 'aria-disabled': 'true' } },
  { hand: 'disabled hover', forced: ['hover'], attributes: { 'aria-disabled': 'true' } },
] as const;

/** The colours of a page, and whether what it shows is old. */
const looks = [
  { look: 'light', colorScheme: 'light', forcedColors: 'none', stale: false },
  { look: 'dark', colorScheme: 'dark', forcedColors: 'none', stale: false },
  { look: 'light, stale', colorScheme: 'light', forcedColors: 'none', stale: true },
  { look: 'dark, stale', colorScheme: 'dark', forcedColors: 'none', stale: true },
  { look: 'forced', colorScheme: 'dark', forcedColors: 'active', stale: false },
] as const;

/**
 * The words on a page with less than 4.5:1 (large ones: 3:1), each with its state and ratio, by day, by night, stale and
 * where a reader forces the colours. All that a hand can touch is brought into the same state at once; of things that look
 * alike and stand alike the first two are looked at.
 */
export async function faintWords(page: Page): Promise<string[]> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('DOM.enable');
  await tools.send('CSS.enable');
  await page.evaluate(markKinds, touched);
  const { root } = await tools.send('DOM.getDocument', { depth: 0 });
  const marked = { nodeId: root.nodeId, selector: '[data-kind-of]' };
  const { nodeIds } = await tools.send('DOM.querySelectorAll', marked);
  const faults = new Set<string>();
  for (const { look, stale, ...media } of looks) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    for (const { hand, forced, attributes } of hands) {
      const restore = await page.evaluateHandle(setStates, { attributes, stale });
      const forcedPseudoClasses = [...forced];
      for (const nodeId of nodeIds)
        await tools.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses }).catch(unlessGone);
      for (const fault of await page.evaluate(faintNow)) faults.add(`${look}, ${hand}: ${fault}`);
      await restore.evaluate((undo) => undo());
    }
  }
  await tools.detach();
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('[data-kind-of]')) each.removeAttribute('data-kind-of');
  });
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return [...faults];
}

/** What a page has drawn anew meanwhile has no state to be brought into. */
function unlessGone(error: unknown): void {
  if (!String(error).includes('Could not find node')) throw error;
}

/** Marks the first two of each kind of visible thing, kinds being told apart by their classes and what they stand in. */
function markKinds(selector: string): void {
  const counts = new Map<string, number>();
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility()) continue;
    const [one, two] = [element.parentElement, element.parentElement?.parentElement];
    const states = ['aria-pressed', 'aria-disabled', 'disabled', 'data-kind'].map((name) =>
      element.getAttribute(name),
    );
    const kind = [element.tagName, element.className, one?.className, two?.className, ...states].join('|');
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= 2) element.setAttribute('data-kind-of', kind);
  }
}

/** Sets attributes on all that can be pressed, and the age of what the page shows; gives the way back. Runs in the page. */
function setStates(of: { attributes: Record<string, string>; stale: boolean }): () => void {
  const undone: (() => void)[] = [];
  const set = (element: Element, name: string, value: string) => {
    const before = element.getAttribute(name);
    undone.push(() => (before === null ? element.removeAttribute(name) : element.setAttribute(name, before)));
    element.setAttribute(name, value);
  };
  for (const element of document.querySelectorAll(':is(button, [role=button])[data-kind-of]'))
    for (const [name, value] of Object.entries(of.attributes)) set(element, name, value);
  if (of.stale)
    for (const element of document.querySelectorAll('[data-stale]')) set(element, 'data-stale', 'true');
  return () => {
    for (const undo of undone.reverse()) undo();
  };
}

/** The words with too little contrast as the page stands; colours as Chromium works them out. Runs in the page. */
function faintNow(): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('There is nothing to mix colours on');
  const colourOf = (text: string): Colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (front: Colour, back: Colour): Colour => {
    const mix = (at: 0 | 1 | 2) => front[at] * front[3] + back[at] * (1 - front[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const ground = (element: Element | null): Colour => {
    if (!element) return colourOf('Canvas');
    const own = colourOf(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, ground(element.parentElement));
  };
  const opacity = (element: Element | null): number =>
    element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
  // Relative luminance as WCAG 2.2 defines it.
  const luminance = ([red, green, blue]: Colour) => {
    const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red / 255) + 0.7152 * linear(green / 255) + 0.0722 * linear(blue / 255);
  };
  const faultOf = (holder: Element, words: string, pseudo?: string): string[] => {
    const { width, height } = holder.getBoundingClientRect();
    const through = opacity(holder);
    if (width < 2 || height < 2 || through === 0 || !holder.checkVisibility()) return [];
    if (holder.closest('.unseen, [aria-hidden=true]')) return [];
    const style = getComputedStyle(holder, pseudo);
    const back = ground(holder);
    const [red, green, blue, alpha] = colourOf(style.color);
    const [one, other] = [luminance(over([red, green, blue, alpha * through], back)), luminance(back)];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio >= (large ? 3 : 4.5)) return [];
    return [
      `${ratio.toFixed(2)}:1 “${words.trim().slice(0, 30)}” ${holder.tagName.toLowerCase()} ${holder.className}`,
    ];
  };
  const faults: string[] = [];
  for (const root of document.querySelectorAll('[data-kind-of]')) {
    if (root instanceof HTMLInputElement || root instanceof HTMLTextAreaElement) {
      if (/checkbox|radio/.test(root.type)) continue;
      faults.push(...faultOf(root, root.value || root.name));
      if (root.placeholder) faults.push(...faultOf(root, root.placeholder, '::placeholder'));
      continue;
    }
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      if (text.parentElement && /\S/.test(text.nodeValue ?? ''))
        faults.push(...faultOf(text.parentElement, text.nodeValue ?? ''));
  }
  return faults;
}
