import * as z from 'zod/mini';
import { policySwitches } from './switches.ts';

/** The title of an event, or of something in its programme. */
export const title = z.string().check(z.minLength(1), z.maxLength(300));

/** What a programme says of its event as a whole: the shape of its row, and the first part of a programme. */
export const eventFacts = {
  slug: z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/)),
  title,
  timezone: z.string(),
  venue: z.nullable(z.string()),
  /** Link or text. */
  codeOfConduct: z.nullable(z.string()),
  contact: z.nullable(z.strictObject({ name: z.nullable(z.string()), email: z.nullable(z.string()) })),
  privacy: z.nullable(z.string()),
  links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  listed: z.boolean(),
  /** The short code people type, of the 27 symbols that nobody confuses. */
  code: z.string().check(z.regex(/^[ABCDEFGHJKLMNPQRTUVWXY34679]{4,8}$/)),
  /** Salted hash of the passcode, `scrypt$salt$hash` in base64url; null where the event is open. */
  passcode: z.nullable(z.string()),
  policy: z.strictObject(policySwitches),
  startsAt: z.int(),
  endsAt: z.int(),
  days: z.array(z.string()),
};

/** The facts of an event; instants in epoch milliseconds. */
export type EventFacts = z.infer<z.ZodMiniObject<typeof eventFacts>>;
