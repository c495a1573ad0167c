import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type First, FirstMessages } from '../../server/socket/first-messages.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Connections whose messages go out when a test says so, and turns for views that it gives. */
function server() {
  const sent: string[] = [];
  const cut: string[] = [];
  const turns: { of: string; give: () => void }[] = [];
  const left: string[] = [];
  const messages = new FirstMessages({
    turn: (_person, of) =>
      new Promise((resolve) => {
        turns.push({ of, give: () => resolve() });
      }),
    leave: (_person, of) => left.push(of),
  });
  const line = (name: string, view = false) => {
    const state = { empty: true, silence: 0 };
    const backlog = {
      get isEmpty() {
        return state.empty;
      },
      silence: () => state.silence,
    };
    const first = (text: string): First => ({
      backlog,
      isView: () => view,
      rests: true,
      send() {
        sent.push(text);
        state.empty = false;
      },
      cut: () => cut.push(name),
    });
    return {
      state,
      ask: (text = name) => messages.serve('ann', name, first(text)),
      leave: () => messages.leave('ann', name),
    };
  };
  return { sent, cut, turns, left, line };
}

const aMoment = () => vi.advanceTimersByTimeAsync(50);

describe('[W81] first messages', () => {
  test('go out at once, one after the other for one person, whatever their size', async () => {
    const { sent, line } = server();
    const [one, other] = [line('one'), line('other')];
    one.ask();
    other.ask();
    await aMoment();
    expect(sent).toEqual(['one']);
    one.state.empty = true;
    await aMoment();
    expect(sent).toEqual(['one', 'other']);
  });

  test('that are whole views wait for a turn, and are served once, as was asked last', async () => {
    const { sent, turns, line } = server();
    const one = line('one', true);
    for (let count = 1; count <= 100; count += 1) one.ask(`asked ${count} times`);
    await aMoment();
    expect(sent).toEqual([]);
    for (const { give } of turns) give();
    await aMoment();
    expect(sent).toEqual(['asked 100 times']);
  });

  test('of others of the same person pass one that waits for its turn', async () => {
    const { sent, turns, line } = server();
    line('view', true).ask();
    line('patch').ask();
    await aMoment();
    expect(sent).toEqual(['patch']);
    turns[0]?.give();
    await aMoment();
    expect(sent).toEqual(['patch']);
  });

  test('of a connection that went are sent to nobody, and keep nobody waiting', async () => {
    const { sent, left, turns, line } = server();
    const [one, other] = [line('one', true), line('other')];
    one.ask();
    one.leave();
    turns[0]?.give();
    other.ask();
    await aMoment();
    expect(sent).toEqual(['other']);
    expect(left).toEqual(['one']);
  });

  test('that nobody reads give way to the next after three seconds', async () => {
    const { sent, cut, line } = server();
    const [one, other] = [line('one'), line('other')];
    one.ask();
    other.ask();
    one.state.silence = 2_900;
    await aMoment();
    expect([sent, cut]).toEqual([['one'], []]);
    one.state.silence = 3_100;
    await aMoment();
    expect([sent, cut]).toEqual([['one', 'other'], ['one']]);
  });
});
