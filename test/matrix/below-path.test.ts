// Two servers below two paths of one host, behind nginx: one whose path it takes off, one whose path it passes on.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endOf } from '../journeys/last-views.ts';
import { expectText } from '../journeys/looking.ts';
import { People } from '../journeys/people.ts';
import { ServerProcess } from '../journeys/server-process.ts';
import { freePort, type Place, ReverseProxy } from './reverse-proxy.ts';

const places = [
  { path: '/backrow', strips: true },
  { path: '/events/Fragen%20Tag', strips: false },
];
const servers: ServerProcess[] = [];
let proxy: ReverseProxy;
let people: People;

beforeAll(async () => {
  const port = await freePort();
  const found: Place[] = [];
  for (const { path, strips } of places) {
    const server = new ServerProcess({
      HOST: '127.0.0.1',
      PUBLIC_URL: `http://127.0.0.1:${port}${path}/`,
      TRUST_PROXY: 'loopback',
    });
    servers.push(server);
    await server.start();
    found.push({ path, strips, port: server.port });
  }
  proxy = await ReverseProxy.start(port, found);
  people = await People.arrive();
});
afterAll(async () => {
  try {
    for (const [at, { path }] of places.entries()) {
      const server = servers[at];
      if (people && server) await endOf(people, server, `${proxy.origin}${path}/`);
    }
  } finally {
    await people?.leave();
    await proxy?.stop();
    for (const server of servers) await server.remove();
  }
});

