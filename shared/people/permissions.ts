import type { CommandType } from '../log/command.ts';
import type { Role } from './role.ts';

const staff: readonly Role[] = ['moderator', 'organizer'];
const askers: readonly Role[] = ['attendee', 'speaker', 'moderator', 'organizer'];
const organizers: readonly Role[] = ['organizer'];

/**
 * Which roles may send which command: the one table that decides, on every node and for every door. What a rule
 * asks beyond the role (being the author, the speaker of that session) it says itself. A projector may nothing.
 */
export const permissions: Readonly<Record<CommandType, readonly Role[]>> = {
  'question.ask': askers,
  'question.edit': askers,
  'question.withdraw': askers,
  'question.upvote': askers,
  'question.approve': staff,
  'question.dismiss': staff,
  'question.restore': askers,
  'question.archive': staff,
  'question.keep': staff,
  'question.move': staff,
  'question.log': staff,
  'question.merge': staff,
  'question.unmerge': staff,
  'question.label': staff,
  'question.shortlist': staff,
  'question.answer': ['speaker', ...staff],
  'stage.show': staff,
  'stage.black': staff,
  'display.set': staff,
  'session.start': staff,
  'session.end': staff,
  'session.notYet': staff,
  'session.reset': staff,
  'session.cancel': staff,
  'session.move': staff,
  'session.extend': staff,
  'session.place': staff,
  'session.questions': staff,
  'session.phase': staff,
  'session.note': staff,
  'session.noted': ['speaker', ...staff],
  'programme.tell': staff,
  'programme.apply': organizers,
  'policy.set': staff,
  announce: staff,
  'announce.end': staff,
  'participant.describe': askers,
  'participant.ban': staff,
  'participant.erase': askers,
  'participant.revoke': organizers,
  'invite.revoke': organizers,
  'invite.make': staff,
  'event.close': organizers,
  report: askers,
  'report.resolve': staff,
  undo: staff,
  'clock.trust': staff,
};

/** Whether a role may send a command of this type. */
export function may(role: Role, type: CommandType): boolean {
  return permissions[type].includes(role);
}
