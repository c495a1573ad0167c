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

/** What is asked for: a command, as far as a sentence about it goes. */
interface Asked {
  type: CommandType;
  show?: { kind: string };
}

/**
 * What came in the way of a command, in one line: who, what, and what to do; times are told in `zone`. `what` is what the
 * command would have done, in words.
 */
export function refusalLine(asked: Asked, refusal: SpokenRefusal, zone?: string, what = ''): string {
  if (refusal.code === 'unreachable') return say('no.connection');
  if (refusal.code === 'no-answer') return say(`no.answer.${placeOf(asked.type)}`, { what });
  if (refusal.code === 'colleague-changed' && asked.type === 'stage.show')
    return say(asked.show?.kind === 'auto' ? 'no.conflictClear' : 'no.conflictShow', {
      name: refusal.by?.name ?? say('done.somebody'),
    });
  return staffSentence(refusal, zone);
}

/** Where one sees whether a command was done. */
function placeOf(type: CommandType): 'screen' | 'upNext' | 'lists' | 'other' {
  if (type.startsWith('stage.') || type === 'display.set') return 'screen';
  if (type === 'question.shortlist') return 'upNext';
  return type.startsWith('question.') ? 'lists' : 'other';
}
