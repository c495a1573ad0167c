// A room may be called whatever its university calls it: no page gets wider for it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MovedDay } from '../journeys/day.ts';
import { expectText } from '../journeys/looking.ts';

describe('a room with a long name', () => {
  const room = 'Grosser-Vortragssaal-im-Erdgeschoss-des-Neubaus-Nordfluegel-links-hinten';
  const event = `
backrow: 1
slug: long
title: A day
timezone: UTC
rooms: [{id: main, name: ${room}}, {id: other, name: Other}]
sessions:
  - {id: now, kind: talk, title: Now, start: 2031-04-26 09:00, minutes: 60, room: main}
  - {id: next, kind: talk, title: Next, start: 2031-04-26 10:00, minutes: 60, room: main}
policy: {autorun: true}
`;
  const day = new MovedDay(event, '2031-04-26T09:10:00Z');
  beforeAll(() => day.open());
  afterAll(() => day.close());

  test('is read whole on a phone of 320 px, which scrolls no way but down', async () => {
    const phone = await day.show(await day.people.withPhone({ viewport: { width: 320, height: 640 } }), '');
    await expectText(phone.locator('main'), room);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