/** Notes what a page asks for past a path, and what failed. */
function watch(page: Page, base: string): { astray: string[]; sockets: string[] } {
  const seen = { astray: [] as string[], sockets: [] as string[] };
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`)) seen.astray.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.astray.push(`${response.status()} ${response.url()}`);
  });
  page.on('websocket', (socket) => seen.sockets.push(socket.url()));
  return seen;
}

describe.each(places.map((place, at) => ({ ...place, at })))(
  '[W47] below $path, strips: $strips',
  ({ path, at }) => {
    const base = () => `${proxy.origin}${path}`;
    const link = (label: Parameters<ServerProcess['link']>[0]) =>
      servers[at]?.link(label, proxy.origin) ?? '';

    /** Nothing of a page went past the path: requests, sockets, cookies. */
    const expectAllBelow = async (page: Page, seen: ReturnType<typeof watch>) => {
      expect(seen.astray).toEqual([]);
      expect(new Set(seen.sockets.map((url) => url.split('?')[0]))).toEqual(
        new Set([`${base().replace('http:', 'ws:')}/socket.io/`]),
      );
      expect(new Set((await page.context().cookies()).map((cookie) => cookie.path))).toEqual(new Set([path]));
    };

    test('a code, a question and the programme, over their own socket', async () => {
      const phone = await people.withPhone();
      const seen = watch(phone, base());
      await phone.goto(link('Phone'));
      await expectText(phone.locator('body'), 'Your question');
      expect(phone.url()).toBe(`${base()}/e/demo`);
      await phone.getByRole('textbox', { name: 'Your question', exact: true }).fill(`Who asks below ${at}?`);
      await phone.getByRole('button', { name: /^Send/ }).click();
      await phone
        .getByRole('button', { name: 'Programme' })
        .or(phone.getByRole('tab', { name: 'Programme' }))
        .or(phone.getByRole('link', { name: 'Programme' }))
        .first()
        .click();
      await expectText(phone.locator('body'), 'Add the programme to your calendar');
      const calendar = await phone
        .getByRole('link', { name: /calendar/i })
        .first()
        .getAttribute('href');
      expect(calendar).toBe(`${path}/api/events/demo/calendar.ics`);

      await expectAllBelow(phone, seen);
    });

    test('the desk and the wall, over their own socket', async () => {
      const desk = await people.withLaptop();
      const atDesk = watch(desk, base());
      await desk.goto(link('Moderator'));
      await expectText(desk.locator('body'), `Who asks below ${at}?`);
      expect(desk.url()).toBe(`${base()}/e/demo/desk`);

      const wall = await people.projector();
      const atWall = watch(wall, base());
      await wall.goto(link('Screen'));
      await expectText(wall.locator('body'), `${base().replace('http://', '')}`);

      await expectAllBelow(desk, atDesk);
      await expectAllBelow(wall, atWall);
    });

    test('the first page, a typed code, the organiser’s page and the help lead to their own', async () => {
      const page = await people.withLaptop();
      const seen = watch(page, base());
      await page.goto(`${base()}/`);
      await page
        .getByLabel('Code from the screen')
        .fill(new URL(link('Phone')).pathname.split('/j/')[1] ?? '');
      await page.getByRole('button', { name: 'Join' }).click();
      await page.waitForURL(`${base()}/e/demo`);
      await page.goto(`${base()}/`);
      await page
        .getByRole('link', { name: /Invited|ICBINB|demo/i })
        .first()
        .click();
      await page.waitForURL(`${base()}/e/**`);
      await page.goto(link('Organiser'));
      await expectText(page.locator('body'), 'Before the doors open');
      for (const one of await page.locator('main a[href]').all())
        expect(await one.evaluate((a) => (a instanceof HTMLAnchorElement ? a.href : ''))).toContain(
          `${base()}/`,
        );
      await page.goto(`${base()}/help/screens`);
      const broken = await page
        .locator('img')
        .evaluateAll(
          (all) => all.filter((img) => !(img instanceof HTMLImageElement && img.naturalWidth > 0)).length,
        );
      expect([await page.locator('img').count(), broken]).toEqual([5, 0]);
      await page.locator('nav a, main a').first().click();
      expect(page.url()).toContain(`${base()}/help`);
      expect(seen.astray).toEqual([]);
    });

    test('opened past the proxy, without the path, it is the same server', async () => {
      const page = await people.withPhone();
      const direct = `http://127.0.0.1:${servers[at]?.port}`;
      await page.goto(`${direct}/e/demo`);
      await expectText(page.locator('body'), `Your question`);
      expect(page.url()).toBe(`${direct}${path}/e/demo`);
      expect((await fetch(`${direct}/healthz`)).status).toBe(200);
      await page.reload();
      await expectText(page.locator('body'), `Your question`);
    });

    test('an address without the slash, and one with two, lead somewhere of its own', async () => {
      const page = await people.withLaptop();
      await page.goto(base());
      await expectText(page.locator('body'), 'Code from the screen');
      await page.goto(`${base()}//e/demo/`);
      await expectText(page.locator('body'), 'There is no such page');
      await page.getByRole('link', { name: 'Go to the start page' }).click();
      await page.waitForURL(`${base()}/`);
    });
  },
);

test('[W47] two servers of one host keep badges and what was typed apart', async () => {
  const phone = await people.withPhone();
  const [first, second] = places.map(({ path }) => `${proxy.origin}${path}/e/demo`);
  const field = phone.getByRole('textbox', { name: 'Your question', exact: true });
  const badges = async () => (await phone.context().cookies()).map(({ path }) => path).toSorted();
  await phone.goto(first ?? '');
  await expect.poll(badges, { timeout: 15_000 }).toHaveLength(1);
  await expectText(phone.locator('body'), 'Invited Talk 2');
  await field.fill('Half a question');
  await phone.waitForFunction(() => JSON.stringify(localStorage).includes('Half a question'));
  await phone.reload();
  await expect.poll(() => field.inputValue()).toBe('Half a question');
  await phone.goto(second ?? '');
  await field.waitFor();
  expect(await field.inputValue()).toBe('');
  await expect.poll(badges, { timeout: 15_000 }).toEqual(places.map(({ path }) => path).toSorted());
});

test('nothing went wrong in any browser', () => {
  expect(people.trouble).toEqual([]);
});
