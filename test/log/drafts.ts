import { randomUUID } from 'node:crypto';
import { seal } from '../../server/log/personal.ts';
import type { Draft } from '../../shared/log/entry.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';

/** A vote: the smallest entry. */
export function vote(own: { participant?: string; id?: string; at?: number } = {}): Draft<'question.upvote'> {
  return {
    at: own.at ?? 1_000,
    by: { participant: own.participant ?? randomUUID(), role: 'attendee' },
    id: own.id ?? randomUUID(),
    rules: rulesVersion,
    type: 'question.upvote',
    data: { question: randomUUID(), on: true },
  };
}

/** A question, whose text is personal. */
export function question(text: string, owner: string = randomUUID()): Draft<'question.ask'> {
  const body = seal(text);
  return {
    at: 1_000,
    by: { participant: owner, role: 'attendee', person: { name: null, attendance: 'inRoom' } },
    id: randomUUID(),
    rules: rulesVersion,
    type: 'question.ask',
    data: {
      session: 'keynote',
      text: body.digest,
      measured: { units: text.length },
      marks: { anonymous: 'a', named: 'b' },
    },
    personal: { owner, bodies: [body] },
  };
}
