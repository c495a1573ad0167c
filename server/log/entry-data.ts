import * as z from 'zod/mini';
import * as event from '../../shared/event/commands.ts';
import type { EntryData } from '../../shared/log/entry.ts';
import * as people from '../../shared/people/commands.ts';
import { restingSchema } from '../../shared/people/invited.ts';
import { roleSchema } from '../../shared/people/role.ts';
import { scopeSchema } from '../../shared/people/scope.ts';
import * as questions from '../../shared/questions/commands.ts';
import * as rundown from '../../shared/rundown/commands.ts';
import { programmeSchema } from '../../shared/rundown/programme.ts';
import * as stage from '../../shared/stage/commands.ts';

/**
 * The data of every entry type as they stand in the log. Most are their command's own fields, so whoever
 * tightens a command keeps the wider form here: what was recorded once must stay readable.
 */

/** A command's fields without its envelope. Checks across fields stay behind: intake has made them. */
function fields<S extends z.core.$ZodShape>(command: z.ZodMiniObject<S>) {
  const { id, type, seen, ...own } = command.shape;
  return z.strictObject(own);
}

const measured = z.strictObject({ units: z.int(), hint: z.optional(z.enum(['likely', 'maybe'])) });
const at = z.int();

export const entryData = {
  'question.ask': z.extend(fields(questions.askSchema), {
    measured,
    marks: z.strictObject({ anonymous: z.string(), named: z.string() }),
  }),
  'question.edit': z.extend(fields(questions.editSchema), { measured }),
  'question.withdraw': fields(questions.withdrawSchema),
  'question.upvote': fields(questions.upvoteSchema),
  'question.approve': fields(questions.approveSchema),
  'question.dismiss': fields(questions.dismissSchema),
  'question.restore': fields(questions.restoreSchema),
  'question.archive': fields(questions.archiveSchema),
  'question.keep': fields(questions.keepSchema),
  'question.move': fields(questions.moveQuestionSchema),
  'question.log': z.extend(fields(questions.logSchema), { measured }),
  'question.merge': fields(questions.mergeSchema),
  'question.unmerge': fields(questions.unmergeSchema),
  'question.label': z.extend(fields(questions.labelSchema), { labels: z.array(z.string()) }),
  'question.shortlist': fields(questions.shortlistSchema),
  'question.answer': fields(questions.answerSchema),
  'stage.show': fields(stage.stageShowSchema),
  'stage.black': fields(stage.stageBlackSchema),
  'display.set': z.extend(fields(stage.displaySetSchema), { name: z.optional(z.nullable(z.string())) }),
  'session.start': z.extend(fields(rundown.startSchema), { at: z.optional(at) }),
  'session.end': z.extend(fields(rundown.endSchema), { at: z.optional(at) }),
  'session.notYet': fields(rundown.notYetSchema),
  'session.reset': fields(rundown.resetSchema),
  'session.cancel': fields(rundown.cancelSchema),
  'session.move': fields(rundown.moveSchema),
  'session.extend': fields(rundown.extendSchema),
  'session.place': fields(rundown.placeSchema),
  'session.questions': fields(rundown.questionsModeSchema),
  'session.phase': fields(rundown.phaseModeSchema),
  'session.note': fields(rundown.noteSchema),
  'session.noted': fields(rundown.notedSchema),
  'programme.tell': fields(rundown.tellSchema),
  'programme.apply': z.strictObject({
    programme: programmeSchema,
    removeOnAir: z.optional(z.array(z.string())),
  }),
  'policy.set': fields(event.policySetSchema),
  announce: z.extend(fields(event.announceSchema), { until: z.optional(at) }),
  'announce.end': fields(event.announceEndSchema),
  'event.close': fields(event.closeSchema),
  undo: fields(event.undoSchema),
  'clock.trust': fields(event.clockTrustSchema),
  'participant.describe': z.extend(fields(people.describeSchema), {
    name: z.optional(z.nullable(z.string())),
  }),
  'participant.ban': fields(people.banSchema),
  'participant.erase': fields(people.eraseSchema),
  'participant.revoke': fields(people.revokeParticipantSchema),
  'invite.revoke': fields(people.revokeInviteSchema),
  'invite.make': z.extend(fields(people.makeInviteSchema), {
    scope: z.optional(scopeSchema),
    through: z.nullable(z.string()),
  }),
  report: fields(people.reportSchema),
  'report.resolve': fields(people.resolveReportSchema),
  'clock.pass': z.strictObject({ at }),
  sample: z.strictObject({
    session: z.nullable(z.string()),
    readers: z.record(z.string(), z.number()),
    people: z.nullable(z.strictObject({ inRoom: z.int(), remote: z.int() })),
  }),
  'invite.use': z.strictObject({
    ...restingSchema.shape,
    invite: z.string(),
    role: roleSchema,
    limit: z.nullable(z.int()),
    name: z.nullable(z.string()),
    scope: z.optional(scopeSchema),
    installation: z.optional(z.boolean()),
  }),
} satisfies { [T in keyof EntryData]: z.ZodMiniType<EntryData[T]> };
