import * as z from 'zod/mini';
import { appendSchema, placedBodySchema, snapshotSchema } from './sqlite-tables.ts';

/** What the main thread asks of the writer's thread; `call` numbers the question. */
export const requestSchema = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('append'), call: z.int(), append: appendSchema }),
  z.strictObject({ ask: z.literal('list'), call: z.int() }),
  z.strictObject({
    ask: z.literal('open'),
    call: z.int(),
    slug: z.string(),
    epoch: z.string(),
    made: z.int(),
  }),
  z.strictObject({ ask: z.literal('page'), call: z.int(), slug: z.string(), after: z.int(), limit: z.int() }),
  z.strictObject({
    ask: z.literal('key'),
    call: z.int(),
    slug: z.string(),
    participant: z.string(),
    id: z.string(),
  }),
  z.strictObject({ ask: z.literal('forget'), call: z.int(), slug: z.string(), owner: z.string() }),
  z.strictObject({ ask: z.literal('remove'), call: z.int(), slug: z.string() }),
  z.strictObject({ ask: z.literal('snapshot'), call: z.int(), slug: z.string(), upTo: z.int() }),
  z.strictObject({ ask: z.literal('save'), call: z.int(), slug: z.string(), snapshot: snapshotSchema }),
  z.strictObject({ ask: z.literal('bodies'), call: z.int(), slug: z.string(), upTo: z.int() }),
  z.strictObject({ ask: z.literal('check'), call: z.int(), slug: z.string() }),
  z.strictObject({ ask: z.literal('figures'), call: z.int() }),
  z.strictObject({ ask: z.literal('limit'), call: z.int(), pages: z.int() }),
  z.strictObject({ ask: z.literal('close'), call: z.int() }),
]);
export type Request = z.infer<typeof requestSchema>;

/** A question without its number. */
export type Asked = Request extends infer R ? (R extends Request ? Omit<R, 'call'> : never) : never;

/** The answer to a question: its value, or why there is none. `fault`: a mistake of the caller, not of the disk. */
export const answerSchema = z.union([
  z.strictObject({ call: z.int(), value: z.unknown() }),
  z.strictObject({ call: z.int(), unavailable: z.string() }),
  z.strictObject({ call: z.int(), fault: z.string() }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** What the writer's thread sends at a time: the answers of one turn, with the commits made since its start. */
export const answersSchema = z.strictObject({ commits: z.int(), answers: z.array(answerSchema) });

export const pageSchema = z.strictObject({ lines: z.array(z.string()), bodies: z.array(placedBodySchema) });
export const appendedSchema = z.union([
  z.strictObject({ seq: z.int(), at: z.int() }),
  z.strictObject({ line: z.string(), bodies: z.array(placedBodySchema) }),
]);

/** How the file is kept, for `doctor` and the metrics. */
export const figuresSchema = z.strictObject({
  sqlite: z.string(),
  journalMode: z.string(),
  /** 2 is FULL: every commit is on the disk before it is acknowledged. */
  synchronous: z.int(),
  secureDelete: z.int(),
  /** Bytes of the file, without its write-ahead log. */
  bytes: z.int(),
});
export type Figures = z.infer<typeof figuresSchema>;
