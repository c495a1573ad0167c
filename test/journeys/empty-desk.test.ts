import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from './day.ts';
import { expectText } from './looking.ts';

describe('a day on which nobody touches the timeline [T16, T17]', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T11:40:00Z');
  let phone: Page;
  let stage: Page;

  beforeAll(async () => {
    phone = await day.show(await day.people.withPhone({ timezoneId: 'Asia/Kathmandu' }), '');
    stage = await day.show(await day.people.projector(), '/stage/main', 'projector', { room: 'main' });
  });

  /** Moves on to a time of the venue's clock (Rio de Janeiro, three hours behind UTC). */
  const at = (time: string) =>
    day.moveTo(new Date(Date.parse(`2031-04-26T${time}:00Z`) + 3 * 3_600_000).toISOString());

  test('before it begins, the doors are open: the code, what comes first and when', async () => {
    await expectText(stage.locator('body'), 'Opening remarks');
    await expectText(stage.locator('body'), 'KLM');
    await expectText(phone.locator('body'), '17:45');
    await day.picture(stage, 'empty-1-doors');
    await day.picture(phone, 'empty-1-phone');
  });

  test('a talk that nobody started counts as started on time', async () => {
    await at('09:14');
    await expectText(stage.locator('body'), 'Invited Talk 1');
    await expectText(phone.locator('body'), 'Invited Talk 1');
    const { sessions } = day.app.events.get(day.slug)?.live.state.tables ?? {};
    expect(sessions?.get('talk-1')).toMatchObject({
      startedAt: Date.parse('2031-04-26T12:10:00Z'),
      assumed: true,
    });
    await day.picture(stage, 'empty-2-talk');
    await day.picture(phone, 'empty-2-phone');
  });

  test('in its Q&A the stage asks people to ask', async () => {
    await at('09:41');
    await expectText(stage.locator('body'), 'KLM');
    await day.picture(stage, 'empty-3-questions');
  });

  test('in the break it says what comes next and when', async () => {
    await at('09:55');
    await expectText(stage.locator('body'), 'Invited Talk 2');
    await expectText(stage.locator('body'), '10:20');
    await day.picture(stage, 'empty-4-break');
    await day.picture(phone, 'empty-4-phone');
  });

  test('parts follow each other', async () => {
    await at('12:13');
    await expectText(stage.locator('body'), 'On second results');
    await day.picture(stage, 'empty-5-spotlight');
  });

  test('the day ends by itself, and says so', async () => {
    await at('12:45');
    await expect.poll(() => phone.locator('body').innerText()).toMatch(/thank you|over/i);
    await day.picture(stage, 'empty-6-end');
    await day.picture(phone, 'empty-6-phone');
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
