import * as z from 'zod/mini';
import type { Digest } from '../state/personal.ts';
import type { Resting } from './invite-origin.ts';
import type { Role } from './role.ts';
import type { Scope } from './scope.ts';

/** Where somebody takes part from; decides the balance between room and remote, never the weight of a vote. */
export const attendanceSchema = z.enum(['inRoom', 'remote']);
export type Attendance = z.infer<typeof attendanceSchema>;

/** Longest display name, in UTF-16 units after trimming. */
export const nameLimit = 80;

/** A display name as it is sent, up to 80 UTF-16 units; what is left of it once it is cleaned may be nothing. */
export const displayName = z.string().check(
  z.trim(),
  z.maxLength(nameLimit),
  z.refine((name) => !/\p{Surrogate}/u.test(name), 'contains half a character; please type it again'),
);

/** An identity in one event, known to the log from its first logged command on. */
export interface ParticipantRow {
  readonly id: string;
  /** Digest of the display name; null where none was given or it was forgotten. */
  name: Digest | null;
  attendance: Attendance;
  role: Role;
  /** Banned people keep reading but no command of theirs is taken. */
  banned: boolean;
  /** As whom they were banned: for what they asked anonymously, with their name, or both. */
  bannedAs?: 'anonymous' | 'named' | 'both' | null | undefined;
  /** Instant at which every badge of this participant died; null while they live. */
  revokedAt: number | null;
  /** Instant at which their name and texts were forgotten; null otherwise. */
  erasedAt: number | null;
  /** Ids of the invites that they redeemed here, the first one first. Absent where there are none, and under rules 4. */
  invites?: readonly string[] | undefined;
  /** The seq of the entry that says so: what they wrote up to it is gone for good. Absent under rules 4. */
  erasedSeq?: number | undefined;
}

/** An invite that somebody made, used or revoked here. One of the command line is known from its first use on. */
export interface InviteRow {
  readonly id: string;
  /** Who made it; `installation`: the command line or the server itself. Absent under rules 4, and where it is only revoked. */
  maker?: string | undefined;
  /** The invite of the badge with which it was made, if that had one: where it ends, this one does too. */
  through?: string | null | undefined;
  /** What the text by which it was used says of what it rests on. */
  rests?: Resting | undefined;
  role: Role;
  uses: number;
  /** Most uses allowed; null: any number (projectors). */
  limit: number | null;
  name: Digest | null;
  /** What its badges are for, where that is one room, session or poster. */
  scope?: Scope | undefined;
  /** It opens every event of the installation; taken back here, it is taken back in this event alone. */
  installation?: boolean | undefined;
  lastUsedAt: number | null;
  revokedAt: number | null;
  /** Somebody who came by it was revoked: it lets in again whoever came by it before, and nobody new. */
  closed?: true | undefined;
  /** When it was made, where its maker is known. */
  madeAt?: number | undefined;
}

declare module '../state/tables.ts' {
  interface Tables {
    participants: ParticipantRow;
    invites: InviteRow;
  }
}
