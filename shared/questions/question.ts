import * as z from 'zod/mini';
import type { Attendance } from '../people/participant.ts';
import type { Digest } from '../state/personal.ts';

/** The states of a question. `live` is what the interface calls *In the list*. */
export const questionStatuses = [
  'inReview',
  'live',
  'answered',
  'kept',
  'archived',
  'dismissed',
  'withdrawn',
  'merged',
] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

/** Longest question for a session in units, and in bytes of UTF-8; posters may hold longer ones. */
export const questionLimits = { units: 300, bytes: 2000, posterUnits: 1200, posterBytes: 8000 } as const;

/** How long a question may be: in units (a grapheme counts 1, an East Asian wide one 2), and in bytes of UTF-8. */
export interface TextLimit {
  units: number;
  bytes: number;
}

/** How long a question may be, for a session or about a poster. */
export function limitOf(poster: boolean): TextLimit {
  const { units, bytes, posterUnits, posterBytes } = questionLimits;
  return poster ? { units: posterUnits, bytes: posterBytes } : { units, bytes };
}

/** Most questions in one session's Up next. */
export const shortlistLimit = 5;

/** The reasons that have a message of their own; anything else is free text up to 200 characters. */
export const dismissReasons = ['answered', 'same', 'off-topic', 'reword', 'no-time', 'conduct'] as const;

/** Where a kept question goes. */
export interface KeptFor {
  for: 'panel' | 'poster' | 'written';
  session: string | null;
  poster: string | null;
}

/** A status and place that a question can be brought back to. */
export interface Place {
  status: QuestionStatus;
  upNext: number | null;
  keptFor: KeptFor | null;
  /** When its author withdrew it from there, epoch milliseconds. */
  withdrawnAt?: number;
  /** What it was merged into has had its place in Up next since. */
  lent?: boolean;
}

/** How sure intake is that the words of a question could offend: a mark for the moderator, never a verdict. */
export type LanguageHint = 'likely' | 'maybe';

/** What intake measured on a question's text, so that no rule looks at the text again. */
export const measuredSchema = z.strictObject({
  /** Length in units: a grapheme counts 1, East Asian wide ones 2. */
  units: z.int(),
  /** Words that could offend; absent where none were found. */
  hint: z.optional(z.enum(['likely', 'maybe'])),
});
export type Measured = z.infer<typeof measuredSchema>;

/** How the desk tells people apart without knowing them: one mark for a person's anonymous questions, another for named ones. */
export const askerMarksSchema = z.strictObject({ anonymous: z.string(), named: z.string() });
export type AskerMarks = z.infer<typeof askerMarksSchema>;

/** The last time a question stood on a screen: until when (epoch milliseconds), and for how long (milliseconds). */
export interface Screened {
  until: number;
  ms: number;
}

/** A question as the state holds it: texts are digests, never the words themselves. */
export interface QuestionRow {
  readonly id: string;
  /** The number people say aloud; given when it first becomes live (or answered, for one that was kept), never taken back. */
  n: number | null;
  /** Participant who asked; null for a question from the room's microphone. */
  by: string | null;
  anonymous: boolean;
  attendance: Attendance;
  marks: AskerMarks | null;
  session: string | null;
  poster: string | null;
  part: string | null;
  /** The speaker it is directed to. */
  to: string | null;
  text: Digest | null;
  /** A moderator's wording for the screen; the author's own stays beside it. */
  screen: Digest | null;
  /** Length of the text in units. */
  units: number;
  status: QuestionStatus;
  /** The status it got when it was asked: the outcome of asking, also for a repeat. */
  askedAs: QuestionStatus;
  askedAt: number;
  answeredAt: number | null;
  editedAt: number | null;
  reply: Digest | null;
  /** Whether the public may read the reply. */
  replyPublished: boolean;
  labels: readonly string[];
  mergedInto: string | null;
  /** Place in its session's Up next, from 1; null where it is not in it. */
  upNext: number | null;
  /** Why it was not taken; for its author and staff. */
  why: string | null;
  keptFor: KeptFor | null;
  /** Statuses and places to go back to, newest last. */
  past: readonly Place[];
  /** Whether a stage ever showed it. */
  shown: boolean;
  /** Words that could offend, as intake marked them; absent where it found none. */
  hint?: LanguageHint | null | undefined;
  /** Where it was asked, once it was approved elsewhere than there; absent otherwise. */
  origin?: { session: string | null; poster: string | null } | undefined;
  /** Absent while it was never taken off a screen. */
  screened?: Screened | undefined;
  /** The staff prepared it, and it has been nowhere since: until it has its number, the staff alone knows of it. */
  prepared?: true | undefined;
  /** It left a screen on which it had stood for ten seconds; absent until then. */
  stood?: boolean | undefined;
  /** Who supports it, by participant id. */
  voters: Set<string>;
}

/** The mark by which the desk tells askers apart: a person has one for anonymous questions and another for named ones. */
export function askerOf({ marks, anonymous }: Pick<QuestionRow, 'marks' | 'anonymous'>): string | null {
  return marks === null ? null : anonymous ? marks.anonymous : marks.named;
}

/** [Q36] Whether a question was prepared by the staff, who alone knows of it so far. */
export function isHidden({ prepared, n }: Pick<QuestionRow, 'prepared' | 'n'>): boolean {
  return prepared === true && n === null;
}

/** A report by somebody who thinks that a question should not stand. */
export interface ReportRow {
  readonly id: string;
  question: string;
  by: string;
  why: string;
  at: number;
  resolved: boolean;
}

declare module '../state/tables.ts' {
  interface Tables {
    questions: QuestionRow;
    reports: ReportRow;
  }
}

declare module '../state/recorder.ts' {
  interface Recorder {
    /** Keeps the words of a question, and measures them. `owner`: whose they are, where not their sender's. */
    question(
      path: string,
      raw: string,
      most: TextLimit,
      owner?: string,
    ): { text: Digest; measured: Measured };
    /** How the desk tells the sender's questions from others, with a name and without. */
    marks(): AskerMarks;
  }
}
