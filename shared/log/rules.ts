import * as event from '../event/rules.ts';
import * as people from '../people/describing.ts';
import * as inviting from '../people/inviting.ts';
import * as asking from '../questions/asking.ts';
import * as conduct from '../questions/conduct.ts';
import * as moderating from '../questions/moderating.ts';
import * as supporting from '../questions/supporting.ts';
import * as withdrawal from '../questions/withdrawal.ts';
import { apply } from '../rundown/applying.ts';
import { passClock } from '../rundown/clock.ts';
import * as delaying from '../rundown/delaying.ts';
import * as notes from '../rundown/notes.ts';
import { place } from '../rundown/placing.ts';
import * as running from '../rundown/running.ts';
import * as shifting from '../rundown/shifting.ts';
import * as windows from '../rundown/windows-rules.ts';
import { setDisplay } from '../stage/displays-rules.ts';
import * as stage from '../stage/rules.ts';
import type { Rule } from '../state/rule.ts';
import type { EntryType } from './entry.ts';
import { undo } from './undo.ts';

/** The rule of every entry type. */
export const rules: { readonly [T in EntryType]: Rule<T> } = {
  'question.ask': asking.ask,
  'question.edit': asking.edit,
  'question.withdraw': withdrawal.withdraw,
  'question.log': asking.log,
  'question.upvote': supporting.upvote,
  'question.approve': moderating.approve,
  'question.dismiss': moderating.dismiss,
  'question.restore': moderating.restore,
  'question.archive': moderating.archive,
  'question.keep': moderating.keep,
  'question.move': moderating.move,
  'question.merge': moderating.merge,
  'question.unmerge': moderating.unmerge,
  'question.label': moderating.label,
  'question.shortlist': moderating.shortlist,
  'question.answer': moderating.answer,
  'stage.show': stage.show,
  'stage.black': stage.black,
  'display.set': setDisplay,
  'session.start': running.start,
  'session.end': running.end,
  'session.notYet': delaying.notYet,
  'session.reset': delaying.reset,
  'session.cancel': delaying.cancel,
  'session.move': shifting.move,
  'session.extend': shifting.extend,
  'session.place': place,
  'session.questions': windows.setQuestions,
  'session.phase': windows.setPhase,
  'session.note': notes.note,
  'session.noted': notes.noted,
  'programme.tell': shifting.tell,
  'programme.apply': apply,
  'policy.set': event.setPolicy,
  announce: event.announce,
  'announce.end': event.endAnnouncement,
  'event.close': event.close,
  'participant.describe': people.describe,
  'participant.ban': conduct.ban,
  'participant.erase': conduct.erase,
  'participant.revoke': people.revoke,
  'invite.revoke': inviting.revoke,
  'invite.make': inviting.make,
  'invite.use': inviting.use,
  report: conduct.report,
  'report.resolve': conduct.resolveReport,
  undo,
  'clock.trust': { decide: () => null, evolve: () => [] },
  'clock.pass': passClock,
  sample: { decide: () => null, evolve: () => [] },
};
