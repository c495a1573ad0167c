import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectText, goTo } from '../journeys/looking.ts';

describe('a day that runs late, on four screens in three zones [T5, T8, T9, T10, T27]', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T11:55:00Z');
  let phone: Page;
  let desk: Page;
  let stage: Page;
  let lectern: Page;

  beforeAll(async () => {
    const { people } = day;
    phone = await day.show(await people.withPhone({ timezoneId: 'Asia/Kathmandu' }), '');
    desk = await day.show(await people.withLaptop({ timezoneId: 'Europe/Berlin' }), '/desk', 'moderator');
    const inTheRoom = { timezoneId: 'America/Sao_Paulo' };
    stage = await day.show(await people.projector(inTheRoom), '/stage/main', 'projector', { room: 'main' });
    lectern = await day.show(await people.projector(inTheRoom), '/monitor/main', 'speaker', { room: 'main' });
    await desk.getByRole('button', { name: 'More', exact: true }).click();
    await desk.getByRole('menuitem', { name: 'Programme…' }).click();
    await phone.getByRole('button', { name: 'Programme', exact: true }).click();
  });

  /** Moves on to a time of the venue's clock (Rio de Janeiro, three hours behind UTC), until the lectern shows it. */
  const at = async (time: string) => {
    await day.moveTo(new Date(Date.parse(`2031-04-26T${time}:00Z`) + 3 * 3_600_000).toISOString());
    await expectText(lectern.locator('body'), `Now ${time}`);
  };
  const bar = () => desk.locator('footer').getByRole('region', { name: 'Programme' });
  const press = (name: string) => bar().getByRole('button', { name, exact: true }).click();
  /** The row of a session in the desk's programme. */
  const row = (title: string) =>
    desk.getByRole('dialog', { name: 'Programme' }).getByRole('listitem').filter({ hasText: title });
  const inProgramme = (title: string) =>
    phone.getByRole('region', { name: 'Programme' }).getByRole('listitem').filter({ hasText: title });
  /** What is left on the lectern's clock: so many minutes, or less by the seconds that this test took to look. */
  const left = (minutes: number) => {
    const digits = new RegExp(`^(${minutes}:00|${minutes - 1}:\\d\\d)$`);
    return expect.poll(() => lectern.getByRole('timer').innerText(), { timeout: 15_000 }).toMatch(digits);
  };
  const pictures = async (step: string) => {
    for (const [name, page] of Object.entries({ phone, desk, stage, lectern }))
      await day.picture(page, `late-${step}-${name}`);
  };

  test('09:10: a talk is due; Not yet, and everybody’s times follow by the minute', async () => {
    await at('09:10');
    await expectText(bar(), 'Has Invited Talk 1 started? It was due at 09:10.');
    await expectText(stage.locator('body'), 'Invited Talk 1');
    await pictures('1-due');
    await press('Not yet');
    await expectText(bar(), 'Invited Talk 1 has not started');
    expect(await bar().getByRole('button', { name: 'Not yet' }).count()).toBe(0);
    await at('09:18');
    await expectText(bar(), 'Invited Talk 1 has not started: 9 min late');
    await expectText(row('Invited Talk 1'), '09:19–09:59');
    await expectText(inProgramme('Invited Talk 1'), '18:04');
    await expectText(lectern.locator('body'), 'Starts 9 min later than planned');
    await expectText(stage.locator('body'), '09:19');
    await pictures('2-notyet');
  });

  test('09:22: it starts, twelve minutes late, and the break after it gives way', async () => {
    await at('09:22');
    await press('Started now');
    await expectText(bar(), 'until 10:02');
    await expectText(row('Coffee'), '10:02–10:20');
    await expectText(row('Invited Talk 2'), '10:20–11:00');
    await expectText(inProgramme('Coffee'), '18:47');
    await expectText(inProgramme('Invited Talk 2'), '19:05');
    await expectText(stage.locator('body'), 'Invited Talk 1');
    await left(30);
    await pictures('3-started');
  });

  test('what began is told as past on the organiser’s page, what is to come as expected', async () => {
    const organizer = await day.show(await day.people.withLaptop(), '/admin', 'organizer');
    await goTo(organizer, 'Programme');
    const line = (title: string) => organizer.getByRole('row').filter({ hasText: title });
    await expectText(line('Invited Talk 1'), 'began at 09:22');
    await expectText(line('Coffee'), 'now expected 10:02');
  });

  test('10:00: three minutes more eat the rest of the break, down to its fifteen minutes', async () => {
    await at('10:00');
    await press('+1, 1 minute longer: Invited Talk 1');
    await expectText(bar(), 'until 10:03');
    await press('+1, 1 minute longer: Invited Talk 1');
    await expectText(bar(), 'until 10:04');
    await press('+1, 1 minute longer: Invited Talk 1');
    await expectText(bar(), 'until 10:05');
    await expectText(row('Coffee'), '10:05–10:20');
    await expectText(inProgramme('Coffee'), '18:50');
    await left(5);
    await expectText(stage.locator('body'), '5');
    await pictures('4-extended');
  });

  test('10:01: five more meet the lunch that is fixed: the desk says what may give way, and the Q&A does', async () => {
    await at('10:01');
    await press('+5, 5 minutes longer: Invited Talk 1');
    const choice = desk.getByRole('dialog', { name: 'What gives way?' });
    await expectText(choice, 'Lunch stays at 11:00');
    await expectText(choice, 'Q&A of Invited Talk 2: 5 instead of 10 min');
    await pictures('5-anchor');
    await choice.getByRole('button', { name: 'Shorten the Q&A' }).click();
    await expectText(bar(), 'until 10:10');
    await expectText(row('Coffee'), '10:10–10:25');
    await expectText(row('Invited Talk 2'), '10:25–11:00');
    await expectText(row('Lunch'), '11:00–12:00');
    await expectText(inProgramme('Invited Talk 2'), '19:10');
    await expectText(inProgramme('Lunch'), '19:45');
    await left(9);
    await pictures('6-gave');
  });

  test('10:09: one press of Next ends the talk and starts the break', async () => {
    await at('10:09');
    await press('Start next: Coffee, which ends Invited Talk 1');
    await expectText(bar(), 'until 10:24');
    await expectText(stage.locator('body'), 'Invited Talk 2');
    await expectText(stage.locator('body'), 'Next at 10:24 (planned 10:20)');
    await expectText(phone.locator('body'), '19:09');
    await pictures('7-break');
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
