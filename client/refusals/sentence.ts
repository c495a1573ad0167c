import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { type Catalogue, fill, type Values } from '../look/messages.ts';
import { clockTime } from '../look/zones.ts';
import { somebody, statusWords } from './asker.en.ts';

/** A refusal as a screen has it in hand: what it says of itself, and the server's English. */
export type Heard = Pick<SpokenRefusal, 'message'> & Partial<SpokenRefusalFacts>;
type SpokenRefusalFacts = Omit<SpokenRefusal, 'ok' | 'reason' | 'message'>;

/**
 * [W54] What a refusal says in the words of a catalogue, its facts filled in; times are told in `zone`. A code that the
 * catalogue does not know, as of a newer server, is said in the server's English.
 */
export function sentenceIn(sentences: Catalogue, refusal: Heard, zone = 'UTC'): string {
  const { code, message } = refusal;
  const known = code !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return known === undefined ? message : fill(known, factsOf(refusal, zone));
}

/** Everything that a sentence may name, in words and numbers. */
function factsOf(refusal: Heard, zone: string): Values {
  const { now = {}, by, limit, retryAfterMs, issues, expected } = refusal;
  const told = Object.entries(now).filter(
    (fact): fact is [string, string | number] => typeof fact[1] === 'string' || typeof fact[1] === 'number',
  );
  const { expectedStart, status } = now;
  const [first] = issues ?? [];
  return {
    ...Object.fromEntries(told),
    name: by?.name ?? somebody,
    ...(limit !== undefined && { limit }),
    ...(retryAfterMs !== undefined && { minutes: Math.max(1, Math.ceil(retryAfterMs / 60_000)) }),
    ...(issues && { count: issues.length }),
    ...(first && { problem: first.message, issue: first.message }),
    ...(expected && { expected: expected.join(', ') }),
    ...(typeof expectedStart === 'string' && { time: clockTime(Date.parse(expectedStart), zone) }),
    ...(typeof status === 'string' && { status: wordFor(status) }),
  };
}

function wordFor(status: string): string {
  const words: Catalogue = statusWords;
  return words[status] ?? status;
}
