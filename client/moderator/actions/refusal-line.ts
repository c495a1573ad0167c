import type { CommandType } from '../../../shared/log/command.ts';
import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { catalogue } from '../../look/messages.ts';
import { staffSentence } from '../../refusals/staff.ts';
import { deskMessages } from '../messages/desk.en.ts';

const say = catalogue(deskMessages);

/** Whether nobody answered, which is over as soon as somebody does. */
export function isUnanswered({ code }: SpokenRefusal): boolean {
  return code === 'unreachable' || code === 'no-answer';
}

/** What came in the way of a command, in one line: who, what, and what to do; times are told in `zone`. */
export function refusalLine(type: CommandType, refusal: SpokenRefusal, zone?: string): string {
  if (refusal.code === 'unreachable') return say('no.connection');
  if (refusal.code === 'no-answer') return say('no.unavailable');
  if (refusal.code === 'colleague-changed' && type === 'stage.show')
    return say('no.conflictShow', { name: refusal.by?.name ?? say('done.somebody') });
  return staffSentence(refusal, zone);
}
