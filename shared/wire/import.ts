import * as z from 'zod/mini';
import { sessionKindSchema } from '../rundown/session-kind.ts';
import { issueSchema, leftBehindSchema, offAirSchema } from './refusals.ts';

/** A field that changes, with what it was and what it becomes. */
export const fieldDifferenceSchema = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });
export type FieldDifference = z.infer<typeof fieldDifferenceSchema>;

/** A session by what people call it; `start` in ISO 8601 UTC. */
export const namedSessionSchema = z.object({ id: z.string(), title: z.string(), start: z.string() });

/** A session that goes, or is taken for another one, with what is left of it. */
export const removedSessionSchema = z.extend(namedSessionSchema, leftBehindSchema.shape);

/**
 * Two sessions that are at the same time from now on: a room's with what is everybody's, or those of different rooms of
 * which one came after the other. `from` and `to` in ISO 8601 UTC.
 */
export const clashSchema = z.object({
  of: z.enum(['everybody', 'elsewhere']),
  one: z.object({ id: z.string(), title: z.string() }),
  other: z.object({ id: z.string(), title: z.string() }),
  from: z.string(),
  to: z.string(),
});
export type Clash = z.infer<typeof clashSchema>;

/** What an import changes of the rooms; what goes leaves displays without a room, and links that lead to none. */
export const roomsDifferenceSchema = z.object({
  added: z.array(z.object({ id: z.string(), name: z.string() })),
  renamed: z.array(z.object({ id: z.string(), before: z.string(), after: z.string() })),
  removed: z.array(z.object({ id: z.string(), name: z.string(), displays: z.number(), links: z.number() })),
});

/**
 * What an import changes; instants in ISO 8601 UTC. A removed session's questions stay, unassigned. `offAir` is what it
 * would take off the air, for which an import needs a yes.
 */
export const differenceSchema = z.object({
  changed: z.array(z.object({ id: z.string(), title: z.string(), fields: z.array(fieldDifferenceSchema) })),
  added: z.array(namedSessionSchema),
  removed: z.array(removedSessionSchema),
  offAir: z.array(offAirSchema),
  rooms: roomsDifferenceSchema,
  event: z.array(fieldDifferenceSchema),
  posters: z.object({ added: z.number(), changed: z.number(), removed: z.number() }),
  clashes: z.optional(z.array(clashSchema)),
});
export type Difference = z.infer<typeof differenceSchema>;

/** What was read of a file: so many of so many, what was left out, what was assumed. */
export const importReportSchema = z.object({
  sessions: z.number(),
  of: z.number(),
  papers: z.number(),
  skipped: z.array(z.object({ where: z.string(), why: z.string() })),
  warnings: z.array(issueSchema),
});

/** A session as a file has it: instants in ISO 8601 UTC, where it stands there, and what was said of it. */
export const previewRowSchema = z.object({
  title: z.string(),
  kind: sessionKindSchema,
  start: z.string(),
  end: z.string(),
  room: z.nullable(z.string()),
  speakers: z.array(z.string()),
  line: z.optional(z.number()),
  notes: z.array(z.string()),
});
export type PreviewRow = z.infer<typeof previewRowSchema>;

/**
 * A session of the file that is one of the event under another title, or may be: `same` says for which it is taken. `id` is
 * what it is called if it is new, and by that it is answered for (`same=ID:WAS`, `same=ID:` for a new one).
 */
export const renamedSchema = z.extend(namedSessionSchema, {
  was: removedSessionSchema,
  same: z.boolean(),
});
export type Renamed = z.infer<typeof renamedSchema>;

/** What came of an import into an event; `applied` false: it was only looked at. `entry` is what an undo takes back. */
export const importedSchema = z.object({
  ok: z.literal(true),
  format: z.string(),
  report: importReportSchema,
  difference: differenceSchema,
  renamed: z.optional(z.array(renamedSchema)),
  /** The file's sessions, where they were asked for (`rows=1`). */
  rows: z.optional(z.array(previewRowSchema)),
  applied: z.boolean(),
  seq: z.number(),
  entry: z.optional(z.number()),
});
export type Imported = z.infer<typeof importedSchema>;

/** An event that was made of a file. */
export const madeEventSchema = z.object({ slug: z.string(), warnings: z.array(issueSchema) });
export type MadeEvent = z.infer<typeof madeEventSchema>;

/** The event file of an event as it stands, and the seq of the last entry that changed it. */
export const programmeFileSchema = z.object({ seq: z.number(), file: z.record(z.string(), z.unknown()) });
export type ProgrammeFile = z.infer<typeof programmeFileSchema>;
