// A page whose messages the server dropped, as it is told.
import type { WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ViewMessage, viewMessageSchema } from '../../shared/wire/down.ts';
import { expectMine } from '../journeys/looking.ts';
import { People } from '../journeys/people.ts';
import { ServerProcess } from '../journeys/server-process.ts';

const server = new ServerProcess();
let people: People | null = null;
beforeAll(async () => {
  await server.start();
  people = await People.arrive();
});
afterAll(async () => server.remove(people));

test('[W81] a page that is told so asks at once, whatever it asked a moment ago', async () => {
  const phone = await people!.withPhone();
  const first: { route: WebSocketRoute; view: ViewMessage }[] = [];
  let asked = 0;
  let lost = 0;
  await phone.routeWebSocket(/socket\.io/, (route) => {
    const above = route.connectToServer();
    route.onMessage((text) => {
      const isResume = String(text).includes('["resume"');
      if (isResume) asked += 1;
      // The answer to the first one is among what is dropped.
      if (isResume && asked === 1) lost += 1;
      else above.send(text);
    });
    above.onMessage((text) => {
      route.send(text);
      const [name, body] = String(text).startsWith('42[') ? JSON.parse(String(text).slice(2)) : [];
      if (name === 'view') first.push({ route, view: viewMessageSchema.parse(body) });
    });
  });
  await phone.goto(server.link('Phone'));
  await expect.poll(() => first.length).toBe(1);
  const { route, view } = first[0]!;
  const say = (name: string, body: object) => route.send(`42${JSON.stringify([name, body])}`);
  const { epoch, seq } = view;
  say('patch', { epoch, from: seq + 5, seq: seq + 6, set: {}, gone: {} });
  await expect.poll(() => lost).toBe(1);
  say('stale', { seq: seq + 6 });
  await expect.poll(() => asked, { timeout: 1_500 }).toBe(2);
  await phone.getByRole('textbox', { name: 'Your question', exact: true }).fill('Does it go on?');
  await phone.getByRole('button', { name: 'Send' }).click();
  await expectMine(phone, 'Does it go on?');
});
