// How a browser follows the log: the contract's rules for views and patches.
import { describe, expect, it } from 'vitest';
import {
  type Followed,
  followPatch,
  followView,
  nothingFollowed,
  type Step,
} from '../../client/connection/follow.ts';
import { freshness, hintAfterMsOf } from '../../client/connection/freshness.ts';
import { ServerClock } from '../../client/connection/server-clock.ts';
import { makeViewStore, ownFollowed, type ViewStore } from '../../client/connection/view-store.ts';
import type { View } from '../../shared/views/view.ts';

const view = (upvotes: number): View => ({ balance: { main: { inRoom: upvotes, remote: 0 } } });
const at = (seq: number): Followed => ({ epoch: 'one', seq, upTo: seq, view: view(0) });
const patch = (from: number, seq: number, upvotes: number, own?: boolean) => ({
  epoch: 'one',
  from,
  seq,
  set: { balance: { main: { inRoom: upvotes, remote: 0 } } },
  gone: {},
  ...(own !== undefined && { own }),
});
const moved = (step: Step): Followed => {
  if (step.kind !== 'moved') throw new Error(`It was ${step.kind}`);
  return step.to;
};

describe('a view', () => {
  it('is taken as the first message', () => {
    const message = { epoch: 'one', seq: 7, view: view(1), serverTime: '' };
    expect(moved(followView(nothingFollowed, message))).toEqual({
      epoch: 'one',
      seq: 7,
      upTo: 7,
      view: view(1),
    });
  });

  it('with a lower seq of the same epoch is ignored', () => {
    expect(followView(at(8), { epoch: 'one', seq: 7, view: view(1), serverTime: '' })).toEqual({
      kind: 'ignored',
    });
  });

  it('with a lower seq of another epoch replaces all', () => {
    const message = { epoch: 'two', seq: 2, view: view(1), serverTime: '' };
    expect(moved(followView(at(8), message)).seq).toBe(2);
  });
});

describe('a patch', () => {
  it('that continues where we are moves the seq', () => {
    const next = moved(followPatch(at(5), patch(5, 9, 3)));
    expect(next).toEqual({ epoch: 'one', seq: 9, upTo: 5, view: view(3) });
  });

  it('that begins before where we are is applied, and the larger seq stays', () => {
    expect(moved(followPatch(at(5), patch(2, 4, 3)))).toEqual({
      epoch: 'one',
      seq: 5,
      upTo: 5,
      view: view(3),
    });
  });

  it('that begins after where we are shows a gap', () => {
    expect(followPatch(at(5), patch(6, 9, 3))).toEqual({ kind: 'gap' });
  });

  it('of another epoch, or before any view, shows a gap', () => {
    expect(followPatch({ ...at(5), epoch: 'two' }, patch(5, 6, 3))).toEqual({ kind: 'gap' });
    expect(followPatch(nothingFollowed, patch(0, 1, 3))).toEqual({ kind: 'gap' });
  });

  it('of one’s own is applied and never moves the seq', () => {
    expect(moved(followPatch(at(5), patch(4, 9, 3, true)))).toEqual({
      epoch: 'one',
      seq: 5,
      upTo: 5,
      view: view(3),
    });
  });

  it('of one’s own says up to which seq it speaks of what one did', () => {
    const own = { ...patch(5, 5, 3, true), upTo: 8 };
    expect(moved(followPatch(at(5), own))).toMatchObject({ seq: 5, upTo: 8 });
    expect(moved(followPatch({ ...at(5), upTo: 9 }, own)).upTo).toBe(9);
  });

  it('applied twice changes nothing more', () => {
    const once = moved(followPatch(at(5), patch(5, 9, 3)));
    expect(moved(followPatch(once, patch(5, 9, 3)))).toEqual(once);
  });
});

describe('what one did', () => {
  /** Whether it is told by now. */
  const waiting = (store: ViewStore, seq: number) => {
    const wait = { over: false };
    void ownFollowed(store, seq).then(() => {
      wait.over = true;
    });
    return wait;
  };

  it('is told once the view speaks of one’s own up to there, and not by what everybody was told', async () => {
    const store = makeViewStore();
    store.setState(at(5));
    const wait = waiting(store, 8);
    store.setState(moved(followPatch(store.getState(), patch(5, 9, 1))));
    await Promise.resolve();
    expect(wait.over).toBe(false);
    store.setState(moved(followPatch(store.getState(), { ...patch(9, 9, 1, true), upTo: 8 })));
    await Promise.resolve();
    expect(wait.over).toBe(true);
  });

  it('is told at once where the view spoke of it before the answer came', async () => {
    const store = makeViewStore();
    store.setState(at(8));
    const wait = waiting(store, 8);
    await Promise.resolve();
    expect(wait.over).toBe(true);
  });

  it('is waited for no longer where another log replaces all', async () => {
    const store = makeViewStore();
    store.setState(at(5));
    const wait = waiting(store, 8);
    store.setState({ ...at(2), epoch: 'two' });
    await Promise.resolve();
    expect(wait.over).toBe(true);
  });
});

describe('freshness', () => {
  it('asks staff and screens for 5 and 8 seconds, attendees for 30 and 45', () => {
    const states = (role: 'moderator' | 'projector' | 'attendee', silences: number[]) =>
      silences.map((seconds) => freshness(seconds * 1000, hintAfterMsOf(role)));
    expect(states('moderator', [4.9, 5, 8])).toEqual(['live', 'unsure', 'stale']);
    expect(states('projector', [4.9, 5, 8])).toEqual(['live', 'unsure', 'stale']);
    expect(states('attendee', [29.9, 30, 45])).toEqual(['live', 'unsure', 'stale']);
    expect(freshness(null, hintAfterMsOf('attendee'))).toBe('connecting');
  });
});

describe('the server’s clock', () => {
  it('is taken from the exchange with the shortest way', () => {
    const clock = new ServerClock();
    clock.exchange(1_000, 11_300, 1_400);
    clock.exchange(2_000, 12_010, 2_020);
    clock.exchange(3_000, 13_900, 4_000);
    expect(clock.offset).toBe(10_000);
  });

  it('takes the time of a message only where nothing better is known', () => {
    const clock = new ServerClock();
    clock.heard(new Date(6_000).toISOString(), 1_000);
    expect(clock.offset).toBe(5_000);
    clock.exchange(1_000, 11_000, 1_010);
    clock.heard(new Date(6_000).toISOString(), 1_000);
    expect(clock.offset).toBe(9_995);
  });
});
