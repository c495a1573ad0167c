import * as z from 'zod/mini';
import { programmeId } from '../people/envelope.ts';
import { attendanceSchema } from '../people/participant.ts';
import { questionStatuses } from '../questions/question.ts';
import { questionViewSchema } from '../views/view.ts';

/** Most questions in a page, and in a list of ids. */
export const questionPageLimit = 100;

/** Which questions a desk asks for. What is not said lets all through. */
export const questionQuerySchema = z
  .strictObject({
    as: z.optional(z.string()),
    status: z.optional(z.array(z.enum(questionStatuses)).check(z.minLength(1))),
    /** Asked there, or kept for there. */
    session: z.optional(programmeId),
    /** What the search field of the desk takes. */
    search: z.optional(z.string().check(z.maxLength(200))),
    attendance: z.optional(attendanceSchema),
    label: z.optional(z.string().check(z.maxLength(200))),
    flagged: z.optional(z.literal('1')),
    /** The mark by which the desk tells askers apart. */
    asker: z.optional(z.string().check(z.maxLength(200))),
    /** What was merged into this question, directly. */
    into: z.optional(z.uuidv4()),
    ids: z.optional(z.array(z.uuidv4()).check(z.minLength(1), z.maxLength(questionPageLimit))),
    /** Those asked before this one, the newest first; or those asked after it, the oldest first. */
    before: z.optional(z.uuidv4()),
    after: z.optional(z.uuidv4()),
    /** From which end, where neither is said: the newest first unless told otherwise. */
    order: z.optional(z.enum(['newest', 'oldest'])),
    limit: z.optional(z.int().check(z.gte(1), z.lte(questionPageLimit))),
  })
  .check(
    z.refine(
      ({ before, after, order }) => [before, after, order].filter((said) => said !== undefined).length <= 1,
      'Say one of before, after and order',
    ),
  );
export type QuestionQuery = z.infer<typeof questionQuerySchema>;

/** A page of questions as the desk reads them at a seq; `total`: all that were found, on this page and any other. */
export const questionPageSchema = z.object({
  seq: z.number(),
  questions: z.array(questionViewSchema),
  total: z.number(),
  /** There are more beyond the last of this page. */
  more: z.boolean(),
});
export type QuestionPage = z.infer<typeof questionPageSchema>;
