import type { Value } from '../../shared/words/message.ts';
import { clockTime } from '../look/zones.ts';
import { somebody, statusWords } from './asker.en.ts';
import type { Facts, Heard, Sentence } from './facts.ts';

/**
 * [W54] What a refusal says in the words of a catalogue, its facts filled in; times are told in `zone`. A code that the
 * catalogue does not know, as of a newer server, is said in the server's English.
 */
export function sentenceIn(
  sentences: Readonly<Partial<Record<string, Sentence>>>,
  refusal: Heard,
  zone = 'UTC',
): string {
  const { code, message } = refusal;
  const known = code !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  if (known === undefined) return message;
  return typeof known === 'string' ? known : known(factsOf(refusal, zone));
}

function factsOf(refusal: Heard, zone: string): Facts {
  const { now = {}, by, limit, retryAfterMs = 0, issues = [], expected = [] } = refusal;
  const { expectedStart, status } = now;
  const problem = issues[0]?.message ?? '';
  return {
    name: by?.name ?? somebody,
    limit: limit ?? '',
    minutes: Math.max(1, Math.ceil(retryAfterMs / 60_000)),
    count: issues.length,
    problem,
    issue: problem,
    expected: expected.join(', '),
    time: typeof expectedStart === 'string' ? clockTime(Date.parse(expectedStart), zone) : '',
    status: typeof status === 'string' ? wordFor(status) : '',
    slug: plain(now['slug']),
    event: plain(now['event']),
    megabytes: plain(now['megabytes']),
    seq: plain(now['seq']),
    trouble: plain(now['trouble']),
  };
}

function plain(fact: unknown): Value {
  return typeof fact === 'string' || typeof fact === 'number' ? fact : '';
}

function wordFor(status: string): string {
  const words: Readonly<Record<string, string>> = statusWords;
  return words[status] ?? status;
}
