import * as z from 'zod/mini';
import { type Codes, refusalReasons } from './reasons.ts';

/** One thing that is wrong with what was sent: where, and what. */
export const issueSchema = z.object({ path: z.string(), line: z.optional(z.number()), message: z.string() });
export type Issue = z.infer<typeof issueSchema>;

/**
 * A change that a conflict with a fixed session offers: who would start when (ISO, UTC) instead of when, also where only
 * the end moves; and what would get shorter, in minutes: a session as a whole, or its Q&A.
 */
export const choiceSchema = z.object({
  give: z.enum(['break', 'qa', 'anchor']),
  what: z.array(z.object({ session: z.string(), from: z.string(), to: z.string() })),
  shorter: z.optional(
    z.array(
      z.object({ session: z.string(), of: z.enum(['length', 'qa']), from: z.number(), to: z.number() }),
    ),
  ),
});
export type Choice = z.infer<typeof choiceSchema>;

/** What a session leaves behind that goes: questions that stay unassigned, displays that show it, links made for it. */
export const leftBehindSchema = z.object({ questions: z.number(), displays: z.number(), links: z.number() });
export type LeftBehind = z.infer<typeof leftBehindSchema>;

/** A session on air that a programme would take off the air. */
export const offAirSchema = z.extend(z.partial(leftBehindSchema), { id: z.string(), title: z.string() });
export type OffAir = z.infer<typeof offAirSchema>;

/** A refusal as it travels: the reason, a finer word for it, a sentence in English, and the facts of both. */
export const refusalSchema = z.object({
  ok: z.literal(false),
  reason: z.enum(refusalReasons),
  /** A finer word than the reason, that a catalogue can speak; newer servers know more of them. */
  code: z.optional(z.string()),
  /** English, made as it is sent and kept nowhere. */
  message: z.string(),
  /** Which thing a conflict or a passcode refusal is about: `id`, `anchor`, `passcode`, … */
  of: z.optional(z.string()),
  /** malformed, import: every error with its path. */
  issues: z.optional(z.array(issueSchema)),
  /** not-now, conflict: how it stands now. */
  now: z.optional(z.record(z.string(), z.unknown())),
  /** conflict with a colleague: who, and when (ISO, UTC). */
  by: z.optional(z.object({ name: z.nullable(z.string()) })),
  at: z.optional(z.string()),
  choices: z.optional(z.array(choiceSchema)),
  /** conflict of a programme with what is on air: what would go, to be named in `removeOnAir`. */
  onAir: z.optional(z.array(offAirSchema)),
  retryAfterMs: z.optional(z.number()),
  /** The most there may be of what was too much: bytes, displays, hours. */
  limit: z.optional(z.number()),
  /** Origin refusals: what would have been right. */
  expected: z.optional(z.array(z.string())),
});
export type SpokenRefusal = z.infer<typeof refusalSchema>;

/**
 * A refusal as it is decided, applied and kept: its code and the facts, in no language. Its code is one of those of the nouns
 * of the event.
 */
export type Refusal = Omit<SpokenRefusal, 'message' | 'code'> & { code: string };

/** What makes the refusals of a noun, by its codes; each belongs to one reason. */
export function refusing<const R extends Codes>(_codes: R) {
  return <C extends keyof R & string>(
    reason: R[C],
    code: C,
    facts: Omit<Refusal, 'ok' | 'reason' | 'code'> = {},
  ): Refusal => ({ ok: false, reason, code, ...facts });
}
