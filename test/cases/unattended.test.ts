// Nobody is at the desk: who is told, and how somebody takes over from another staff page in seconds.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { expectMine, expectText, goTo, listenTo, sectionOf } from '../journeys/looking.ts';

/** How long a phone may take from the press that offers the desk until it is at the desk, in milliseconds. */
const takeOverTime = 15_000;

describe('a session runs and nobody is at the desk [V18]', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:12:00Z');
  let asker: Page;
  let organizer: Page;
  let pocket: Page;
  let phone: Page;
  let heard: () => Promise<string[]>;
  /** The moderator's phone is put away, and a minute and more goes by. */
  const deskIsLeft = async (until: string) => {
    await phone.goto('about:blank');
    await expectText(moderatorRow(), 'Last seen');
    await day.moveTo(until);
  };
  const moderatorRow = () =>
    sectionOf(organizer, 'Team').getByRole('listitem').filter({ hasText: 'Moderator' });
  const empty = 'To review: no moderator is here right now';

  beforeAll(async () => {
    asker = await day.show(await day.people.withPhone(), '');
    organizer = await day.show(await day.people.withLaptop(), '/admin', 'organizer');
    pocket = await day.show(await day.people.withPhone(), '/admin', 'organizer');
    await goTo(organizer, 'People and links');
    await day.moveTo('2031-04-26T12:14:30Z');
    await sectionOf(pocket, 'Nobody is at the desk').waitFor();
  });

  test('who asks reads that it waits, and why, also on a narrow phone', async () => {
    heard = await listenTo(asker);
    await asker.getByRole('textbox', { name: 'Your question', exact: true }).fill('Is anybody there?');
    await asker.getByRole('button', { name: 'Send' }).click();
    await expectMine(asker, empty);
    await expect
      .poll(heard, { timeout: 15_000 })
      .toContain('No moderator is here right now. Your question will be reviewed later.');
    await day.picture(asker, 'unattended-1-asker');
    await asker.setViewportSize({ width: 320, height: 640 });
    expect(await asker.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await asker.setViewportSize({ width: 390, height: 844 });
  });

  test('an organizer hands the desk to a phone in under 15 s, and everybody reads that somebody is there', async () => {
    const notice = sectionOf(organizer, 'Nobody is at the desk');
    await expectText(notice, 'Questions wait until a moderator has read them');
    await day.picture(organizer, 'unattended-3-notice');
    phone = await day.people.withPhone();
    const began = performance.now();
    await notice.getByRole('button', { name: 'Take over with a phone' }).click();
    await expect.poll(() => notice.getByRole('img').count()).toBe(1);
    const path = await notice.getByRole('link', { name: 'Open here' }).getAttribute('href');
    await day.picture(organizer, 'unattended-4-code');
    await phone.goto(`${day.app.origins.here}${path}`);
    // A phone opens the chair’s view, which says how many wait.
    await phone.getByRole('button', { name: 'Open desk · 1 to review' }).click();
    await expectText(phone.locator('body'), 'Is anybody there?');
    expect(performance.now() - began).toBeLessThan(takeOverTime);
    await expectMine(asker, 'A moderator will review it');
    await expect.poll(heard, { timeout: 15_000 }).toContain('A moderator is here again.');
    await expect.poll(() => notice.count(), { timeout: 15_000 }).toBe(0);
  });

  test('the QR code is large enough for any phone on a laptop and on a phone, beside nothing cut off', async () => {
    await deskIsLeft('2031-04-26T12:20:00Z');
    const notice = sectionOf(pocket, 'Nobody is at the desk');
    await notice.getByRole('button', { name: 'Take over with a phone' }).click({ timeout: 15_000 });
    const code = await notice.getByRole('img').boundingBox();
    expect(code?.width).toBeGreaterThanOrEqual(240);
    expect(
      await pocket.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
    await day.picture(pocket, 'unattended-5-pocket');
    await phone.goto(`${day.app.origins.here}/e/${day.slug}/desk`);
    await expectText(phone.locator('body'), 'Is anybody there?');
  });

  test('a short code is shown where the server makes one, with how long it holds', async () => {
    await pocket.route(/\/invites\?/, async (route) => {
      const answer = await route.fetch();
      const codeExpiresAt = new Date(day.now() + 9.5 * 60_000).toISOString();
      const json = { ...(await answer.json()), code: 'KLM4PQR7', codeExpiresAt };
      await route.fulfill({ response: answer, json });
    });
    await deskIsLeft('2031-04-26T12:24:00Z');
    await pocket.reload();
    const notice = sectionOf(pocket, 'Nobody is at the desk');
    await notice.getByRole('button', { name: 'Take over with a phone' }).click({ timeout: 15_000 });
    await expectText(notice, 'KLM4');
    await expectText(notice, 'The code is valid for 10 more minutes.');
    await day.picture(pocket, 'unattended-6-short-code');
    await phone.goto(`${day.app.origins.here}/e/${day.slug}/desk`);
    await expectText(phone.locator('body'), 'Is anybody there?');
  });

  test('the organizer sees who is here, and takes a link back after one question', async () => {
    const people = sectionOf(organizer, 'Team');
    await expectText(moderatorRow(), 'Here now');
    expect(await people.getByRole('listitem').filter({ hasText: 'You' }).getByRole('button').count()).toBe(0);
    await people.scrollIntoViewIfNeeded();
    await day.picture(organizer, 'unattended-7-people');
    await moderatorRow()
      .getByRole('button', { name: /^Revoke/ })
      .click();
    await expectText(organizer.getByRole('dialog'), 'cannot be undone');
    await day.picture(organizer, 'unattended-8-revoke');
    await organizer.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await expectText(people, 'Revoked');
    // [P14] The link that they came by says so below its row, in which its button stays.
    const links = sectionOf(organizer, 'Links');
    await links.getByText(/^Show/).click();
    const link = links.getByRole('listitem').filter({ hasText: 'Lets nobody new in' });
    const [role, revoke] = [link.getByText('Moderator', { exact: true }), link.getByRole('button')];
    await role.scrollIntoViewIfNeeded();
    const middle = async (part: Locator) => {
      const { y, height } = (await part.boundingBox()) ?? { y: Number.NaN, height: 0 };
      return y + height / 2;
    };
    expect(Math.abs((await middle(role)) - (await middle(revoke)))).toBeLessThan(4);
    await expect
      .poll(() => phone.locator('body').innerText(), { timeout: 15_000 })
      .not.toContain('Is anybody there?');
    await goTo(pocket, 'People and links');
    await pocket.getByRole('heading', { name: 'Team' }).scrollIntoViewIfNeeded();
    await day.picture(pocket, 'unattended-9-pocket-people');
  });

  test('what was said when the question was sent is said once, however the desk came and went', async () => {
    const sent = (await heard()).filter((sentence) => sentence.startsWith('Sent.'));
    expect(sent).toEqual(['Sent. No moderator is here right now; one will review it later.']);
  });

  test('nothing went wrong in any browser', () => {
    expect(day.people.trouble).toEqual([]);
  });
});
