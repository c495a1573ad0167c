import type { CommandType } from '../../shared/log/command.ts';
import { questionStatuses } from '../../shared/questions/question.ts';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { catalogue } from '../look/messages.ts';
import { deskMessages } from './messages.en.ts';

const say = catalogue(deskMessages);

/** What came in the way of a command, in one line: who, what, and what to do. */
export function refusalLine(type: CommandType, refusal: SpokenRefusal): string {
  const name = refusal.by?.name ?? say('done.somebody');
  switch (refusal.reason) {
    case 'conflict':
      if (refusal.by === undefined) return say('no.other');
      if (type === 'undo') return say('no.undo', { name });
      return say(type === 'stage.show' ? 'no.conflictShow' : 'no.conflict', { name });
    case 'not-now': {
      const status = questionStatuses.find((known) => known === refusal.now?.status);
      return status ? say('no.status', { status: say(`status.${status}`) }) : say('no.now');
    }
    case 'unavailable':
      return say('no.unavailable');
    case 'not-allowed':
    case 'no-badge':
      return say('no.allowed');
    case 'unknown':
      return say('no.unknown');
    case 'too-fast':
      return say('no.tooFast');
    case 'malformed':
    case 'too-large':
    case 'import':
      return say('no.other');
  }
}
