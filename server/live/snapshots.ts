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

/** The newest state that a store remembers of an event, with the personal texts that are still kept; null where none. */
export async function rememberedState(store: LogStore, slug: string): Promise<State | null> {
  const snapshot = await store.snapshot(slug);
  if (snapshot === null || stateHash(snapshot.state) !== snapshot.hash) return null;
  const state = stateFromText(snapshot.state);
  for (const body of await store.bodies(slug, snapshot.seq)) state.bodies.set(body.digest, body.text);
  return state;
}
