import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { messages } from '../look/messages.ts';

/** What a page refuses by itself where no server answers, or none that it understands. */
const pageRefusals = messages({
  unreachable: 'The server could not be reached.',
  'no-answer': 'The server has not answered.',
  'answer-unknown': 'The server is newer than this page. Load it again.',
});

/** The refusal of a page that got no answer, or none that it understands. */
export function pageRefusal(code: keyof typeof pageRefusals): SpokenRefusal {
  return { ok: false, reason: 'unavailable', code, message: pageRefusals[code] };
}
