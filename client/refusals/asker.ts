import { askerRefusals } from './asker.en.ts';
import type { Heard } from './facts.ts';
import { sentenceIn } from './sentence.ts';

/** What a refusal says to an attendee, a speaker, or whoever comes in. */
export function askerSentence(refusal: Heard): string {
  return sentenceIn(askerRefusals, refusal);
}
