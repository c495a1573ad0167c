import * as z from 'zod/mini';
import { envelope, fields, instant } from '../people/envelope.ts';
import { audienceSchema } from './audience.ts';
import { policySwitches } from './switches.ts';

/** Sets some of the event's switches; what is not named stays. */
export const policySetSchema = z.strictObject({ ...envelope('policy.set'), ...policySwitches });

/** Announces up to 200 characters to an audience, until an instant or until it is ended. */
export const announceSchema = z.strictObject({
  ...envelope('announce'),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  to: audienceSchema,
  until: z.optional(instant),
});

/** What is recorded of it: the instant in epoch milliseconds. */
export const announceData = z.extend(fields(announceSchema), { until: z.optional(z.int()) });

/** Ends an announcement, named by the id of the command that made it. */
export const announceEndSchema = z.strictObject({ ...envelope('announce.end'), message: z.uuidv4() });

/** Closes the event: it stays readable, and no command but the organizer's is taken. */
export const closeSchema = z.strictObject({ ...envelope('event.close'), on: z.optional(z.boolean()) });

/** The server's wall clock is right again, though it jumped: what follows is stamped by it at once. */
export const clockTrustSchema = z.strictObject({ ...envelope('clock.trust') });

/** Totals of readers: of a session or the event, and of people here. Only the server makes them. */
export const sampleData = z.strictObject({
  session: z.nullable(z.string()),
  readers: z.record(z.string(), z.number()),
  people: z.nullable(z.strictObject({ inRoom: z.int(), remote: z.int() })),
});
