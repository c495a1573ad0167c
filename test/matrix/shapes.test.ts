import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MovedDay } from '../journeys/day.ts';
import { expectText } from '../journeys/looking.ts';
import { voiceIn } from '../journeys/voice.ts';

const title =
  'On the question whether very large models that were trained on nearly everything anybody ever wrote down can say ' +
  'anything at all about what nobody has written down yet, with three experiments, two of which failed, one theorem that ' +
  'holds in rooms with fewer than forty people, and very much else';
const people = Array.from(
  { length: 11 },
  (_, index) => `{name: Speaker Number ${index + 1}, affiliation: A University}`,
);

describe('a talk with a title of 300 characters and eleven speakers, twelve minutes late', () => {
  const text = readFileSync(new URL('../fixtures/events/small-day.yaml', import.meta.url), 'utf8')
    .replace('title: Invited Talk 1', `title: "${title}"`)
    .replace(
      'speakers: [{name: Ada Lovelace, affiliation: Analytical Society}]',
      `speakers: [${people.join(', ')}]`,
    );
  const day = new MovedDay(text, '2031-04-26T12:22:00Z');
  let stage: Page;
  let phone: Page;

  beforeAll(async () => {
    await day.open();
    stage = await day.show(await day.people.projector(), '/stage/main', 'projector', { room: 'main' });
    phone = await day.show(await day.people.withPhone(), '');
    const desk = await voiceIn(day, 'moderator');
    await desk.must({ type: 'session.start', session: 'talk-1', at: '2031-04-26T12:22:00Z' });
  });
  afterAll(() => day.close());

  test.each([
    [1920, 1080],
    [1024, 768],
  ])(
    'the stage shows all of the title and leaves the bar at its foot alone, %i × %i',
    async (width, height) => {
      await stage.setViewportSize({ width, height });
      await expectText(stage.locator('body'), 'and 4 more');
      await day.picture(stage, `shapes-stage-${width}`);
      const name = await stage.getByText('Speaker Number 7').boundingBox();
      const more = await stage.getByText('and 4 more').boundingBox();
      const code = await stage.getByText('KLM4').boundingBox();
      const head = await stage.getByText('On the question whether').boundingBox();
      expect(head?.y).toBeGreaterThanOrEqual(height * 0.1);
      for (const last of [name, more])
        expect((last?.y ?? height) + (last?.height ?? 0)).toBeLessThanOrEqual(code?.y ?? 0);
    },
  );

  test('the head of the phone’s page stays two lines, whatever the title', async () => {
    const head = phone.getByRole('region', { name: 'On now' });
    await expectText(head, 'late');
    await day.picture(phone, 'shapes-phone');
    expect((await phone.getByRole('banner').boundingBox())?.height).toBeLessThanOrEqual(49);
    expect((await head.boundingBox())?.height).toBeLessThanOrEqual(84);
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
