import type { Logger } from 'pino';
import type { Badge, Badges } from '../access/badges.ts';
import type { Gate } from '../access/gate.ts';
import type { Installation } from '../access/installation-file.ts';
import type { Invites } from '../access/invites.ts';
import type { Limits } from '../access/limits.ts';
import type { Monotonic } from '../access/meters.ts';
import type { Trust } from '../access/origin.ts';
import type { PasscodeDoor } from '../access/passcode-door.ts';
import type { StaffCodes } from '../access/staff-codes.ts';
import type { StandingInvites } from '../access/standing-invites.ts';
import type { Events } from '../live/events.ts';
import type { RunningEvent } from '../live/running-event.ts';
import type { CommandReader } from '../socket/command-reader.ts';
import type { MadeFiles } from './made-files.ts';

/** What the routes need from the server around them. */
export interface HttpContext {
  events: Events;
  badges: Badges;
  gate: Gate;
  invites: Invites;
  limits: Limits;
  commands: CommandReader;
  passcodes: PasscodeDoor;
  codes: StaffCodes;
  /** What outlives the events: who has access to none of them any more. */
  installation: Installation;
  standing: StandingInvites;
  markKey: string;
  /** Origins of pages that may act here, besides the request's own. */
  publicOrigins: readonly string[];
  /** The path below which people reach this server, `/backrow`; empty where it has its host to itself. */
  base: string;
  trusted: Trust;
  clock: () => number;
  /** The clock that only goes forward, in milliseconds. */
  monotonic: Monotonic;
  /** The link that brings people into an event with this code; null where they cannot reach this server yet. */
  joinUrl: (code: string) => string | null;
  /** Told of a badge that says anew what somebody is called and where they are, before it is given. */
  described: (badge: Badge) => void;
  /** Told of an event that was made while the server runs. */
  made: (running: RunningEvent) => void;
  /** The files that are made of events. */
  files: MadeFiles;
  log: Logger;
}
