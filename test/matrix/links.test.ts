import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { journey } from '../journeys/journey.ts';
import { expectText } from '../journeys/looking.ts';
import { ServerProcess } from '../journeys/server-process.ts';

/** What a program that does nothing takes on a machine at rest, in milliseconds. */
const emptyProgram = 100;

describe('the printed links, opened one after another in one browser profile', () => {
  const { server, people } = journey();

  test('each keeps its own role through a restart of the server', async () => {
    const first = await people().withLaptop();
    const profile = first.context();
    const pages = {
      phone: first,
      moderator: await profile.newPage(),
      screen: await profile.newPage(),
      organiser: await profile.newPage(),
      lectern: await profile.newPage(),
    };
    await pages.phone.goto(server.link('Phone'));
    await expectText(pages.phone.locator('body'), 'Your question');
    await pages.moderator.goto(server.link('Moderator'));
    await pages.screen.goto(server.link('Screen'));
    await pages.organiser.goto(server.link('Organiser'));
    await pages.lectern.goto(server.link('Lectern'));
    const eachIsItself = async () => {
      await expectText(pages.phone.locator('body'), 'Your question');
      await expectText(pages.moderator.locator('body'), 'To review');
      await expectText(pages.screen.locator('body'), 'Invited Talk 2');
      await expectText(pages.organiser.locator('body'), 'Before the doors open');
      await expectText(pages.lectern.locator('body'), 'Hide next questions');
    };
    await eachIsItself();
    await server.kill();
    await server.start();
    for (const page of Object.values(pages)) await page.reload();
    await eachIsItself();
    const roles = (await profile.cookies()).map(({ name }) => name).toSorted();
    expect(roles).toEqual([
      'badge.demo.attendee',
      'badge.demo.moderator',
      'badge.demo.organizer',
      'badge.demo.projector',
      'badge.demo.speaker',
    ]);
  });

  test('the invite leaves the address bar at once', async () => {
    const page = await people().withLaptop();
    await page.goto(server.link('Moderator'));
    await expectText(page.locator('body'), 'To review');
    expect(page.url()).not.toContain('invite');
    const encoded = await people().withLaptop();
    await encoded.goto(server.link('Moderator').replace('#invite=', '#%23invite=').replace('#%23', '%23'));
    await expectText(encoded.locator('body'), 'To review');
    expect(encoded.url()).not.toContain('invite');
  });

  test('a page that needs a role says which link it needs', async () => {
    const page = await people().withLaptop();
    await page.goto(`http://127.0.0.1:${server.port}/e/demo/desk`);
    await expectText(page.locator('body'), 'moderator');
    await page.goto(`http://127.0.0.1:${server.port}/j/b%20t%20e%20x`);
    await page.goto(`http://127.0.0.1:${server.port}/J/ZZZZ`);
    await expectText(page.locator('body'), 'ZZZZ');
  });

  test('nothing went wrong in any browser', () => {
    expect(people().trouble).toEqual([]);
  });
});

describe('the server, started a second time with nobody there', () => {
  const server = new ServerProcess();
  afterAll(() => server.remove());

  // On a busy machine every program starts late: the target grows with what an empty one takes.
  test('the links are the same, and it takes under 2 s', async () => {
    const labels = ['Phone', 'Moderator', 'Screen', 'Organiser', 'Lectern'] as const;
    await server.start();
    const before = labels.map((label) => server.link(label));
    await server.kill();
    const began = performance.now();
    spawnSync(process.execPath, ['--eval', '0']);
    const slowness = Math.max(1, (performance.now() - began) / emptyProgram);
    const took = await server.start();
    expect(labels.map((label) => server.link(label))).toEqual(before);
    expect(took).toBeLessThan(2_000 * slowness);
  });
});
