import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { PlainChromium } from './plain-chromium.ts';
import { busiest } from './tab.ts';

/** Longest wait for a desk that opens, and how often a key is pressed meanwhile, as people do; milliseconds. */
const patience = 180_000;
const betweenKeys = 50;

const targetSchema = z.object({ targetId: z.string() });
const sessionSchema = z.object({ sessionId: z.string() });
const profileSchema = z.object({ profile: z.unknown() });
const openedSchema = z.object({ result: z.object({ value: z.nullish(z.string()) }) });
const timesSchema = z.object({ drawn: z.number(), keyed: z.number() });

/** Milliseconds from the address until the desk's first row could be seen, and until a key moved on from it. */
export type Opened = z.infer<typeof timesSchema>;

/**
 * Opens a desk in a browser that has never seen this server: what it has is a moderator's cookie. Gives also the
 * processor's milliseconds that the page used, and where they went if that is asked for.
 */
export async function openDesk(
  address: string,
  cookies: readonly { name: string; value: string }[],
  profiled: boolean,
): Promise<Opened & { cpu: number; profile: [string, number][] }> {
  const browser = await PlainChromium.launch({ width: 1366, height: 768 });
  try {
    const { targetId } = targetSchema.parse(
      await browser.send('Target.createTarget', { url: 'about:blank' }),
    );
    const { sessionId } = sessionSchema.parse(
      await browser.send('Target.attachToTarget', { targetId, flatten: true }),
    );
    const page = (method: string, params: object = {}) => browser.send(method, params, sessionId);
    await page('Page.enable');
    // Sources that run without a build name their inner functions by a helper, which pages do not have.
    const probe = `globalThis.__name = (named) => named; (${installOpening})()`;
    await page('Page.addScriptToEvaluateOnNewDocument', { source: probe });
    await browser.send('Storage.setCookies', {
      cookies: cookies.map((cookie) => ({ ...cookie, url: address })),
    });
    if (profiled) {
      await page('Profiler.enable');
      await page('Profiler.start');
    }
    const ending = performance.now() + patience;
    await page('Page.navigate', { url: address });
    for (;;) {
      // Nobody waits for a key to be heard before it is pressed again.
      const key = { key: 'j', code: 'KeyJ', windowsVirtualKeyCode: 74 };
      void page('Input.dispatchKeyEvent', { type: 'keyDown', text: 'j', ...key });
      void page('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
      await pause(betweenKeys);
      if (performance.now() > ending) throw new Error(`The desk took no key within ${patience} ms`);
      const evaluated = await page('Runtime.evaluate', { expression: 'JSON.stringify(window.deskOpened)' });
      const { value } = openedSchema.parse(evaluated).result;
      if (!value) continue;
      const profile = profiled ? profileSchema.parse(await page('Profiler.stop')).profile : null;
      return {
        ...timesSchema.parse(JSON.parse(value)),
        cpu: await browser.cpu('page'),
        profile: profile === null ? [] : busiest(profile),
      };
    }
  } finally {
    await browser.close();
  }
}

declare global {
  interface Window {
    deskOpened?: Opened;
  }
}

/** Runs inside the page before anything else of it: puts the focus on the first row that comes, and looks when it moves on. */
function installOpening(): void {
  let first: { row: string | undefined; at: number } | null = null;
  const look = () => {
    const at = performance.now();
    const row = document.querySelector<HTMLElement>('[data-row][tabindex="0"]');
    const current = document.querySelector<HTMLElement>('[data-current="true"]')?.dataset['row'];
    if (row && first === null) {
      first = { row: row.dataset['row'], at };
      row.focus();
    }
    if (first !== null && current !== undefined && current !== first.row)
      window.deskOpened = { drawn: first.at, keyed: at };
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
