import { mkdirSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { People } from '../../test/journeys/people.ts';
import { ServerProcess } from '../../test/journeys/server-process.ts';

/** The sizes of screens that views are looked at on, in pixels. */
const sizes = {
  phone: { width: 390, height: 844 },
  small: { width: 360, height: 640 },
  tablet: { width: 820, height: 1180 },
  landscape: { width: 1024, height: 768 },
  laptop: { width: 1366, height: 768 },
  large: { width: 1920, height: 1080 },
} as const;

type Size = keyof typeof sizes;

/** A view: who opens which address, at which sizes, and what is done before it is looked at. */
interface View {
  name: string;
  who: 'Phone' | 'Moderator' | 'Organiser';
  /** The path below the event, or a whole one. */
  path: string;
  sizes: readonly Size[];
  open?: (page: Page) => Promise<void>;
  whole?: boolean;
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const key = (keys: string) => (page: Page) => page.keyboard.press(keys);
const people: readonly Size[] = ['phone', 'small', 'tablet', 'laptop', 'large'];
/** Where the programme has a part of the page to itself; wider ones show it beside the questions. */
const narrow: readonly Size[] = ['phone', 'small'];
const desks: readonly Size[] = ['laptop', 'landscape', 'large', 'phone'];
/** Where the desk's tools are buttons of its head; on a phone they are in its menu. */
const large: readonly Size[] = ['laptop', 'landscape', 'large'];

const views: readonly View[] = [
  { name: 'start', who: 'Phone', path: '/', sizes: people },
  { name: 'not-found', who: 'Phone', path: '/nowhere', sizes: ['phone', 'laptop'] },
  { name: 'needs-link', who: 'Phone', path: '/e/icbinb-2026/desk', sizes: ['phone', 'laptop'] },
  { name: 'attendee', who: 'Phone', path: '/e/demo', sizes: people },
  {
    name: 'attendee-programme',
    who: 'Phone',
    path: '/e/demo',
    sizes: narrow,
    open: press(/^Programme/),
    whole: true,
  },
  { name: 'attendee-mine', who: 'Phone', path: '/e/demo', sizes: people, open: press(/^Mine/) },
  {
    name: 'attendee-ask',
    who: 'Phone',
    path: '/e/demo',
    sizes: ['phone', 'small', 'tablet'],
    open: (page) => page.getByRole('textbox', { name: 'Your question' }).click(),
  },
  { name: 'attendee-me', who: 'Phone', path: '/e/demo', sizes: people, open: press(/about you/) },
  { name: 'attendee-before', who: 'Phone', path: '/e/icbinb-2026', sizes: ['phone', 'laptop'] },
  { name: 'desk', who: 'Moderator', path: '/e/demo/desk?form=desk', sizes: desks },
  { name: 'desk-help', who: 'Moderator', path: '/e/demo/desk?form=desk', sizes: desks, open: key('?') },
  {
    name: 'desk-palette',
    who: 'Moderator',
    path: '/e/demo/desk?form=desk',
    sizes: desks,
    open: key('Control+k'),
  },
  { name: 'desk-message', who: 'Moderator', path: '/e/demo/desk?form=desk', sizes: desks, open: key('.') },
  {
    name: 'desk-screens',
    who: 'Moderator',
    path: '/e/demo/desk?form=desk',
    sizes: large,
    open: press(/^Screens/),
  },
  { name: 'chair', who: 'Moderator', path: '/e/demo/desk?form=chair', sizes: ['phone', 'tablet', 'small'] },
  ...['overview', 'programme', 'people', 'screens', 'settings', 'export'].map(
    (page): View => ({
      name: `organizer-${page}`,
      who: 'Organiser',
      path: `/e/demo/admin#${page}`,
      sizes: ['laptop', 'phone', 'tablet'],
      whole: true,
    }),
  ),
  { name: 'new', who: 'Organiser', path: '/new', sizes: ['laptop', 'phone'], whole: true },
  {
    name: 'speaker',
    who: 'Organiser',
    path: '/e/demo/speaker/talk-2',
    sizes: ['phone', 'tablet', 'laptop'],
    whole: true,
  },
  { name: 'lectern', who: 'Organiser', path: '/e/demo/monitor/main', sizes: ['large', 'landscape', 'phone'] },
  { name: 'stage', who: 'Organiser', path: '/e/demo/stage/main', sizes: ['large', 'landscape'] },
  { name: 'help', who: 'Phone', path: '/help', sizes: ['phone', 'laptop'] },
];

/** Every view at its sizes, by day and by night, into a folder: `NAME-SIZE-COLOUR.png`. Says what could not be taken. */
export async function allPictures(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const server = new ServerProcess();
  await server.start();
  // A flag makes the browser their own: it ends with them.
  const crowd = await People.arrive('--hide-scrollbars');
  try {
    for (const view of views) {
      // Somebody else for each: a person is given twelve whole views a minute, and then waits.
      const page = await crowd.withLaptop({ reducedMotion: 'reduce' });
      await page.goto(server.link(view.who));
      await page.locator('main').first().waitFor();
      const context = page.context();
      for (const size of view.sizes)
        await take(context, `http://127.0.0.1:${server.port}`, view, size, folder);
      await context.close();
    }
    for (const each of crowd.trouble) console.log(each);
  } finally {
    await crowd.leave();
    await server.remove();
  }
}

async function take(
  context: BrowserContext,
  origin: string,
  view: View,
  size: Size,
  folder: string,
): Promise<void> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  try {
    await page.setViewportSize(sizes[size]);
    await page.goto(`${origin}${view.path}`);
    await page.waitForLoadState('load');
    await page.locator('main, h1').first().waitFor();
    await view.open?.(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const path = `${folder}/${view.name}-${size}-${colorScheme}.png`;
      await page.screenshot({ path, fullPage: view.whole === true });
    }
  } catch (error) {
    console.log(`${view.name}, ${size}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  } finally {
    await page.close();
  }
}
