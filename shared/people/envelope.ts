import * as z from 'zod/mini';

/** Ids from programmes: slugs of at most 64 characters. */
export const programmeId = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i, 'Not an id'));

/** Question ids are the ids of the commands that made them. */
export const questionId = z.uuidv4();

/** Participant ids are random UUIDs. */
export const participantId = z.uuidv4();

/** Invite ids: 8 to 40 characters of a URL-safe alphabet. */
export const inviteId = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,40}$/, 'Not an invite id'));

/** An instant on the wire: ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** What every command carries: a UUID v4 chosen by its sender, its type, and for staff the seq acted on. */
export function envelope<T extends string>(type: T) {
  return {
    id: z.uuidv4(),
    type: z.literal(type),
    seen: z.optional(z.int().check(z.nonnegative())),
  };
}

/** A command's own fields as a schema, without its envelope. Checks across fields stay behind: intake has made them. */
export function fields<S extends z.core.$ZodShape>(command: z.ZodMiniObject<S>) {
  const { id: _id, type: _type, seen: _seen, ...own } = command.shape;
  return z.strictObject(own);
}
