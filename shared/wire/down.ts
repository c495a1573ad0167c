import * as z from 'zod/mini';
import { viewSchema } from '../views/view.ts';
import { refusalSchema } from './refusals.ts';

const seq = z.number();
/** A short hash of the entry at a message's seq: to be sent back with `since`, so that another log is known as one. */
const mark = z.optional(z.string());

/** A whole view; may come at any time and replaces all. A lower seq of the same epoch is ignored. */
export const viewMessageSchema = z.object({
  epoch: z.string(),
  seq,
  mark,
  view: viewSchema,
  serverTime: z.string(),
});
export type ViewMessage = z.infer<typeof viewMessageSchema>;

/**
 * What changed from a seq to a seq. `from ≤ own seq`: apply it, the seq becomes the larger; else say `resume`.
 * `gone` first, then `set`; collections merge by id and one level, single things one level, null takes away.
 * `own: true`: only `me` and own questions; never moves the client's seq. `upTo`, wherever own things are: the seq up to which
 * they and what everybody was told speak of the receiver's own commands.
 */
export const patchMessageSchema = z.object({
  epoch: z.string(),
  from: seq,
  seq,
  mark,
  set: z.record(z.string(), z.nullable(z.record(z.string(), z.unknown()))),
  gone: z.record(z.string(), z.array(z.string())),
  own: z.optional(z.boolean()),
  upTo: z.optional(seq),
});
export type PatchMessage = z.infer<typeof patchMessageSchema>;

/** A sign of life where nothing else was sent: every 2.5 s to staff, speakers and screens, every 20 s to attendees. */
export const beatMessageSchema = z.object({ seq, serverTime: z.string() });
export type BeatMessage = z.infer<typeof beatMessageSchema>;

/** How many people are here, to staff and screens, at most once a second. */
export const presenceMessageSchema = z.object({ inRoom: z.number(), remote: z.number() });
export type PresenceMessage = z.infer<typeof presenceMessageSchema>;

/** What waited behind the first message became too much and was dropped: fetch the view over HTTP, then `resume`. */
export const staleMessageSchema = z.object({ seq });
export type StaleMessage = z.infer<typeof staleMessageSchema>;

/** The server goes away in good order; come back after this long. */
export const byeMessageSchema = z.object({ retryAfterMs: z.number() });
export type ByeMessage = z.infer<typeof byeMessageSchema>;

/** A screen says for so long which one it is. */
export const identifyMessageSchema = z.object({ forMs: z.number() });
export type IdentifyMessage = z.infer<typeof identifyMessageSchema>;

/** What came of a command. */
export const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    seq,
    mark,
    question: z.optional(z.string()),
    status: z.optional(z.string()),
  }),
  refusalSchema,
]);
export type WireOutcome = z.infer<typeof outcomeSchema>;

/** The server's clock, to set one's own by. */
export const clockAnswerSchema = z.object({
  clientTime: z.union([z.number(), z.string()]),
  serverTime: z.string(),
});

/** Everything a server sends, by name: the generics of both ends' sockets. */
export interface Down {
  view: (message: ViewMessage) => void;
  patch: (message: PatchMessage) => void;
  beat: (message: BeatMessage) => void;
  presence: (message: PresenceMessage) => void;
  stale: (message: StaleMessage) => void;
  bye: (message: ByeMessage) => void;
  identify: (message: IdentifyMessage) => void;
}
