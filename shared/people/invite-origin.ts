import * as z from 'zod/mini';
import { inviteId, participantId } from './envelope.ts';

/** Most invites and people that a text names: a badge has to fit into a cookie, and nobody stands so far behind another. */
export const mostBehind = 16;

/**
 * What a text says of what an invite rests on: who made it, the invites behind it, nearest first, and who made those. It
 * stands in the texts of invites and badges too, since a log may have lost its rows: it was rolled back, or made anew.
 */
export const restingSchema = z.object({
  maker: z.optional(participantId),
  through: z.optional(z.array(inviteId).check(z.maxLength(mostBehind))),
  makers: z.optional(z.array(participantId).check(z.maxLength(mostBehind))),
});
export type Resting = Readonly<z.infer<typeof restingSchema>>;

/** What a text says of what it rests on, and nothing else of it. */
export function restingOf({ maker, through, makers }: Resting): Resting {
  return {
    ...(maker !== undefined && { maker }),
    ...(through !== undefined && { through }),
    ...(makers !== undefined && { makers }),
  };
}
