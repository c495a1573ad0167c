import * as z from 'zod/mini';
import type { Draft, Entry } from '../../shared/log/entry.ts';
import { actorSchema } from '../../shared/state/actor.ts';
import type { Model } from '../../shared/state/model.ts';
import type { Kind } from '../../shared/state/noun.ts';
import type { Body } from '../../shared/state/personal.ts';
import { canonical } from './canonical.ts';

/** Which texts belong to an entry and whose they are; the texts themselves lie beside the log. */
const ownedSchema = z.strictObject({ owner: z.string(), digests: z.array(z.string()) });

type LineOf<E> = E extends unknown
  ? Omit<E, 'personal'> & { personal?: z.infer<typeof ownedSchema> | undefined }
  : never;

/** One line of the log as it is stored and hashed: an entry with digests in the place of its personal texts. */
export type Line = LineOf<Entry>;

/** The schema of the lines of a kind. */
function lineOf({ type, data }: Kind) {
  return z.strictObject({
    seq: z.int().check(z.nonnegative()),
    at: z.int(),
    by: actorSchema,
    id: z.string().check(z.minLength(1), z.maxLength(200)),
    rules: z.int(),
    seen: z.optional(z.int()),
    personal: z.optional(ownedSchema),
    type: z.literal(type),
    data,
  });
}

/** What every line of a model is read with. Another model's lines are typed like ours: the log looks at none of their data. */
function lineSchemaOf({ kinds }: Model) {
  const [first, ...others] = kinds.map(lineOf);
  if (!first) throw new Error('A model needs a type of entry');
  return z.discriminatedUnion('type', [first, ...others]);
}

/** An entry that was recorded but cannot be read any more. */
export class LogDamaged extends Error {
  override name = 'LogDamaged';
}

/** The lines of the logs of a model. */
export class Lines {
  readonly #schema: ReturnType<typeof lineSchemaOf>;

  constructor(model: Model) {
    this.#schema = lineSchemaOf(model);
  }

  /**
   * Checks a draft and gives its line, still without a place: `seq` is 0 until the writer sets it.
   * Throws where a draft is not of its type's form; that is a mistake of the caller, and nothing is recorded.
   */
  of(draft: Draft): Line {
    const { personal, ...rest } = draft;
    const digests = personal?.bodies.map((body) => body.digest) ?? [];
    const bare = {
      ...rest,
      seq: 0,
      personal: personal && digests.length > 0 ? { owner: personal.owner, digests } : undefined,
    };
    return this.#schema.parse(JSON.parse(canonical(bare))) as Line;
  }

  /** Reads a stored line; throws `LogDamaged` where it is not one. */
  parse(text: string): Line {
    try {
      return this.#schema.parse(JSON.parse(text)) as Line;
    } catch (cause) {
      throw new LogDamaged('A line of the log cannot be read', { cause });
    }
  }

  /** Reads stored lines, each with those of these texts that are its own; throws `LogDamaged` at one that is none. */
  *entries(texts: readonly string[], bodies: readonly (Body & { seq: number })[]): Generator<Entry> {
    const kept = new Map<number, Body[]>();
    for (const body of bodies) {
      const known = kept.get(body.seq);
      if (known) known.push(body);
      else kept.set(body.seq, [body]);
    }
    for (const text of texts) {
      const line = this.parse(text);
      yield toEntry(line, kept.get(line.seq) ?? []);
    }
  }
}

/** How many bytes a line and the texts beside it hold. */
export function bytesOf(line: string, bodies: readonly Body[]): number {
  const kept = bodies.map(({ text, salt }) => Buffer.byteLength(text) + Buffer.byteLength(salt));
  return kept.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(line));
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
