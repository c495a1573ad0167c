import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { People } from '../../test/journeys/people.ts';
import { ServerProcess } from '../../test/journeys/server-process.ts';
import { animated, type Frame } from './gif.ts';

/** A question of the demo that is in the list of the running talk and short enough for every screen. */
const shown = 'How would you tell a model that reasons';

/** What somebody asks in the film. */
const asked = 'Would the ranking survive another prior?';

/** The address on the pictures: one that an organiser would give people, known to nobody but this browser. */
const publicUrl = 'http://ask.example.org';

/** A phone, a desk and a wall of the demo at one moment. */
interface Moment {
  phone: Page;
  desk: Page;
  stage: Page;
}

/** Opens the demo on a phone, a desk and a wall in these colours, does something with them, and goes. */
async function withDemo(scheme: 'light' | 'dark', act: (moment: Moment, people: People) => Promise<void>) {
  const server = new ServerProcess({ PUBLIC_URL: publicUrl });
  await server.start();
  const people = await People.arrive(`--host-resolver-rules=MAP ask.example.org 127.0.0.1`);
  try {
    const origin = `${publicUrl}:${server.port}`;
    const options = { colorScheme: scheme, reducedMotion: 'reduce' } as const;
    const phone = await people.withPhone(options);
    const desk = await people.withLaptop(options);
    const stage = await people.projector(options);
    await Promise.all([
      phone.goto(server.link('Phone', origin)),
      desk.goto(server.link('Moderator', origin)),
      stage.goto(server.link('Screen', origin)),
    ]);
    await phone.getByText(shown).first().waitFor();
    await desk.getByText(shown).first().waitFor();
    await act({ phone, desk, stage }, people);
    if (people.trouble.length > 0) throw new Error(people.trouble.join('\n'));
  } finally {
    await people.leave();
    await server.remove();
  }
}

/** The pictures of README, in one of its two colours, into a folder: the same moment on phone, desk and wall, and a talk. */
export async function readmePictures(folder: string, scheme: 'light' | 'dark'): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const shoot = (page: Page, name: string) => page.screenshot({ path: `${folder}/${name}-${scheme}.png` });
  await withDemo(scheme, async ({ phone, desk, stage }) => {
    await desk.getByText(shown).first().click();
    await desk.getByRole('button', { name: /^Show/ }).first().click();
    await stage.locator('main').filter({ hasText: shown }).waitFor();
    await desk
      .getByText(/^1 of 1/)
      .first()
      .waitFor();
    await phone.mouse.move(0, 0);
    await Promise.all([shoot(phone, 'phone'), shoot(desk, 'desk'), shoot(stage, 'stage')]);
    await desk
      .getByRole('button', { name: /^Clear/ })
      .first()
      .click();
    await stage.locator('main').filter({ hasText: 'Sewon Min' }).waitFor();
    await shoot(stage, 'talk');
  });
}

/** The film at the top of README: a question from a phone, over the desk, to the wall, in twelve seconds. */
export async function readmeLoop(file: string): Promise<void> {
  await withDemo('light', async (moment, people) => {
    const { phone, desk, stage } = moment;
    const film = await people.withLaptop({ viewport: { width: 1200, height: 480 } });
    const frames: Frame[] = [];
    const take = async (stays: number) => {
      frames.push({ png: await together(film, moment), stays });
    };
    await take(1_200);
    const field = phone.getByRole('textbox', { name: 'Your question', exact: true });
    await field.click();
    await field.fill(asked.slice(0, 18));
    await take(500);
    await field.fill(asked);
    await take(1_000);
    await phone.getByRole('button', { name: 'Send' }).click();
    await phone
      .getByText(/A moderator will review it/)
      .first()
      .waitFor();
    const row = desk.getByText(asked).first();
    await row.waitFor();
    await take(1_300);
    await row.click();
    await take(900);
    await desk.keyboard.press('a');
    await phone
      .getByText(/is in the list|^Open$/)
      .first()
      .waitFor();
    await take(1_200);
    await desk.getByRole('region', { name: 'Open' }).getByText(asked).click();
    await take(800);
    await desk.keyboard.press('s');
    await stage.locator('main').filter({ hasText: asked }).waitFor();
    await desk
      .getByText(/^1 of 1/)
      .first()
      .waitFor();
    await phone
      .getByText(/On screen|In the room now/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await take(2_600);
    await desk.keyboard.press('d');
    await phone
      .getByText(/answered/i)
      .filter({ visible: true })
      .first()
      .waitFor();
    await take(2_500);
    writeFileSync(file, animated(frames));
  });
}

/** Phone, desk and wall beside each other, as one PNG. */
async function together(film: Page, { phone, desk, stage }: Moment): Promise<Uint8Array> {
  const [one, two, three] = await Promise.all([phone, desk, stage].map((page) => page.screenshot()));
  const source = (png: Uint8Array | undefined) =>
    `data:image/png;base64,${Buffer.from(png ?? []).toString('base64')}`;
  await film.setContent(`<style>
    body { margin: 0; display: grid; grid-template-columns: 204px 1fr; gap: 16px; padding: 16px; background: #e9e6df }
    div { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: center }
    img { width: 100%; border-radius: 8px; display: block }
  </style><img src="${source(one)}"><div><img src="${source(two)}"><img src="${source(three)}"></div>`);
  for (const image of await film.locator('img').all()) await image.evaluate('image => image.decode()');
  return film.screenshot();
}
