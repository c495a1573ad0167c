import * as z from 'zod/mini';
import { envelope, inviteId, participantId, questionId } from './envelope.ts';

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

/** Kills every badge of a participant. */
export const revokeParticipantSchema = z.strictObject({
  ...envelope('participant.revoke'),
  participant: participantId,
});

/** Kills an invite and every badge made from it. */
export const revokeInviteSchema = z.strictObject({ ...envelope('invite.revoke'), invite: inviteId });

/** Tells the moderators that a question should not stand; `why` up to 200 characters. */
export const reportSchema = z.strictObject({
  ...envelope('report'),
  question: questionId,
  why: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
});

/** Closes a report, named by the id of the command that made it. */
export const resolveReportSchema = z.strictObject({ ...envelope('report.resolve'), report: z.uuidv4() });
