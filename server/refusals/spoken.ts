import { questionStatuses } from '../../shared/questions/question.ts';
import type { RefusalReason } from '../../shared/wire/reasons.ts';
import type { Refusal, SpokenRefusal } from '../../shared/wire/refusals.ts';
import type { Facts, Sentence } from './messages.ts';
import { sentences } from './sentences.en.ts';

/** A refusal as it leaves this server: with its sentence in English, which stands nowhere but there. */
export function spoken({ ok, reason, code, ...facts }: Refusal): SpokenRefusal {
  return { ok, reason, code, message: sentenceOf({ ok, reason, code, ...facts }), ...facts };
}

/** The English sentence of a refusal, its facts filled in. */
export function sentenceOf(refusal: Refusal): string {
  const sentence = ofCode.get(refusal.code) ?? ofReason[refusal.reason];
  return typeof sentence === 'string' ? sentence : sentence(factsOf(refusal));
}

const ofCode: ReadonlyMap<string, Sentence> = new Map(Object.entries(sentences));

/** What is said where no catalogue knows the code: that of a noun that is none of ours. */
const ofReason: Readonly<Record<RefusalReason, string>> = {
  malformed: 'This cannot be read.',
  'no-badge': 'You have no access.',
  'not-allowed': 'You may not do this.',
  unknown: 'There is no such thing.',
  'not-now': 'That cannot be done now.',
  conflict: 'Something else came first.',
  'too-fast': 'That was too fast; wait a moment.',
  'too-large': 'That is too large.',
  unavailable: 'That cannot be done at the moment.',
  import: 'This file cannot be taken.',
};

function factsOf({ now = {}, by, limit, retryAfterMs = 0, issues = [], expected = [] }: Refusal): Facts {
  const [first] = issues;
  return {
    name: by?.name ?? 'A colleague',
    status: statusWord(now['status']),
    limit: limit ?? '',
    seconds: Math.ceil(retryAfterMs / 1000),
    count: issues.length,
    problem: first?.message ?? '',
    issue: first ? `${first.path || 'the message'}: ${first.message}` : 'nothing could be read',
    expected: expected.join(' or '),
    expectedStart: worded(now['expectedStart']),
    slug: worded(now['slug']),
    event: worded(now['event']),
    events: worded(now['events']),
    megabytes: worded(now['megabytes']),
    seq: worded(now['seq']),
    rules: worded(now['rules']),
    trouble: worded(now['trouble']),
    damage: worded(now['damage']),
  };
}

function worded(fact: unknown): string {
  if (fact === undefined) return '';
  return Array.isArray(fact) ? fact.map(String).join(', ') : String(fact);
}

/** A status of a question in the middle of a sentence; any other status says itself. */
function statusWord(status: unknown): string {
  const known = questionStatuses.find((each) => each === status);
  return known ? statusWords[known] : worded(status);
}

const statusWords: Record<(typeof questionStatuses)[number], string> = {
  inReview: 'waiting for a moderator',
  live: 'in the list',
  answered: 'answered',
  kept: 'kept for later',
  archived: 'archived',
  dismissed: 'not taken',
  withdrawn: 'withdrawn',
  merged: 'merged into another',
};
