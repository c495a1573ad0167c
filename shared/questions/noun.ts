import { askers, speakers, staff } from '../people/role.ts';
import { byPlace } from '../rundown/home.ts';
import { command, noun, recordedCommand } from '../state/noun.ts';
import { eventOf } from '../state/state.ts';
import { ask, edit, log, outcomeOfAsking, recordEdit } from './ask.ts';
import * as commands from './commands.ts';
import { ban, disclosed, erase, recordReport, report, resolveReport } from './conduct.ts';
import {
  asAsked,
  byAuthor,
  byKnownAsker,
  byReported,
  bySession,
  byTarget,
  byText,
  byVoter,
  hidden,
  inUpNext,
  takenAt,
} from './indexes.ts';
import { isImpossible, repairPlaces } from './invariants.ts';
import { merge, unmerge } from './merge.ts';
import * as moderate from './moderate.ts';
import { countNumbers } from './number.ts';
import { limitOf } from './question.ts';
import { questionRefusals } from './refusals.ts';
import { statusOf } from './status-of.ts';
import { upvote } from './upvote.ts';
import { withdraw } from './withdrawal.ts';

/** Questions: asked, supported, moderated, answered; what is done about people who ask what they should not. */
export const questions = noun('questions', {
  refusals: questionRefusals,
  tables: {
    questions: {
      indexes: [
        ...[byAuthor, byVoter, byTarget, bySession, asAsked],
        ...[inUpNext, takenAt, byKnownAsker, byPlace, byText, hidden],
      ],
      sets: ['voters'],
      texts: ['text', 'screen', 'reply', 'why', 'labels'],
      instants: ['askedAt', 'answeredAt', 'editedAt', 'withdrawnAt', 'until'],
      alwaysTold: ['status'],
      untold: ['text', 'screen', 'reply', 'voters', 'past'],
      unaudited: ['by', 'voters', 'marks', 'past', 'askedAs', 'units', 'stood'],
      permanent: ['n', 'shown'],
      repaired: ['upNext'],
      gone: () => ({ status: 'withdrawn' }),
    },
    reports: {
      indexes: [byReported],
      texts: ['why'],
      instants: ['at'],
      unaudited: ['by'],
    },
  },
  repair: repairPlaces,
  violates: isImpossible,
  counter: countNumbers,
  disclosed,
  kinds: [
    recordedCommand(commands.askSchema, commands.askData, {
      by: askers,
      record: ({ text, ...said }, recorder) => ({
        ...said,
        ...recorder.question('text', text, limitOf(said.poster !== undefined)),
        marks: recorder.marks(),
      }),
      limit: { most: 30, withinS: 60 },
      durable: true,
      audited: 'never',
      asStaff: ({ prepared }) => prepared === true,
      creates: 'questions',
      // In slow mode a second question hangs on the first: recorded before that one is known, its refusal would be for good.
      waitsForOwn: (state) => eventOf(state)?.policy.slowMode === true,
      says: outcomeOfAsking,
      rule: ask,
    }),
    recordedCommand(commands.editSchema, commands.editData, {
      by: askers,
      dependsOn: statusOf,
      record: recordEdit,
      limit: { perSecond: 20 / 60, burst: 10 },
      rule: edit,
    }),
    command(commands.withdrawSchema, { by: askers, dependsOn: statusOf, rule: withdraw }),
    command(commands.upvoteSchema, {
      by: askers,
      dependsOn: statusOf,
      limit: { perSecond: 10, burst: 40 },
      durable: true,
      audited: 'never',
      rule: upvote,
    }),
    command(commands.approveSchema, {
      by: staff,
      dependsOn: statusOf,
      audited: 'always',
      rule: moderate.approve,
    }),
    command(commands.dismissSchema, {
      by: staff,
      dependsOn: statusOf,
      record: ({ question, why }, recorder) => ({ question, why: moderate.recordWhy(why, recorder) }),
      rule: moderate.dismiss,
    }),
    command(commands.restoreSchema, { by: askers, dependsOn: statusOf, rule: moderate.restore }),
    command(commands.archiveSchema, { by: staff, dependsOn: statusOf, rule: moderate.archive }),
    command(commands.keepSchema, { by: staff, dependsOn: statusOf, rule: moderate.keep }),
    command(commands.moveQuestionSchema, { by: staff, dependsOn: statusOf, rule: moderate.move }),
    recordedCommand(commands.logSchema, commands.logData, {
      by: staff,
      record: ({ session, text }, recorder) => ({
        session,
        ...(text === undefined
          ? { measured: { units: 0 } }
          : recorder.question('text', text, limitOf(false))),
      }),
      creates: 'questions',
      says: outcomeOfAsking,
      rule: log,
    }),
    command(commands.mergeSchema, { by: staff, dependsOn: statusOf, rule: merge }),
    command(commands.unmergeSchema, { by: staff, dependsOn: statusOf, rule: unmerge }),
    recordedCommand(commands.labelSchema, commands.labelData, {
      by: staff,
      dependsOn: statusOf,
      record: moderate.recordLabels,
      rule: moderate.label,
    }),
    command(commands.shortlistSchema, { by: staff, dependsOn: statusOf, rule: moderate.shortlist }),
    command(commands.answerSchema, {
      by: speakers,
      dependsOn: statusOf,
      limit: { perSecond: 20 / 60, burst: 10 },
      record: ({ reply, ...said }, recorder) => ({
        ...said,
        ...(reply !== undefined && { reply: recorder.reply('reply', reply) }),
      }),
      rule: moderate.answer,
    }),
    // A banned maker's invites end, too.
    command(commands.banSchema, { by: staff, dependsOn: statusOf, endsAccess: true, rule: ban }),
    command(commands.eraseSchema, {
      by: askers,
      limit: { most: 3, withinS: 60 },
      aboutSender: ({ participant }, sender) => participant === sender,
      lasting: true,
      evenIf: 'shutOut',
      forgets: ({ participant }) => participant,
      rule: erase,
    }),
    command(commands.reportSchema, {
      by: askers,
      dependsOn: statusOf,
      limit: { perSecond: 10 / 60, burst: 5 },
      audited: 'never',
      creates: 'reports',
      record: recordReport,
      rule: report,
    }),
    command(commands.resolveReportSchema, { by: staff, rule: resolveReport }),
  ],
});
