import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Role } from '../../shared/people/role.ts';
import type { PresenceMessage } from '../../shared/wire/down.ts';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { type Followed, nothingFollowed } from './follow.ts';
import { type ConnectionState, freshness, hintAfterMsOf } from './freshness.ts';

/** All that a page knows of its connection: what was followed, when it last heard something, why it was refused. */
export interface Connected extends Followed {
  readonly state: ConnectionState;
  /** Why the server let us not in; null while it does. */
  readonly refusal: SpokenRefusal | null;
  /** Epoch milliseconds by this browser's clock of the last message; null before the first. */
  readonly lastFrameAt: number | null;
  readonly presence: PresenceMessage | null;
}

/** The store under all hooks of one page. */
export type ViewStore = StoreApi<Connected>;

/** A store that has heard nothing. */
export function makeViewStore(): ViewStore {
  return createStore<Connected>(() => ({
    ...nothingFollowed,
    state: 'connecting',
    refusal: null,
    lastFrameAt: null,
    presence: null,
  }));
}

/**
 * Resolves once the view speaks of what its person did as the entry of this seq, or is of another log: then what was shown of
 * it before can go.
 */
export function ownFollowed(store: ViewStore, seq: number): Promise<void> {
  const { epoch } = store.getState();
  const isFollowed = (now: Connected) => now.upTo >= seq || now.epoch !== epoch;
  return new Promise((resolve) => {
    if (isFollowed(store.getState())) return resolve();
    const stop = store.subscribe((now) => {
      if (!isFollowed(now)) return;
      stop();
      resolve();
    });
  });
}

/** Says in the store how fresh it is at this moment; a refusal stays until it is lifted. */
export function judgeFreshness(store: ViewStore, role: Role, now: number): void {
  const { refusal, lastFrameAt, state } = store.getState();
  const next = refusal
    ? 'refused'
    : freshness(lastFrameAt === null ? null : now - lastFrameAt, hintAfterMsOf(role));
  if (next !== state) store.setState({ state: next });
}
