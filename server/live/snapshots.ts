import { type Gone, reachable } from '../../shared/log/kept-texts.ts';
import { plainState, stateFromText } from '../../shared/state/plain.ts';
import type { State } from '../../shared/state/state.ts';
import { canonical, stateHash } from '../log/canonical.ts';
import type { LogStore, Snapshot } from '../log/log.ts';

/** Entries between two snapshots: a restart replays at most so many. */
export const snapshotEvery = 10_000;

/** A state as a snapshot: its canonical text, without personal texts, and the hash over it. */
export function snapshotOf(state: State): Snapshot {
  const text = canonical(plainState(state));
  return { seq: state.seq, hash: stateHash(text), state: text };
}

/**
 * The newest state that a store remembers of an event, with the personal texts that it leads to; null where none. What it
 * does not lead to, though the log still keeps it, is `leftOver`: of people who were erased, or replaced.
 */
export async function rememberedState(
  store: LogStore,
  slug: string,
): Promise<{ state: State; leftOver: Gone['texts'] } | null> {
  const snapshot = await store.snapshot(slug);
  if (snapshot === null || stateHash(snapshot.state) !== snapshot.hash) return null;
  const state = stateFromText(snapshot.state, store.model);
  for (const { digest, text, owner } of await store.bodies(slug, snapshot.seq))
    state.bodies.set(digest, { text, owner });
  const led = reachable(state);
  const leftOver = [...state.bodies].flatMap(([digest, { owner }]) =>
    led.has(digest) ? [] : [{ digest, owner }],
  );
  for (const { digest } of leftOver) state.bodies.delete(digest);
  return { state, leftOver };
}
