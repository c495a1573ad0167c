import type { Page } from 'playwright-core';

/** What a row must say: its words in an element of their own, and further texts somewhere in it. */
export interface Wanted {
  text: string;
  also: string[];
}

/** Begins to note whatever a page does that text alone never does: scripts, dialogs, requests to elsewhere, new pages. */
export async function guard(page: Page, origin: string): Promise<string[]> {
  const noted: string[] = [];
  await page.exposeFunction('noteForTest', (what: string) => noted.push(what));
  await page.addInitScript(() => {
    const note = (what: string) => {
      if ('noteForTest' in window && typeof window.noteForTest === 'function') window.noteForTest(what);
    };
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
      window[name] = () => {
        note(`${name} was called`);
        return null as never;
      };
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      note(`the policy refused ${violatedDirective} ${blockedURI}`),
    );
  });
  page.on('dialog', (dialog) => {
    noted.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => noted.push(`a new page: ${popup.url()}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) noted.push(`a request: ${url}`);
  });
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(origin) && frame.url() !== 'about:blank')
      noted.push(`it went to ${frame.url()}`);
  });
  return noted;
}

/** Elements and attributes that no page of ours has, and pages that are wider than their window. */
export function strays(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const never =
      'iframe, frame, object, embed, applet, base, marquee, math, xmp, plaintext, listing, audio, video, source, track, font, center, foreignObject, animate, set, xss, x, template, form[action], meta[http-equiv], style:not([data-vite-dev-id])';
    const found = [...document.querySelectorAll(never)].map((element) => element.outerHTML.slice(0, 120));
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        const leads = /^(href|src|srcset|action|formaction|poster|background|data|xlink:href)$/.test(name);
        const own =
          /^(\/(?!\/)|#|\?|data:image\/|blob:|mailto:|$)/.test(value) || value.startsWith(location.origin);
        if (name.startsWith('on') || (leads && !own)) found.push(`${name}=${value.slice(0, 80)}`);
      }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      const wide = [...document.querySelectorAll('body *')].filter(
        (each) => each.childElementCount === 0 && each.getBoundingClientRect().right > clientWidth + 1,
      );
      const where = wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 160));
      found.push(`the page is ${scrollWidth - clientWidth} px too wide: ${where.join(' ')}`);
    }
    return found;
  });
}

/**
 * Scrolls through all rows of a page and says what is wrong with any: missing, other words than `wanted`, elements
 * inside of its words, or wider than its box. Rows are named by an attribute.
 */
export function faultsOfRows(
  page: Page,
  attribute: string,
  wanted: Readonly<Record<string, Wanted>>,
): Promise<string[]> {
  return page.evaluate(
    async ([name, all]) => {
      const left = new Set(Object.keys(all));
      const faults: string[] = [];
      const fault = (what: string, text: string) =>
        faults.push(`${what}: ${JSON.stringify(text.slice(0, 120))}`);
      const tooWide = (element: Element) =>
        element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
      const check = (row: Element, { text, also }: { text: string; also: string[] }) => {
        const words = [...row.querySelectorAll('*')].find(
          (each) => each.childElementCount === 0 && each.textContent === text,
        );
        if (!words) fault('its words differ', text);
        else if (tooWide(words) || tooWide(row)) fault('it is wider than its box', text);
        for (const other of also) if (!row.textContent.includes(other)) fault('it does not say', other);
      };
      const first = document.querySelector(`[${name}]`);
      let box: Element = document.scrollingElement ?? document.documentElement;
      for (let up = first?.parentElement; up; up = up.parentElement)
        if (/auto|scroll/.test(getComputedStyle(up).overflowY)) {
          box = up;
          break;
        }
      box.scrollTop = 0;
      for (let still = 0; left.size > 0 && still < 10; ) {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        for (const row of document.querySelectorAll(`[${name}]`)) {
          const id = row.getAttribute(name) ?? '';
          const rest = all[id];
          if (!left.has(id) || !rest) continue;
          left.delete(id);
          check(row, rest);
        }
        const before = box.scrollTop;
        box.scrollTop = before + box.clientHeight * 0.9;
        still = box.scrollTop === before ? still + 1 : 0;
      }
      for (const id of left) fault('no row says', all[id]?.text ?? id);
      return faults;
    },
    [attribute, wanted] as const,
  );
}

/** Waits until a screen shows a text, or a page of it, inside of its box; says what is wrong where it never does. */
export function faultsOfScreen(page: Page, text: string): Promise<string[]> {
  return page.evaluate(
    (words) =>
      new Promise<string[]>((resolve) => {
        const began = performance.now();
        const said = JSON.stringify(words.slice(0, 120));
        const leaves = () =>
          [...document.querySelectorAll('main *')].filter(
            (each) => each.childElementCount === 0 && !each.closest('[aria-hidden="true"]'),
          );
        // Larger than whatever else says the same: a name beside its question may have the same words.
        const largest = (of: Element[]) => of.toSorted((a, b) => sizeOf(b) - sizeOf(a)).at(0);
        const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);
        const shown = () => {
          const all = leaves();
          const whole = all.filter(({ textContent }) => textContent === words);
          const paged = all.some(({ textContent }) => /^\d+ \/ \d+$/.test(textContent ?? ''));
          if (whole.length > 0 || !paged) return largest(whole);
          return largest(
            all.filter(
              ({ textContent }) => textContent !== null && textContent !== '' && words.includes(textContent),
            ),
          );
        };
        const look = () => {
          const found = shown();
          const now = found ? faults(found) : [`not shown: ${said}`];
          if (now.length === 0 || performance.now() - began > 15_000) return resolve(now);
          return requestAnimationFrame(look);
        };
        const faults = (found: Element): string[] => {
          let box = found.parentElement;
          while (box && getComputedStyle(box).overflow !== 'hidden') box = box.parentElement;
          const inside = (box ?? document.documentElement).getBoundingClientRect();
          // Sideways each word counts, and no space that hangs over; up and down the lines: letters' boxes are higher.
          const { top, bottom } = found.getBoundingClientRect();
          const high = top < inside.top - 1 || bottom > inside.bottom + 1;
          const range = document.createRange();
          const letters = found.firstChild;
          const wide = [...(found.textContent ?? '').matchAll(/\S+/g)].some(({ index, 0: word }) => {
            if (!letters) return false;
            range.setStart(letters, index);
            range.setEnd(letters, index + word.length);
            return [...range.getClientRects()].some(
              ({ left, right }) => left < inside.left - 1 || right > inside.right + 1,
            );
          });
          const beside = leaves().filter((each) => {
            const { left, right, width } = each.getBoundingClientRect();
            return width > 1 && (left < -1 || right > innerWidth + 1);
          });
          return [
            ...(high
              ? [`higher than its box by ${inside.top - top} and ${bottom - inside.bottom}: ${said}`]
              : []),
            ...(wide ? [`wider than its box: ${said}`] : []),
            ...beside.map(({ textContent }) => `outside of the screen: ${textContent?.slice(0, 120)}`),
          ].map((fault) => `${location.pathname}${location.search} ${fault}`);
        };
        look();
      }),
    text,
  );
}
