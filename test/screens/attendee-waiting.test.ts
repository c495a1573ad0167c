// What an asker reads of a question: whoever is or is not at the desk, slow mode, where it was asked, what it is kept for.
import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../client/attendee/ask/kept-texts.ts';
import { countdown, firstPaused, followingId, pausedFor, pauseOf } from '../../client/attendee/ask/paused.ts';
import { boardMessages } from '../../client/attendee/messages/board.en.ts';
import { myStatus } from '../../client/attendee/mine/my-status.ts';
import { messagesFor } from '../../client/attendee/now/messages-for.ts';
import { catalogue } from '../../client/look/messages.ts';
import { titleOf } from '../../client/questions/place-title.ts';
import { spoken } from '../../server/refusals/spoken.ts';
import type { MessageView } from '../../shared/views/view.ts';
import { refuse } from '../world/refuse.ts';
import { fixtureNow, morningFixture, questionFixture } from './fixture-views.ts';

const say = catalogue(boardMessages);
const quiet = { onScreen: false, unattended: false, keptFor: null, over: null };

describe('a waiting question', () => {
  const waiting = questionFixture('q', { status: 'inReview', n: null });

  it('waits for a moderator, and says so where none is here [V18]', () => {
    expect(myStatus(waiting, quiet, say).word).toBe('A moderator will review it');
    expect(myStatus(waiting, { ...quiet, unattended: true }, say).word).toBe(
      'To review: no moderator is here right now',
    );
  });

  it('is the only kind that an empty desk says anything about', () => {
    const live = questionFixture('q');
    expect(myStatus(live, { ...quiet, unattended: true }, say)).toEqual(myStatus(live, quiet, say));
  });
});

describe('a question that is kept', () => {
  const note = (
    keptFor: NonNullable<Parameters<typeof titleOf>[0]> & { for: 'panel' | 'poster' | 'written' },
  ) => {
    const title = titleOf(keptFor, { sessions: morningFixture(), posters });
    return myStatus(questionFixture('q', { status: 'kept', keptFor }), { ...quiet, keptFor: title }, say)
      .note;
  };
  const posters = {
    p7: { id: 'p7', session: 'posters', number: 7, title: 'Seeds matter', authors: [], kind: null },
  };

  it('says for which session or poster, or that it is answered in writing [Q31]', () => {
    expect(note({ for: 'panel', session: 'panel', poster: null })).toBe(
      'For “Panel: Publishing what did not work”.',
    );
    expect(note({ for: 'panel', session: null, poster: null })).toBe('For the panel.');
    expect(note({ for: 'poster', session: null, poster: 'p7' })).toBe('For the poster “Seeds matter”.');
    expect(note({ for: 'written', session: null, poster: null })).toBe('For an answer in writing.');
  });

  it('tells where it was asked by the title of that place, and nothing where that place is gone', () => {
    const sessions = morningFixture();
    expect(titleOf({ session: 'talk-2', poster: null }, { sessions })).toBe(
      'Invited Talk 2: When better benchmarks make worse science',
    );
    expect(titleOf({ session: 'gone', poster: null }, { sessions })).toBeNull();
    expect(titleOf(null, { sessions })).toBeNull();
  });
});

describe('slow mode [Q29]', () => {
  const asked = (id: string, changes: Partial<Outgoing> = {}): Outgoing => ({
    id: `6f1d2c3b-0000-4000-8000-00000000000${id}`,
    session: 'talk-2',
    text: `Question ${id}`,
    anonymous: true,
    keep: true,
    sentAt: fixtureNow,
    ...changes,
  });

  it('is a pause; every other refusal is one', () => {
    const slow = refuse('too-fast', 'slow-mode', { of: 'slowMode', retryAfterMs: 90_000 });
    expect(pauseOf(spoken(slow))).toBe(90_000);
    expect(pauseOf(spoken(refuse('too-fast', 'too-fast', { retryAfterMs: 2_000 })))).toBeNull();
    expect(pauseOf(spoken(refuse('not-now', 'question-closed')))).toBeNull();
    expect(pauseOf({ ok: true, seq: 3 })).toBeNull();
  });

  it('lets the oldest go first, and holds nothing that was refused for good or taken', () => {
    const all = [
      asked('3', { pausedUntil: 1 }),
      asked('2', { pausedUntil: 9 }),
      asked('1', { pausedUntil: 2, refused: spoken(refuse('not-now', 'question-closed')) }),
      asked('0', { pausedUntil: 2, status: 'inReview' }),
    ];
    expect(firstPaused(all)?.text).toBe('Question 2');
    expect(firstPaused([asked('1')])).toBeUndefined();
  });

  it('sends a question again under its own id, and only after a second pause under the one that follows', () => {
    const first = pausedFor(asked('f'), 5);
    expect(first).toMatchObject({ id: asked('f').id, pausedUntil: 5 });
    const second = pausedFor(first, 9);
    expect(second).toMatchObject({ id: followingId(asked('f').id), pausedUntil: 9 });
    expect(second.id).toBe('6f1d2c3b-0000-4000-8000-000000000000');
  });

  it('counts down in words that need not be read every second', () => {
    const words = (left: number) => {
      const { of, count } = countdown(left);
      return say(`paused.${of}`, { count });
    };
    expect([120_000, 61_000, 50_001, 35_000, 9_000].map(words)).toEqual([
      'Your question will be sent by itself in about 2 minutes.',
      'Your question will be sent by itself in about a minute.',
      'Your question will be sent by itself in about a minute.',
      'Your question will be sent by itself in about 40 seconds.',
      'Your question will be sent by itself in a moment.',
    ]);
  });
});

describe('announcements', () => {
  const message = (id: string, changes: Partial<MessageView> = {}): MessageView => ({
    id,
    text: id,
    to: 'all',
    at: new Date(fixtureNow - 60_000).toISOString(),
    until: null,
    ...changes,
  });
  const ids = (messages: MessageView[]) => messages.map(({ id }) => id);

  it('reach those they are for: everybody, the room, the remote ones', () => {
    const all = [message('all'), message('room', { to: 'inRoom' }), message('far', { to: 'remote' })];
    expect(ids(messagesFor(all, 'inRoom', [], fixtureNow))).toEqual(['all', 'room']);
    expect(ids(messagesFor(all, 'remote', [], fixtureNow))).toEqual(['all', 'far']);
    expect(ids(messagesFor(all, undefined, [], fixtureNow))).toEqual(['all']);
    expect(ids(messagesFor([message('s', { to: 'staff' })], 'inRoom', [], fixtureNow))).toEqual([]);
  });

  it('go when they are over or were put away, the newest stands first', () => {
    const all = [
      message('old'),
      message('new', { at: new Date(fixtureNow).toISOString() }),
      message('over', { until: new Date(fixtureNow).toISOString() }),
      message('away'),
    ];
    expect(ids(messagesFor(all, 'remote', ['away'], fixtureNow))).toEqual(['new', 'old']);
  });
});
