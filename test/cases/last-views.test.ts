// The comparison at the end of every journey, itself compared: it has to find what a page shows that is not so.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { movedDay } from '../journeys/day.ts';
import { endOf } from '../journeys/last-views.ts';
import { voiceIn } from '../journeys/voice.ts';
import { seenBy } from '../journeys/witness.ts';
import type { Member } from '../world/member.ts';
import { until } from '../world/waiting.ts';

describe('[V22] what every page saw last is what the log makes of it', () => {
  const day = movedDay('small-day.yaml', '2031-04-26T12:14:00Z');
  let phone: Page;
  let desk: Page;
  let moderator: Member;
  let [first, second] = ['', ''];

  beforeAll(async () => {
    phone = await day.show(await day.people.withPhone(), '');
    desk = await day.show(await day.people.withLaptop(), '/desk', 'moderator');
    const stage = await day.show(await day.people.projector(), '/stage/main', 'projector', { room: 'main' });
    moderator = await voiceIn(day, 'moderator');
    const voices = await Promise.all([1, 2, 3].map(() => voiceIn(day, 'attendee')));
    await moderator.must({ type: 'policy.set', moderation: 'after', ranking: 'popular' });
    const [one, two, three] = voices;
    if (!one || !two || !three) throw new Error('Voices are missing');
    first = await one.ask('What of the baseline?', { session: 'talk-1' });
    second = await two.ask('Is there a baseline?', { session: 'talk-1' });
    await three.must({ type: 'question.upvote', question: first, on: true });
    await one.must({ type: 'question.upvote', question: second, on: true });
    for (const page of [phone, desk, stage]) await told(page);
  });

  const told = (page: Page) => until(async () => (await seenBy(page)).length === 1);

  /** Ends the day as journeys end, save that the server goes on; `meanwhile` comes after what pages were told was waited for. */
  const end = (meanwhile: () => Promise<unknown>) =>
    endOf(day.people, {
      logged: (slug, after) => day.logged(slug, after),
      close: async () => void (await meanwhile()),
    });

  /** Changes what a page holds by a script that has its `view`, and gives a way back. */
  const spoil = (page: Page, script: string) =>
    page.evaluate(`{
      const [store] = following.keys();
      window.before ??= store.getState();
      const { view } = JSON.parse(JSON.stringify(before));
      ${script};
      store.setState({ view });
    }`);
  const mend = (page: Page) => page.evaluate('[...following.keys()][0].setState(before)');

  test('nothing is found where two questions are merged, nor after the merge is no more', async () => {
    await moderator.must({ type: 'question.merge', question: first, into: second });
    await end(async () => undefined);
    await moderator.must({ type: 'question.unmerge', question: first });
    await end(async () => undefined);
  });

  test.each([
    ['a count of the list', () => phone, 'view.questions[second].upvotes += 1', /upvotes: 2 instead of 1/],
    ['a question that is not there', () => desk, 'delete view.questions[first]', /nothing instead of/],
    ['somebody’s own support', () => phone, 'view.me.upvoted = [first]', /me\/upvoted/],
    ['a session', () => desk, 'view.sessions["talk-1"].title = "Another"', /title: "Another" instead of/],
  ])('it finds %s', async (_what, page, script, found) => {
    const ids = `const [first, second] = ${JSON.stringify([first, second])};`;
    const ended = end(() => spoil(page(), ids + script));
    await expect(ended.finally(() => mend(page()))).rejects.toThrow(found);
    await end(async () => undefined);
  });

  test('it finds a page that heard the server to the end and does not know the end', async () => {
    await phone.evaluate('window.before = [...following.keys()][0].getState()');
    await moderator.must({ type: 'question.answer', question: first, on: true });
    await expect(end(() => mend(phone))).rejects.toThrow(/attendee .*answered: 0 instead of 1/);
    await phone.reload();
    await told(phone);
  });
});
