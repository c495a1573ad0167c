import * as z from 'zod/mini';
import { eventFacts, title } from '../event/facts.ts';
import { programmeId } from '../people/envelope.ts';
import { sessionKindSchema } from './session-kind.ts';
import { streamSchema } from './stream.ts';

/**
 * A programme as it stands in the log: every instant in epoch milliseconds beside the local time it was
 * written as, so that nothing below intake needs a table of time zones. Importers make it, `programme.apply`
 * carries it.
 */

const epochMs = z.int();

/** One person on the programme; `id` is unique in the event. */
export const speakerSchema = z.strictObject({
  id: programmeId,
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  affiliation: z.nullable(z.string().check(z.maxLength(200))),
  remote: z.boolean(),
});
export type Speaker = z.infer<typeof speakerSchema>;

/** A part of a session, such as one of three spotlights; its times lie within the session. */
export const partPlanSchema = z.strictObject({
  id: programmeId,
  title,
  start: epochMs,
  end: epochMs,
  speakers: z.array(speakerSchema),
  paper: z.nullable(z.string()),
});
export type PartPlan = z.infer<typeof partPlanSchema>;

/** One programme item with its planned times; `qa` in minutes at its end, `shrinkTo` in minutes for breaks. */
export const sessionPlanSchema = z.strictObject({
  id: programmeId,
  /** What identifies it in the system that it was imported from; absent where it was written here. */
  key: z.optional(programmeId),
  kind: sessionKindSchema,
  title,
  /** Local start as written, `YYYY-MM-DDTHH:MM`. */
  localStart: z.string(),
  start: epochMs,
  end: epochMs,
  /** The event's own day this session belongs to, `YYYY-MM-DD`: a label, also past midnight. */
  day: z.string(),
  qa: z.number().check(z.gte(0)),
  fixed: z.boolean(),
  shrinkTo: z.nullable(z.number().check(z.gte(0))),
  room: z.nullable(programmeId),
  speakers: z.array(speakerSchema),
  abstract: z.nullable(z.string().check(z.maxLength(20_000))),
  stream: z.nullable(streamSchema),
  captions: z.nullable(z.string()),
  recording: z.nullable(z.string()),
  parts: z.array(partPlanSchema),
  /** The plan itself says that it does not take place; absent: it does. */
  cancelled: z.optional(z.literal(true)),
});
export type SessionPlan = z.infer<typeof sessionPlanSchema>;

/** A poster; facts and awards as the event file has them. */
export const posterPlanSchema = z.strictObject({
  id: programmeId,
  session: z.nullable(programmeId),
  number: z.nullable(z.int()),
  title,
  authors: z.array(z.string()),
  kind: z.nullable(z.string()),
  abstract: z.nullable(z.string().check(z.maxLength(20_000))),
  paper: z.nullable(z.string()),
  poster: z.nullable(z.string()),
  meet: z.nullable(z.string()),
  facts: z.array(z.strictObject({ name: z.string(), value: z.string(), note: z.nullable(z.string()) })),
  awards: z.array(z.string()),
});
export type PosterPlan = z.infer<typeof posterPlanSchema>;

/** A room with its projector. */
export const roomPlanSchema = z.strictObject({
  id: programmeId,
  /** What identifies it in the system that it was imported from; absent where it was written here. */
  key: z.optional(programmeId),
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  stream: z.nullable(streamSchema),
});
export type RoomPlan = z.infer<typeof roomPlanSchema>;

/** Everything `programme.apply` sets. Sessions come in the order of their start within each room. */
export const programmeSchema = z.strictObject({
  ...eventFacts,
  rooms: z.array(roomPlanSchema).check(z.minLength(1)),
  sessions: z.array(sessionPlanSchema),
  posters: z.array(posterPlanSchema),
});
export type Programme = z.infer<typeof programmeSchema>;

declare module '../state/recorder.ts' {
  interface Recorder {
    /** The programme in what was sent, with its instants. */
    programme(path: string, raw: Record<string, unknown>): Programme;
  }
}
