import type { Heard } from './facts.ts';
import { sentenceIn } from './sentence.ts';
import { staffRefusals } from './staff.en.ts';

/** What a refusal says to whoever runs the event; times are told in the event's zone. */
export function staffSentence(refusal: Heard, zone?: string): string {
  return sentenceIn(staffRefusals, refusal, zone);
}
