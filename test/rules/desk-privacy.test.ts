import { describe, expect, test } from 'vitest';
import { commonView } from '../../shared/views/lens.ts';
import { viewSchema } from '../../shared/views/view.ts';
import { type Day, given } from '../world/given.ts';
import type { Who } from '../world/people.ts';
import { inTwoRooms, workshop } from '../world/workshop.ts';
import { questionIn } from './in-status.ts';
import { contextNow, lensOf, plainView, viewOf } from './viewing.ts';

const others: Who[] = ['bob', 'lov', 'pia', 'screen'];
const words = (day: Day, who: Who) => JSON.stringify(plainView(day, who));

describe('[V16] a display that says which one it is', () => {
  const seen = (day: ReturnType<typeof given>, display: string) =>
    viewSchema.parse(commonView(lensOf('screen', display), contextNow(day)));

  test('sees the room a desk gave it, also where that went, else its link’s, and its own name and look', () => {
    const day = given({}, inTwoRooms);
    expect(seen(day, 'main/wall')).toMatchObject({
      room: { id: 'main' },
      display: { id: 'main/wall', name: null, layout: null },
    });
    day.when('mod', 'display.set', { display: 'main/wall', name: 'Left', room: 'annex', layout: 'side' });
    day.when('mod', 'stage.show', { room: 'annex', show: { kind: 'join' } });
    expect(seen(day, 'main/wall')).toMatchObject({
      room: { id: 'annex' },
      stage: { room: { id: 'annex' }, show: { kind: 'join' } },
      display: { id: 'main/wall', name: 'Left', layout: 'side' },
    });
    day.when('org', 'programme.apply', { programme: workshop });
    expect(seen(day, 'main/wall').room?.id).toBe('annex');
    day.when('mod', 'display.set', { display: 'main/wall', room: null });
    expect(seen(day, 'main/wall').room?.id).toBe('main');
  });

  test('sees nothing of other displays, and no screen does that says nothing', () => {
    const day = given();
    day.when('mod', 'display.set', { display: 'main/other', name: 'canary display' });
    for (const who of [...others, 'ann'] as const) expect(words(day, who), who).not.toContain('canary');
    expect(JSON.stringify(seen(day, 'main/wall'))).not.toContain('canary');
    expect(words(day, 'mod')).toContain('canary display');
  });
});

describe('[V17] for the staff alone', () => {
  test('are marks, time on screen, bans and newcomers', () => {
    const day = given({ moderation: 'after' });
    const question = day.ask('ann', 'Damn', { measured: { units: 4, hint: 'likely' } });
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'question', question } });
    day.when('mod', 'stage.show', { room: 'main', show: { kind: 'auto' } });
    day.when('mod', 'participant.ban', { question, on: true, hide: false });
    expect(viewOf(day, 'mod').questions?.[question]).toMatchObject({
      hint: 'likely',
      screened: { seconds: 0 },
      banned: true,
      newcomer: false,
    });
    for (const who of ['bob', 'ann', 'lov'] as const)
      for (const field of ['hint', 'screened', 'banned', 'newcomer'])
        expect(viewOf(day, who).questions?.[question], `${who} ${field}`).not.toHaveProperty(field);
  });

  test('neither newcomers nor bans tell that a named asker and an anonymous one are the same', () => {
    const day = given();
    const named = day.ask('ann', 'named', { anonymous: false });
    const anonymous = day.ask('ann', 'anonymous', { anonymous: true });
    const row = (id: string) => viewOf(day, 'mod').questions?.[id];
    expect([row(named)?.newcomer, row(anonymous)?.newcomer]).toEqual([true, true]);
    day.when('mod', 'question.approve', { question: named });
    expect([row(named)?.newcomer, row(anonymous)?.newcomer]).toEqual([false, true]);
    day.when('mod', 'participant.ban', { participant: 'ann', on: true, hide: false });
    expect([row(named)?.banned, row(anonymous)?.banned]).toEqual([true, false]);
    day.when('mod', 'participant.ban', { question: anonymous, on: true, hide: false });
    expect([row(named)?.banned, row(anonymous)?.banned]).toEqual([true, true]);
    day.when('mod', 'participant.ban', { participant: 'ann', on: false, hide: false });
    expect([row(named)?.banned, row(anonymous)?.banned]).toEqual([false, false]);
  });

  test('everybody sees how many questions of a session were asked, answered, kept and not taken', () => {
    const day = given();
    for (const status of ['inReview', 'live', 'answered', 'kept', 'kept', 'dismissed'] as const)
      questionIn(day, status);
    for (const who of ['bob', 'mod', 'org'] as const)
      expect(viewOf(day, who).tallies?.['talk-1'], who).toMatchObject({
        asked: 6,
        answered: 1,
        kept: 2,
        dismissed: 1,
      });
    expect(viewOf(day, 'bob').tallies?.['talk-2']).toMatchObject({ asked: 0 });
  });
});
