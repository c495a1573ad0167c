import * as z from 'zod/mini';
import type { Attendance } from '../people/participant.ts';
import type { Role } from '../people/role.ts';
import type { Digest } from './personal.ts';

/** Who made an entry. `person` is present where it brings somebody in or changes their name or attendance. */
export const actorSchema = z.strictObject({
  /** Participant id, or `server` for what the server makes itself. */
  participant: z.string(),
  role: z.enum(['projector', 'attendee', 'speaker', 'moderator', 'organizer', 'server']),
  /** For speakers: their session; for poster authors: their poster. */
  session: z.optional(z.string()),
  poster: z.optional(z.string()),
  person: z.optional(
    z.strictObject({ name: z.nullable(z.string()), attendance: z.enum(['inRoom', 'remote']) }),
  ),
});
export interface Actor {
  participant: string;
  role: Role | 'server';
  session?: string | undefined;
  poster?: string | undefined;
  person?: { name: Digest | null; attendance: Attendance } | undefined;
}

/** The actor under which the server makes entries of its own. */
export const serverActor: Actor = { participant: 'server', role: 'server' };
