/** The epoch of a log. */
export type Epoch = string;

/** A place in a log: what is said is what everybody knows there. */
export interface At {
  epoch: Epoch;
  seq: number;
  /** A short hash of the entry at that seq; absent before the first one. */
  mark?: string;
}

/** A whole view, as it goes down. */
export interface ViewMessage extends At {
  view: Record<string, object | null>;
  serverTime: string;
}

/** What changed, as it goes down; see `shared/wire/down.ts` for what clients make of it. */
export interface PatchMessage extends At {
  from: number;
  set: Record<string, object | null>;
  gone: Record<string, string[]>;
  own?: boolean;
  /** Where it holds one person's own: the seq up to which that, and what they were told before, speaks of what they did. */
  upTo?: number;
}
