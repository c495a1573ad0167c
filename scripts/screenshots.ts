// `npm run screenshots`: phone, desk and stage at the same moment of the demo, light and dark, into docs/images/.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { People } from '../test/journeys/people.ts';
import { ServerProcess } from '../test/journeys/server-process.ts';

const images = fileURLToPath(new URL('../docs/images', import.meta.url));
/** A question of the demo that is in the list of the running talk and short enough for every screen. */
const shown = 'How would you tell a model that reasons';

/** The address on the pictures: one that an organiser would give people, known to nobody but this browser. */
const publicUrl = 'http://ask.example.org';

async function shoot(page: Page, name: string, scheme: 'light' | 'dark'): Promise<void> {
  await page.screenshot({ path: `${images}/${name}-${scheme}.png` });
}

async function take(scheme: 'light' | 'dark'): Promise<void> {
  const server = new ServerProcess({ PUBLIC_URL: publicUrl });
  await server.start();
  const people = await People.arrive(`--host-resolver-rules=MAP ask.example.org 127.0.0.1`);
  try {
    const origin = `http://ask.example.org:${server.port}`;
    const options = { colorScheme: scheme, reducedMotion: 'reduce' } as const;
    const phone = await people.withPhone(options);
    const desk = await people.withLaptop(options);
    const stage = await people.projector(options);
    await Promise.all([
      phone.goto(server.link('Phone', origin)),
      desk.goto(server.link('Moderator', origin)),
      stage.goto(server.link('Screen', origin)),
    ]);
    await phone.getByText('In the room now').or(phone.getByText('Questions').first()).first().waitFor();
    await desk.getByText(shown).first().click();
    await desk.waitForFunction(() => performance.now() > 0);
    await desk.getByRole('button', { name: /^Show/ }).first().click();
    await stage.locator('main').filter({ hasText: shown }).waitFor();
    await desk.getByText('1 of 1 displays show this').waitFor();
    await phone.getByText(shown).first().waitFor();
    await phone.mouse.move(0, 0);
    await Promise.all([
      shoot(phone, 'phone', scheme),
      shoot(desk, 'desk', scheme),
      shoot(stage, 'stage', scheme),
    ]);
    await desk
      .getByRole('button', { name: /^Clear/ })
      .first()
      .click();
    await stage.locator('main').filter({ hasText: 'Sewon Min' }).waitFor();
    await shoot(stage, 'talk', scheme);
    if (people.trouble.length > 0) throw new Error(people.trouble.join('\n'));
  } finally {
    await people.leave();
    await server.remove();
  }
}

mkdirSync(images, { recursive: true });
await take('light');
await take('dark');
