import type { PartPlan, PosterPlan, RoomPlan, SessionPlan } from './programme.ts';

/** Whether questions of a session are taken. */
export type QuestionsWindow = 'open' | 'lastCall' | 'closed';
/** Whether the audience collects questions or decides between them. */
export type Phase = 'collect' | 'decide';

/** A part of a session as it runs. */
export interface PartRow extends PartPlan {
  startedAt: number | null;
  endedAt: number | null;
}

/** A session: its plan, what the operators set, and what happened. Instants and lengths in milliseconds. */
export interface SessionRow extends Omit<SessionPlan, 'parts' | 'cancelled'> {
  readonly id: string;
  /** Place in its room's order, from 0. */
  order: number;
  parts: readonly PartRow[];
  /** How much later than planned the operators let it start: as the staff knows, and what everybody was told. */
  shift: number;
  toldShift: number;
  /** How much longer than planned the operators let it run. */
  stretch: number;
  toldStretch: number;
  /** How much of its Q&A it gave up for what came before. */
  qaCut: number;
  toldQaCut: number;
  /** An operator said that it has not begun: expected no earlier than now, minute by minute. */
  notYet: boolean;
  startedAt: number | null;
  endedAt: number | null;
  /** Nobody pressed Start; it counts as started on time. */
  assumed: boolean;
  cancelled: boolean;
  questionsMode: 'auto' | QuestionsWindow;
  /** When that mode was set: a last call by hand counts from here. */
  questionsModeAt: number;
  phaseMode: 'auto' | Phase;
  /** Removed by a later import: hidden, its questions unassigned. */
  removed: boolean;
  /** Of breaks that began: it lasts to its own end, not its whole length from a late start. */
  keepsEnd?: true;
  /** Somebody's entry made it due in the past: it is asked about anew, and cannot have begun before. Epoch milliseconds. */
  notBefore?: number | null;
  /** Its end was only assumed: it ended by the clock, or by a start that was only assumed. */
  endAssumed?: boolean;
  /** Somebody began or ended one of its parts, though its own start was only assumed. */
  partsSaid?: boolean;
  /** When its end was said, where that was later than the end: its last call counts from here. Epoch milliseconds. */
  endSaidAt?: number | null;
  /** What the chair last wrote to its speaker; absent until the first time, null once taken back. */
  note?: SpeakerNote | null;
  /** When its speaker last said to see their page; absent until the first time. */
  speakerSawAt?: number;
}

/** A message from the chair to a session's speaker. Instants in epoch milliseconds. */
export interface SpeakerNote {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** When it was acknowledged; null until then. */
  readonly notedAt: number | null;
}

/** A room as it runs. */
export interface RoomRow extends RoomPlan {
  readonly id: string;
  removed: boolean;
  /** Of a room that went: the sessions that it had then, which its screens go on to follow. */
  held?: readonly string[];
}

/** A poster as the event holds it. */
export interface PosterRow extends PosterPlan {
  readonly id: string;
  removed: boolean;
}

/** Milliseconds in a minute. */
export const minute = 60_000;

/** The first full minute after an instant, epoch milliseconds: what waits by the minute waits until then. */
export function nextMinute(at: number): number {
  return (Math.floor(at / minute) + 1) * minute;
}

/** How long the last call lasts for people in the room, in milliseconds. */
export const lastCallInRoom = 15_000;

/** Shortest last call for remote people, who see the room late, in milliseconds. */
export const lastCallRemote = 30_000;

/** How long a due session waits for an answer before it counts as started on time, in milliseconds. */
export const autorunAfter = 2 * minute;

/** Longest drift of a session that has not begun, in milliseconds. */
export const driftLimit = 60 * minute;

/** How long after its expected end a session that nobody started stays due, in milliseconds: as long as a start can be corrected. */
export const pastAfter = 12 * 60 * minute;

/** The status of a session in the words of the contract. */
export type SessionStatus = 'upcoming' | 'due' | 'onAir' | 'ended' | 'cancelled';

/** Whether a session takes questions at all; breaks and social programme have nobody to ask. */
export function takesQuestions(session: Pick<SessionRow, 'kind'>): boolean {
  return session.kind !== 'break' && session.kind !== 'social';
}

declare module '../state/tables.ts' {
  interface Tables {
    rooms: RoomRow;
    posters: PosterRow;
    sessions: SessionRow;
  }
}
