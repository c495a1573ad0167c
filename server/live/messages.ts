/** The epoch of a log. */
export type Epoch = string;

/** A whole view, as it goes down. */
export interface ViewMessage {
  epoch: Epoch;
  seq: number;
  view: Record<string, object | null>;
  serverTime: string;
}

/** What changed, as it goes down; see `shared/wire/down.ts` for what clients make of it. */
export interface PatchMessage {
  epoch: Epoch;
  from: number;
  seq: number;
  set: Record<string, object | null>;
  gone: Record<string, string[]>;
  own?: boolean;
}
