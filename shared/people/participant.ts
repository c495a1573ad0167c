import * as z from 'zod/mini';
import type { Digest } from '../log/entry.ts';
import type { Role } from './role.ts';
import type { Scope } from './scope.ts';

/** Where somebody takes part from; decides the balance between room and remote, never the weight of a vote. */
export const attendanceSchema = z.enum(['inRoom', 'remote']);
export type Attendance = z.infer<typeof attendanceSchema>;

/** Longest display name, in UTF-16 units after trimming. */
export const nameLimit = 80;

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
}

/** An invite that was used or revoked at least once; unused ones exist only as signed text. */
export interface InviteRow {
  readonly id: string;
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
}
