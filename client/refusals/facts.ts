import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import type { Value } from '../../shared/words/message.ts';

/** A refusal as a screen has it in hand: what it says of itself, and the server's English. */
export type Heard = Pick<SpokenRefusal, 'message'> & Partial<SpokenRefusalFacts>;
type SpokenRefusalFacts = Omit<SpokenRefusal, 'ok' | 'reason' | 'message'>;

/** What a refusal says of one code, its facts filled in. */
export type Sentence = string | ((facts: Facts) => string);

/** Everything that a sentence may name, in words and numbers; nothing where the refusal does not say it. */
export interface Facts {
  name: string;
  limit: Value;
  minutes: number;
  count: number;
  problem: string;
  issue: string;
  expected: string;
  time: string;
  status: string;
  slug: Value;
  event: Value;
  megabytes: Value;
  seq: Value;
  trouble: Value;
}
