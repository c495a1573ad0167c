// Words on a button can be read whatever the button is and whatever state it is in.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { journey } from '../journeys/journey.ts';

const kinds = ['primary', 'plain', 'quiet', 'danger', 'live'] as const;
const states = ['rest', 'hover', 'active', 'pressed', 'pressed hover', 'disabled', 'disabled hover'] as const;

describe('[X11] every button has 4.5:1', () => {
  const { server, people } = journey();
  let page: Page;
  beforeAll(async () => {
    page = await people().withLaptop({ reducedMotion: 'reduce' });
    await page.goto(server.link('Moderator'));
    await page
      .getByRole('button', { name: /^Black/ })
      .first()
      .waitFor();
  });

  /** The least contrast of all kinds in a state, with its kind; colours as Chromium works them out. */
  const least = async (state: (typeof states)[number], theme: 'light' | 'dark', stale: boolean) => {
    let worst = { ratio: 99, kind: '' };
    for (const kind of kinds) {
      await page.evaluate(
        ([k, s, t, old]) => {
          document.documentElement.dataset['theme'] = `${t}`;
          document.getElementById('probe')?.remove();
          const css = [...document.styleSheets].flatMap((sheet) =>
            [...sheet.cssRules].map((rule) => rule.cssText),
          );
          const nameOf = (part: string) =>
            new RegExp(`\\.(_${part}_[a-z0-9]+_\\d+)`).exec(
              css.find((text) => text.includes(`._${part}_`)) ?? '',
            )?.[1];
          const probe = document.createElement('div');
          probe.id = 'probe';
          probe.style.cssText = 'position:fixed;inset:0;z-index:99;background:var(--surface);padding:40px';
          if (old) probe.dataset['stale'] = 'true';
          const button = document.createElement('button');
          button.className = [nameOf('button'), nameOf(`${k}`)].filter(Boolean).join(' ');
          button.textContent = 'Words';
          if (`${s}`.startsWith('pressed')) button.setAttribute('aria-pressed', 'true');
          if (`${s}`.startsWith('disabled')) button.setAttribute('aria-disabled', 'true');
          probe.append(button);
          document.body.append(probe);
        },
        [kind, state, theme, stale] as const,
      );
      const button = page.locator('#probe button');
      if (state.includes('hover') || state === 'active') await button.hover();
      else await page.mouse.move(900, 700);
      if (state === 'active') await page.mouse.down();
      const ratio = await button.evaluate((element) => {
        const canvas = document.createElement('canvas').getContext('2d')!;
        const solid = (color: string) => {
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data];
        };
        const style = getComputedStyle(element);
        solid(getComputedStyle(element.parentElement!).backgroundColor);
        const back = solid(style.backgroundColor);
        const front = solid(style.color);
        const light = (color: number[]) =>
          color
            .slice(0, 3)
            .map((part) => part / 255)
            .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
            .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at]!, 0);
        const [a, b] = [light(back), light(front)];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      });
      if (state === 'active') await page.mouse.up();
      if (ratio < worst.ratio) worst = { ratio, kind };
    }
    return worst;
  };

  test.each(
    (['light', 'dark'] as const).flatMap((theme) =>
      [false, true].flatMap((stale) => states.map((state) => ({ theme, stale, state }))),
    ),
  )('$state, $theme, stale: $stale', async ({ theme, stale, state }) => {
    const { ratio, kind } = await least(state, theme, stale);
    expect(ratio, kind).toBeGreaterThanOrEqual(4.5);
  });
});
