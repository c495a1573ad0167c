import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MovedDay } from '../journeys/day.ts';
import { expectText, goTo, sectionOf } from '../journeys/looking.ts';
import { StageCrew } from '../journeys/stage-crew.ts';

const keynote = '77777777-0000-4000-8000-000000000001';
const later = '88888888-0000-4000-8000-000000000001';
const guid = 'b379c473-93b9-4eae-9a09-d482e86cede3';
const asked = 'What becomes of this question?';

/** The event as the first of the two files made it. */
const before = `backrow: 1
slug: rn
title: Rename
timezone: UTC
code: KLM4
policy: {autorun: false}
rooms: [{id: gray-room, key: ${guid}, name: Gray Room}]
sessions:
  - {id: ${keynote}, key: ${keynote}, kind: talk, title: Keynote, start: 2031-11-29 13:18, minutes: 60, room: gray-room}
  - {id: ${later}, key: ${later}, kind: talk, title: Later, start: 2031-11-29 14:33, minutes: 30, room: gray-room}
`;

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/reimports/${name}`, import.meta.url), 'utf8').replaceAll(
    '2026-11-29',
    '2031-11-29',
  );
const renamed = fixture('frab-room-renamed-2.xml');

describe('a re-import in the middle of the day [F54, T40, T41, W48]', () => {
  const day = new MovedDay(before, '2031-11-29T13:20:00Z');
  let crew: StageCrew;
  let wall: Page;
  let page: Page;

  beforeAll(async () => {
    await day.open();
    crew = await StageCrew.of(day);
    await crew.desk.must({ type: 'session.start', session: keynote });
    wall = await day.show(await day.people.projector(), '/stage/gray-room', 'projector', {
      room: 'gray-room',
    });
    page = await day.show(await day.people.withLaptop(), '/admin', 'organizer');
    await goTo(page, 'Programme');
    await page.getByRole('button', { name: 'Import a file' }).click();
    const question = await crew.question(asked, { session: keynote });
    await crew.show({ kind: 'question', question }, 'gray-room');
  });
  afterAll(() => day.close());

  const imports = () => sectionOf(page, 'Import a programme');
  const paste = async (text: string) => {
    const opener = imports().getByText('Paste text instead');
    if (!(await imports().getByLabel('Text of a file').isVisible())) await opener.click();
    await imports().getByLabel('Text of a file').fill(text);
    await imports().getByRole('button', { name: 'Check file' }).click();
  };
  const take = () => imports().getByRole('button', { name: /^Import(:| \d)/ });
  /** What the wall says, but for the minutes that go by. */
  const picture = async () => (await wall.locator('body').innerText()).replaceAll(/\d+ min/g, 'minutes');
  const rooms = () => [...(day.app.events.get('rn')?.live.state.tables.rooms.values() ?? [])];

  test('a room that gets a new name stays the room of its wall', async () => {
    await expectText(wall.locator('body'), asked);
    await crew.desk.until(
      () => Object.values(crew.desk.view.displays ?? {}).some(({ kind }) => kind === 'question'),
      'the wall to say what it shows',
    );
    // The scene before it has faded away.
    await expect.poll(async () => (await picture()).includes('13:20')).toBe(false);
    const shown = await picture();
    await paste(renamed);
    await expectText(imports(), 'Gray Room → Great Hall (was Gray Room): the same room');
    await day.picture(page, 'reimport-1-renamed');
    await take().click();
    await expectText(imports(), 'Imported.');
    expect(rooms().map(({ id, name }) => [id, name])).toEqual([['gray-room', 'Great Hall (was Gray Room)']]);
    await wall.reload();
    await expectText(wall.locator('body'), asked);
    await day.picture(wall, 'reimport-2-wall');
    expect(await picture()).toBe(shown.replaceAll('Gray Room', 'Great Hall (was Gray Room)'));
  });

  test('where it cannot be told the page says what loses its room, and the wall shows what it showed', async () => {
    const shown = await picture();
    const split = renamed
      .replace(`<room name="Great Hall (was Gray Room)" guid="${guid}">`, '<room name="East">')
      .replace(`<event guid="${later}"`, `</room><room name="West"><event guid="${later}"`);
    await paste(split);
    await expectText(imports(), 'Great Hall (was Gray Room) is removed: 1 screen and 1 link lose their room');
    await day.picture(page, 'reimport-3-lost');
    await take().click();
    await expectText(imports(), 'Imported.');
    expect(rooms().find(({ id }) => id === 'gray-room')?.removed).toBe(true);
    await wall.reload();
    await expectText(wall.locator('body'), asked);
    expect(await picture()).toBe(shown);
  });

  test('an edit that takes off the air what runs is applied only after a yes', async () => {
    await page.getByRole('button', { name: 'Edit Keynote' }).click();
    await page.getByRole('button', { name: 'Remove this session' }).click();
    const staged = page.getByRole('region', { name: 'Unsaved changes' });
    await expectText(staged, 'This takes a session off the air');
    const apply = staged.getByRole('button', { name: 'Publish changes' });
    expect(await apply.isDisabled()).toBe(true);
    await staged.scrollIntoViewIfNeeded();
    await day.picture(page, 'reimport-4-staged');
    await staged.getByLabel('Yes, take it off the air').check();
    expect(await apply.isEnabled()).toBe(true);
    await staged.getByRole('button', { name: 'Discard' }).click();
  });

  test('a file that takes off the air what runs says what it leaves behind, and is imported after a yes', async () => {
    const event = new RegExp(`<room name="[^"]*" guid="[^"]*"><event guid="${keynote}"[\\s\\S]*?</event>`);
    // The form took its place.
    await page.getByRole('button', { name: 'Import a file' }).click();
    await paste(renamed.replace(event, '<room name="West">'));
    await expectText(imports(), 'Keynote: 1 question, 1 screen and no link are left behind');
    expect(await take().isDisabled()).toBe(true);
    await take().scrollIntoViewIfNeeded();
    await day.picture(page, 'reimport-5-off-air');
    await imports().getByLabel('Yes, take it off the air').check();
    await take().click();
    await expectText(imports(), 'Imported.');
    expect(day.app.events.get('rn')?.live.state.tables.sessions.get(keynote)).toMatchObject({
      removed: true,
      endedAt: expect.any(Number),
    });
    await expectText(wall.locator('body'), asked);
  });
});
