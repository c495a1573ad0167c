import * as z from 'zod/mini';
import * as event from '../event/commands.ts';
import * as people from '../people/commands.ts';
import * as questions from '../questions/commands.ts';
import * as rundown from '../rundown/commands.ts';
import * as stage from '../stage/commands.ts';

/** Every command that may come from outside; unknown fields are refused. */
export const commandSchema = z.discriminatedUnion('type', [
  questions.askSchema,
  questions.editSchema,
  questions.withdrawSchema,
  questions.upvoteSchema,
  questions.approveSchema,
  questions.dismissSchema,
  questions.restoreSchema,
  questions.archiveSchema,
  questions.keepSchema,
  questions.moveQuestionSchema,
  questions.logSchema,
  questions.mergeSchema,
  questions.unmergeSchema,
  questions.labelSchema,
  questions.shortlistSchema,
  questions.answerSchema,
  stage.stageShowSchema,
  stage.stageBlackSchema,
  stage.displaySetSchema,
  rundown.startSchema,
  rundown.endSchema,
  rundown.notYetSchema,
  rundown.resetSchema,
  rundown.cancelSchema,
  rundown.moveSchema,
  rundown.extendSchema,
  rundown.placeSchema,
  rundown.questionsModeSchema,
  rundown.phaseModeSchema,
  rundown.noteSchema,
  rundown.notedSchema,
  rundown.tellSchema,
  rundown.applySchema,
  event.policySetSchema,
  event.announceSchema,
  event.announceEndSchema,
  event.closeSchema,
  event.undoSchema,
  event.clockTrustSchema,
  people.describeSchema,
  people.banSchema,
  people.eraseSchema,
  people.revokeParticipantSchema,
  people.revokeInviteSchema,
  people.makeInviteSchema,
  people.reportSchema,
  people.resolveReportSchema,
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];

/** The names of all commands, in the order of the contract. */
export const commandTypes: readonly CommandType[] = commandSchema.def.options.flatMap(
  (option) => option.shape.type.def.values,
);
