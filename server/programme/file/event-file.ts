import { z } from 'zod';
import { holdsWhite, leastContrast } from '../../../shared/event/accent.ts';
import { policySwitches } from '../../../shared/event/switches.ts';
import { programmeId } from '../../../shared/people/envelope.ts';
import { roles } from '../../../shared/people/role.ts';
import { programmeSchema } from '../../../shared/rundown/programme.ts';
import { sessionKinds } from '../../../shared/rundown/session-kind.ts';
import { streamSchema } from '../../../shared/rundown/stream.ts';
import { codeTyped, passcodeTyped } from '../../access/typed.ts';
import { logoOfAddress, logoSentences } from './logo.ts';

/*
 * The event file: what organisers write by hand, in YAML or JSON. Fields that are not named here are refused, so
 * that a slip of the pen never loses what was meant. The sentences people read are made in sentences.ts.
 * Empty fields never reach this schema: whoever parses takes them out, null and absent mean the same.
 */

const text = (most: number) => z.string().trim().min(1).max(most);
const link = z
  .string()
  .trim()
  .max(2000)
  .regex(/^https?:\/\/[^\s/]\S*$/i);
const email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/);
const id = z.optional(programmeId);
const minutes = (least: number, most: number) => z.int().min(least).max(most);

/** A local time of the event's zone, `2026-04-26 08:10`; an offset behind it says which of two alike is meant. */
const localTime = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}[ T]([01]\d|2[0-3]):[0-5]\d(:00)?( ?[+-](0\d|1[0-4]):[0-5]\d)?$/);

/** A stream or a video; `{}` stands for one that is not there yet. */
const stream = z
  .strictObject({
    provider: z.optional(streamSchema.shape.provider),
    id: text(200).optional(),
    url: link.optional(),
  })
  .refine(({ provider, id, url }) => (provider === undefined) === (id === undefined && url === undefined), {
    message:
      'A stream needs a provider and an id or a url, for example {provider: youtube, id: dQw4w9WgXcQ}.',
  });

const speaker = z.strictObject({
  name: text(120),
  affiliation: text(200).optional(),
  remote: z.boolean().optional(),
});

/** What identifies a row in the system that it was imported from, where that is not its id. */
const key = z.optional(programmeId);

const room = z.strictObject({ id: programmeId, key, name: text(120), stream: stream.optional() });

const part = z.strictObject({
  id,
  title: text(300),
  minutes: minutes(1, 1440),
  speakers: z.array(speaker).max(50).optional(),
  paper: link.optional(),
});

const session = z.strictObject({
  id,
  key,
  kind: z.enum(sessionKinds),
  title: text(300),
  start: localTime,
  minutes: minutes(1, 1440).optional(),
  end: localTime.optional(),
  qa: minutes(0, 1440).optional(),
  fixed: z.boolean().optional(),
  /** The event's own day, where the start alone does not say it (after midnight). */
  day: z
    .string()
    .trim()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  cancelled: z.boolean().optional(),
  shrinkTo: minutes(0, 1440).optional(),
  room: id,
  speakers: z.array(speaker).max(50).optional(),
  abstract: text(20_000).optional(),
  stream: stream.optional(),
  captions: link.optional(),
  recording: link.optional(),
  parts: z.array(part).max(100).optional(),
});

const poster = z.strictObject({
  id,
  session: id,
  number: z.int().min(0).max(100_000).optional(),
  title: text(300),
  authors: z.array(text(120)).max(200).optional(),
  kind: text(40).optional(),
  abstract: text(20_000).optional(),
  paper: link.optional(),
  poster: link.optional(),
  meet: link.optional(),
  video: stream.optional(),
  facts: z
    .array(
      z.strictObject({
        name: text(80),
        value: z.union([text(300), z.number()]),
        note: text(1000).optional(),
      }),
    )
    .max(50)
    .optional(),
  awards: z.array(text(120)).max(20).optional(),
});

/** Colour and logo; what is not said stays as the event has it. */
const look = z.strictObject({
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .refine(holdsWhite, {
      message: `White text on this colour has less than ${leastContrast}:1. Take a darker one, for example #0b57a4.`,
    })
    .nullable()
    .optional(),
  logo: z
    .string()
    .superRefine((address, context) => {
      const read = logoOfAddress(address);
      if (!read.ok) context.addIssue({ code: 'custom', message: logoSentences[read.code] });
    })
    .nullable()
    .optional(),
});

const person = z.strictObject({
  name: text(120),
  email: email.optional(),
  role: z.enum(roles).exclude(['projector']),
  sessions: z.array(programmeId).max(200).optional(),
  posters: z.array(programmeId).max(200).optional(),
});

/** The event file, format version 1, as it is once parsed and freed of empty fields. */
export const eventFileSchema = z.strictObject({
  backrow: z.literal(1),
  slug: programmeSchema.shape.slug,
  title: text(300),
  timezone: text(80),
  venue: text(300).optional(),
  codeOfConduct: text(20_000).optional(),
  contact: z.strictObject({ name: text(120).optional(), email: email.optional() }).optional(),
  privacy: text(20_000).optional(),
  links: z
    .array(z.strictObject({ label: text(80), url: link }))
    .max(50)
    .optional(),
  listed: z.boolean().optional(),
  code: z.string().transform(codeTyped).pipe(programmeSchema.shape.code).optional(),
  /** False takes away the one that the event has. */
  passcode: z
    .union([z.literal(false), z.string().transform(passcodeTyped).pipe(z.string().min(4).max(200))])
    .optional(),
  policy: z.strictObject({ ...policySwitches, look: look.optional() }).optional(),
  rooms: z.array(room).min(1).max(200).optional(),
  sessions: z.array(session).min(1).max(2000),
  posters: z.array(poster).max(5000).optional(),
  people: z.array(person).max(10_000).optional(),
});
export type EventFile = z.infer<typeof eventFileSchema>;
export type SessionInFile = EventFile['sessions'][number];
export type RoomInFile = NonNullable<EventFile['rooms']>[number];
export type PartInFile = NonNullable<SessionInFile['parts']>[number];
export type PosterInFile = NonNullable<EventFile['posters']>[number];
export type StreamInFile = NonNullable<SessionInFile['stream']>;
/** Somebody the organisers know by name and address; never part of a programme. */
export type Person = z.infer<typeof person>;
