import { applyDelta } from '../../shared/views/patch.ts';
import type { View } from '../../shared/views/view.ts';
import type { PatchMessage, ViewMessage } from '../../shared/wire/down.ts';

/** How far this browser has followed an event's log, and what it saw there; no view before the first message. */
export interface Followed {
  readonly epoch: string | null;
  readonly seq: number;
  /** The mark that came with the seq. */
  readonly mark?: string | undefined;
  /** Up to which seq the view speaks of what this browser's person did. */
  readonly upTo: number;
  readonly view: View | undefined;
}

/** What a message did: it moved us on, was older than what we have, or showed that something before it is missing. */
export type Step = { kind: 'moved'; to: Followed } | { kind: 'ignored' } | { kind: 'gap' };

/** Before the first message. */
export const nothingFollowed: Followed = { epoch: null, seq: 0, upTo: 0, view: undefined };

/**
 * A whole view replaces all: the first of a connection whatever we have, a later one unless it has a lower seq of the same
 * epoch.
 */
export function followView(at: Followed, { epoch, seq, mark, view }: ViewMessage, first = false): Step {
  if (!first && epoch === at.epoch && seq < at.seq) return { kind: 'ignored' };
  return { kind: 'moved', to: { epoch, seq, mark, upTo: seq, view } };
}

/**
 * A patch applies where its `from` is no later than our seq; then the seq becomes the larger of the two. An own
 * patch never moves it: it carries what one person sees, not what the log said to everybody.
 */
export function followPatch(at: Followed, message: PatchMessage): Step {
  if (at.view === undefined || message.epoch !== at.epoch || message.from > at.seq) return { kind: 'gap' };
  const view = applyDelta(at.view, message);
  const place = message.own || message.seq < at.seq ? at : message;
  const upTo = Math.max(at.upTo, message.upTo ?? 0);
  return { kind: 'moved', to: { ...at, view, seq: place.seq, mark: place.mark, upTo } };
}
