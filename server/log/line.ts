import * as z from 'zod/mini';
import type { Draft, Entry, EntryType } from '../../shared/log/entry.ts';
import { actorSchema } from '../../shared/state/actor.ts';
import type { Body } from '../../shared/state/personal.ts';
import { canonical } from './canonical.ts';
import { entryData } from './entry-data.ts';

/** Which texts belong to an entry and whose they are; the texts themselves lie beside the log. */
const owned = z.strictObject({ owner: z.string(), digests: z.array(z.string()) });

function line<T extends EntryType, D extends z.ZodMiniType>(type: T, data: D) {
  return z.strictObject({
    seq: z.int().check(z.nonnegative()),
    at: z.int(),
    by: actorSchema,
    id: z.string().check(z.minLength(1), z.maxLength(200)),
    rules: z.int(),
    seen: z.optional(z.int()),
    personal: z.optional(owned),
    type: z.literal(type),
    data,
  });
}

/** One line of the log as it is stored and hashed: an entry with digests in the place of its personal texts. */
const lineSchema = z.discriminatedUnion('type', [
  line('question.ask', entryData['question.ask']),
  line('question.edit', entryData['question.edit']),
  line('question.withdraw', entryData['question.withdraw']),
  line('question.upvote', entryData['question.upvote']),
  line('question.approve', entryData['question.approve']),
  line('question.dismiss', entryData['question.dismiss']),
  line('question.restore', entryData['question.restore']),
  line('question.archive', entryData['question.archive']),
  line('question.keep', entryData['question.keep']),
  line('question.move', entryData['question.move']),
  line('question.log', entryData['question.log']),
  line('question.merge', entryData['question.merge']),
  line('question.unmerge', entryData['question.unmerge']),
  line('question.label', entryData['question.label']),
  line('question.shortlist', entryData['question.shortlist']),
  line('question.answer', entryData['question.answer']),
  line('stage.show', entryData['stage.show']),
  line('stage.black', entryData['stage.black']),
  line('display.set', entryData['display.set']),
  line('session.start', entryData['session.start']),
  line('session.end', entryData['session.end']),
  line('session.notYet', entryData['session.notYet']),
  line('session.reset', entryData['session.reset']),
  line('session.cancel', entryData['session.cancel']),
  line('session.move', entryData['session.move']),
  line('session.extend', entryData['session.extend']),
  line('session.place', entryData['session.place']),
  line('session.questions', entryData['session.questions']),
  line('session.phase', entryData['session.phase']),
  line('session.note', entryData['session.note']),
  line('session.noted', entryData['session.noted']),
  line('programme.tell', entryData['programme.tell']),
  line('programme.apply', entryData['programme.apply']),
  line('policy.set', entryData['policy.set']),
  line('announce', entryData.announce),
  line('announce.end', entryData['announce.end']),
  line('event.close', entryData['event.close']),
  line('undo', entryData.undo),
  line('clock.trust', entryData['clock.trust']),
  line('participant.describe', entryData['participant.describe']),
  line('participant.ban', entryData['participant.ban']),
  line('participant.erase', entryData['participant.erase']),
  line('participant.revoke', entryData['participant.revoke']),
  line('invite.revoke', entryData['invite.revoke']),
  line('invite.make', entryData['invite.make']),
  line('report', entryData.report),
  line('report.resolve', entryData['report.resolve']),
  line('clock.pass', entryData['clock.pass']),
  line('sample', entryData.sample),
  line('invite.use', entryData['invite.use']),
]);
export type Line = z.infer<typeof lineSchema>;

/** An entry that was recorded but cannot be read any more. */
export class LogDamaged extends Error {
  override name = 'LogDamaged';
}

/**
 * Checks a draft and gives its line, still without a place: `seq` is 0 until the writer sets it.
 * Throws where a draft is not of its type's form; that is a mistake of the caller, and nothing is recorded.
 */
export function toLine(draft: Draft): Line {
  const { personal, ...rest } = draft;
  const digests = personal?.bodies.map((body) => body.digest) ?? [];
  const bare = {
    ...rest,
    seq: 0,
    personal: personal && digests.length > 0 ? { owner: personal.owner, digests } : undefined,
  };
  return lineSchema.parse(JSON.parse(canonical(bare)));
}

/** How many bytes a line and the texts beside it hold. */
export function bytesOf(line: string, bodies: readonly Body[]): number {
  const kept = bodies.map(({ text, salt }) => Buffer.byteLength(text) + Buffer.byteLength(salt));
  return kept.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(line));
}

/** Reads a stored line; throws `LogDamaged` where it is not one. */
export function parseLine(text: string): Line {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new LogDamaged('A line of the log cannot be read', { cause });
  }
}

/** Puts a line and those of its texts that are still kept together again; without any, `personal` is absent. */
export function toEntry(line: Line, kept: readonly Body[]): Entry {
  const { personal, ...rest } = line;
  if (!personal || kept.length === 0) return rest;
  const bodies = personal.digests.flatMap((wanted) => {
    const body = kept.find(({ digest }) => digest === wanted);
    return body ? [{ digest: body.digest, salt: body.salt, text: body.text }] : [];
  });
  return { ...rest, personal: { owner: personal.owner, bodies } };
}
