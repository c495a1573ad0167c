import * as z from 'zod/mini';

/** Why something was refused: a closed list, the same on socket and HTTP. */
export const refusalReasons = [
  'malformed',
  'no-badge',
  'not-allowed',
  'unknown',
  'not-now',
  'conflict',
  'too-fast',
  'too-large',
  'unavailable',
  'import',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

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

/** A refusal: the reason, a sentence for people, and what the reason needs. */
export const refusalSchema = z.object({
  ok: z.literal(false),
  reason: z.enum(refusalReasons),
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
  retryAfterMs: z.optional(z.number()),
  /** Origin refusals: what would have been right. */
  expected: z.optional(z.array(z.string())),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** The HTTP status of each reason. */
export const httpStatus: Record<RefusalReason, number> = {
  malformed: 400,
  'no-badge': 401,
  'not-allowed': 403,
  unknown: 404,
  'not-now': 409,
  conflict: 409,
  'too-large': 413,
  import: 422,
  'too-fast': 429,
  unavailable: 503,
};

/** Makes a refusal from a reason, a sentence and details. */
export function refuse(
  reason: RefusalReason,
  message: string,
  details: Omit<Refusal, 'ok' | 'reason' | 'message'> = {},
): Refusal {
  return { ok: false, reason, message, ...details };
}
