import * as z from 'zod/mini';
import { envelope, fields, participantId, programmeId, questionId } from '../people/envelope.ts';
import { askerMarksSchema, measuredSchema } from './question.ts';

/** Raw text of a question before intake measures it: limits in units and bytes are checked there. */
const questionText = z.string().check(z.maxLength(8000));

const aboutOne = (command: { session?: string | undefined; poster?: string | undefined }) =>
  (command.session === undefined) !== (command.poster === undefined);

/**
 * Asks a question of a session or a poster. `ifClosed: "keep"` parks it where the Q&A has closed meanwhile; `prepared`: the staff
 * keeps it for a silence.
 */
export const askSchema = z
  .strictObject({
    ...envelope('question.ask'),
    session: z.optional(programmeId),
    poster: z.optional(programmeId),
    part: z.optional(programmeId),
    to: z.optional(programmeId),
    text: questionText,
    anonymous: z.optional(z.boolean()),
    ifClosed: z.optional(z.literal('keep')),
    prepared: z.optional(z.literal(true)),
  })
  .check(z.refine(aboutOne, 'Name a session or a poster, one of the two'));

/** What is recorded of it: what was measured of its words, and how the desk tells its asker from others. */
export const askData = z.extend(fields(askSchema), { measured: measuredSchema, marks: askerMarksSchema });

/** New wording: by the author the text itself, by staff the screen version (the author's words stay), in `screen` or `text`. */
export const editSchema = z
  .strictObject({
    ...envelope('question.edit'),
    question: questionId,
    text: z.optional(questionText),
    screen: z.optional(questionText),
  })
  .check(z.refine((edit) => edit.text !== undefined || edit.screen !== undefined, 'Send text or screen'));

/** What is recorded of it: what was measured of the new words. */
export const editData = z.extend(fields(editSchema), { measured: measuredSchema });

/** Takes one's own question back. */
export const withdrawSchema = z.strictObject({ ...envelope('question.withdraw'), question: questionId });

/** Supports a question (`on`) or retracts the support. */
export const upvoteSchema = z.strictObject({
  ...envelope('question.upvote'),
  question: questionId,
  on: z.boolean(),
});

/** Puts a question into the public list. */
export const approveSchema = z.strictObject({ ...envelope('question.approve'), question: questionId });

/** Does not take a question; the author reads `why`. */
export const dismissSchema = z.strictObject({
  ...envelope('question.dismiss'),
  question: questionId,
  why: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
});

/** Brings a question back to the status and place it had before. */
export const restoreSchema = z.strictObject({ ...envelope('question.restore'), question: questionId });

/** Puts a question away without a judgement. */
export const archiveSchema = z.strictObject({ ...envelope('question.archive'), question: questionId });

/** Keeps a question for the panel, a poster or a written answer. */
export const keepSchema = z.strictObject({
  ...envelope('question.keep'),
  question: questionId,
  for: z.enum(['panel', 'poster', 'written']),
  session: z.optional(programmeId),
  poster: z.optional(programmeId),
});

/** Moves a question to another session, poster or part; null for both leaves it unassigned. */
export const moveQuestionSchema = z
  .strictObject({
    ...envelope('question.move'),
    question: questionId,
    session: z.optional(z.nullable(programmeId)),
    poster: z.optional(z.nullable(programmeId)),
    part: z.optional(z.nullable(programmeId)),
  })
  .check(
    z.refine(
      (move) => typeof move.session !== 'string' || typeof move.poster !== 'string',
      'Name a session or a poster, not both',
    ),
  );

/** Logs a question spoken into the room's microphone, so that balance, screen and export are true. */
export const logSchema = z.strictObject({
  ...envelope('question.log'),
  session: programmeId,
  text: z.optional(questionText),
});

/** What is recorded of it: what was measured of its words. */
export const logData = z.extend(fields(logSchema), { measured: measuredSchema });

/** Merges a question into another that says the same; supporters unite, nobody counts twice. */
export const mergeSchema = z.strictObject({
  ...envelope('question.merge'),
  question: questionId,
  into: questionId,
});

/** Takes a merged question out again. */
export const unmergeSchema = z.strictObject({ ...envelope('question.unmerge'), question: questionId });

/** Sets the whole list of labels. */
export const labelSchema = z.strictObject({
  ...envelope('question.label'),
  question: questionId,
  labels: z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))).check(z.maxLength(10)),
});

/** What is recorded of it: digests, which are longer than a label. */
export const labelData = z.extend(fields(labelSchema), { labels: z.array(z.string()) });

/** Places a question in its session's Up next (1 is next); null takes it out. */
export const shortlistSchema = z.strictObject({
  ...envelope('question.shortlist'),
  question: questionId,
  position: z.nullable(z.int().check(z.gte(1), z.lte(5))),
});

/** Marks a question answered or not, and may carry a written reply up to 4,000 characters. */
export const answerSchema = z.strictObject({
  ...envelope('question.answer'),
  question: questionId,
  on: z.boolean(),
  reply: z.optional(z.string().check(z.trim(), z.maxLength(4000))),
  publish: z.optional(z.boolean()),
});

/** Bans a participant, named directly or by one of their questions; `hide` also takes their posts off every list. */
export const banSchema = z
  .strictObject({
    ...envelope('participant.ban'),
    participant: z.optional(participantId),
    question: z.optional(questionId),
    on: z.boolean(),
    hide: z.optional(z.boolean()),
  })
  .check(
    z.refine(
      (ban) => (ban.participant === undefined) !== (ban.question === undefined),
      'Name a participant or a question',
    ),
  );

/** Forgets a participant's name and texts for good; their votes stay under the random id. */
export const eraseSchema = z.strictObject({ ...envelope('participant.erase'), participant: participantId });

/** Tells the moderators that a question should not stand; `why` up to 200 characters. */
export const reportSchema = z.strictObject({
  ...envelope('report'),
  question: questionId,
  why: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
});

/** Closes a report, named by the id of the command that made it. */
export const resolveReportSchema = z.strictObject({ ...envelope('report.resolve'), report: z.uuidv4() });
