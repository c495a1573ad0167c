import * as z from 'zod/mini';
import { sessionKindSchema } from '../../../shared/rundown/session-kind.ts';
import { streamProviders } from '../../../shared/rundown/stream.ts';
import { instantAt, localAt, writtenAt } from '../../look/local-time.ts';

const minute = 60_000;

/*
 * The event file as this page changes it. It was made by the server; fields that nobody edits here are kept as they
 * are. What is typed is checked by the server alone, which says what is wrong and where.
 */

const speakerSchema = z.looseObject({
  name: z.string(),
  affiliation: z.optional(z.string()),
  remote: z.optional(z.boolean()),
});
/** One person on the programme, in a file. */
export type DraftSpeaker = z.infer<typeof speakerSchema>;

const partSchema = z.looseObject({
  id: z.optional(z.string()),
  title: z.string(),
  minutes: z.number(),
  speakers: z.optional(z.array(speakerSchema)),
});
/** A part of a session, in a file. */
export type DraftPart = z.infer<typeof partSchema>;

const sessionSchema = z.looseObject({
  id: z.optional(z.string()),
  kind: sessionKindSchema,
  title: z.string(),
  /** In the event's zone, `2026-04-26 08:10`. */
  start: z.string(),
  /** The event's own day, where the start alone does not say it. */
  day: z.optional(z.string()),
  minutes: z.number(),
  qa: z.optional(z.number()),
  shrinkTo: z.optional(z.number()),
  fixed: z.optional(z.boolean()),
  cancelled: z.optional(z.boolean()),
  room: z.optional(z.string()),
  speakers: z.optional(z.array(speakerSchema)),
  abstract: z.optional(z.string()),
  stream: z.optional(
    z.looseObject({
      provider: z.optional(z.enum(streamProviders)),
      id: z.optional(z.string()),
      url: z.optional(z.string()),
    }),
  ),
  parts: z.optional(z.array(partSchema)),
});
/** A session, in a file. */
export type DraftSession = z.infer<typeof sessionSchema>;

/** Whether people look for minutes for questions in a session of some kind: all others may have them. */
export function wantsQa(kind: DraftSession['kind']): boolean {
  return kind === 'talk' || kind === 'panel';
}

/** An event file as it comes from the server. */
export const draftSchema = z.looseObject({
  title: z.string(),
  timezone: z.string(),
  venue: z.optional(z.string()),
  rooms: z.optional(z.array(z.looseObject({ id: z.string(), name: z.string() }))),
  sessions: z.array(sessionSchema),
});
export type Draft = z.infer<typeof draftSchema>;

/** Fields of a session that take another value; undefined takes a field out. */
export type SessionEdit = { [F in keyof DraftSession]?: DraftSession[F] | undefined };

/** From how far on a session has gone to another time altogether, and carries nothing along; milliseconds. */
const farAway = 12 * 60 * minute;

/** What moves with a session: nothing, what stands right behind it in its room, or all that begins later on its day. */
export type Carry = 'none' | 'behind' | 'day';

/**
 * A draft with a session changed, the one at `index`. What it carries along moves by as much as its end does. Where it goes
 * to another day or room, nothing is carried along.
 */
export function edited(draft: Draft, index: number, edit: SessionEdit, carry: Carry): Draft {
  const before = draft.sessions[index];
  if (!before) return draft;
  const { timezone } = draft;
  const after = without({ ...before, ...edit, ...dayOf(before, edit.start) });
  const by = endOf(after, timezone) - endOf(before, timezone);
  const carries = by !== 0 && Math.abs(by) < farAway && after.room === before.room;
  const followers = carries ? carriedBy(draft, before, carry) : new Set<DraftSession>();
  return {
    ...draft,
    sessions: draft.sessions.map((session, at) => {
      if (at === index) return after;
      if (!followers.has(session)) return session;
      const start = writtenAt(instantAt(session.start, timezone) + by, timezone);
      return without({ ...session, start, ...dayOf(session, start) });
    }),
  };
}

/** The sessions that a change of one would carry along. */
export function carriedBy(draft: Draft, session: DraftSession, carry: Carry): Set<DraftSession> {
  if (carry === 'none') return new Set();
  return carry === 'behind' ? followersOf(draft, session) : laterThatDay(draft, session);
}

/** All that begins on the day of a session once it is over, in whatever room and after whatever pause; fixed ones stay. */
function laterThatDay(draft: Draft, session: DraftSession): Set<DraftSession> {
  const { timezone } = draft;
  const end = endOf(session, timezone);
  return new Set(
    draft.sessions.filter(
      (each) =>
        each !== session &&
        each.fixed !== true &&
        each.start.slice(0, 10) === session.start.slice(0, 10) &&
        instantAt(each.start, timezone) >= end,
    ),
  );
}

/** A session that goes to another date is no longer of the day that was said of it. */
function dayOf({ start: before }: DraftSession, start = before): SessionEdit {
  return start.slice(0, 10) === before.slice(0, 10) ? {} : { day: undefined };
}

/**
 * The sessions that stand right behind one in its room, one behind the other without a pause, up to the next fixed one
 * or the next for everybody: those a change would carry along.
 */
function followersOf(draft: Draft, session: DraftSession): Set<DraftSession> {
  const { timezone } = draft;
  const several = (draft.rooms?.length ?? 1) > 1;
  const stays = (each: DraftSession) => each.fixed === true || (several && each.room === undefined);
  const followers = new Set<DraftSession>();
  let last = session;
  for (let next: DraftSession | undefined = session; next; ) {
    const end = endOf(last, timezone);
    next = draft.sessions.find(
      (each) =>
        each !== session &&
        !followers.has(each) &&
        each.room === session.room &&
        instantAt(each.start, timezone) === end,
    );
    if (!next || stays(next)) break;
    followers.add(next);
    last = next;
  }
  return followers;
}

/** A draft with one more session: after the last, or of the present day's last room. */
export function withNewSession(draft: Draft, title: string): Draft {
  const { timezone } = draft;
  const last = draft.sessions.toSorted((a, b) => endOf(a, timezone) - endOf(b, timezone)).at(-1);
  const start = writtenAt(last ? endOf(last, timezone) : 0, timezone);
  const made: DraftSession = {
    kind: 'talk',
    title,
    start,
    minutes: 30,
    ...(last?.room !== undefined && { room: last.room }),
  };
  return { ...draft, sessions: [...draft.sessions, made] };
}

/** A draft in another zone: its clocks read the same there, and no offset of the zone before is left behind a start. */
export function withZone(draft: Draft, timezone: string): Draft {
  const sessions = draft.sessions.map((session) => ({ ...session, start: session.start.slice(0, 16) }));
  return { ...draft, timezone, sessions };
}

/**
 * What a session of a draft is called on this page, whatever others add or take away meanwhile: its id, or its place among
 * those that have none yet.
 */
export function keyIn(draft: Draft, index: number): string {
  const id = draft.sessions[index]?.id;
  const before = draft.sessions.slice(0, index).filter((session) => session.id === undefined);
  return id ?? `new ${before.length}`;
}

/** Where the session of a key stands in a draft; -1 where it is gone. */
export function indexOf(draft: Draft, key: string): number {
  return draft.sessions.findIndex((_, index) => keyIn(draft, index) === key);
}

/** A draft without a session. */
export function withoutSession(draft: Draft, index: number): Draft {
  return { ...draft, sessions: draft.sessions.filter((_, at) => at !== index) };
}

/** Whether two drafts, or parts of them, say the same, in whatever order their fields stand. */
export function equal(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

/** A replacer that puts the fields of objects in the order of their names. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The file as it is sent: empty fields left out, and its rules, which nobody edits here: they hold at once where they are set,
 * and what this page read of them before must not undo that.
 */
export function asFile({ policy: _, ...draft }: Draft): Blob {
  return new Blob([JSON.stringify(draft)]);
}

/** When a session ends, epoch milliseconds: its length is counted from an instant, whatever clocks do meanwhile. */
export function endOf({ start, minutes }: Pick<DraftSession, 'start' | 'minutes'>, zone: string): number {
  return instantAt(start, zone) + minutes * minute;
}

/** A session whose fields that are undefined are none at all. */
export function without(session: { [F in keyof DraftSession]?: DraftSession[F] | undefined }): DraftSession {
  return sessionSchema.parse(
    Object.fromEntries(Object.entries(session).filter(([, value]) => value !== undefined)),
  );
}

/** A session's day, and when it begins and ends by the clock of the event. */
export function spanOf(
  { start, minutes }: Pick<DraftSession, 'start' | 'minutes'>,
  zone: string,
): { day: string; from: string; to: string } {
  const end = localAt(endOf({ start, minutes }, zone), zone);
  return { day: start.slice(0, 10), from: start.slice(11, 16), to: end.slice(11, 16) };
}

/** From what length on an end is meant on the day of the start, before it: nobody talks through half a day and night; minutes. */
const tooLong = 12 * 60;

/**
 * Another length for a session that ends at a time of day: on the next day where that is not later than its start and still
 * that night. An end before the start has no length, or less than none: it is wrong, and said at its field.
 */
export function lengthUntil({ start }: Pick<DraftSession, 'start'>, to: string, zone: string): number {
  const begins = instantAt(start, zone);
  const day = start.slice(0, 10);
  const sameDay = instantAt(`${day} ${to}`, zone);
  const next = new Date(Date.parse(`${day}T12:00:00Z`) + 24 * 60 * minute).toISOString().slice(0, 10);
  const until = (end: number) => Math.round((end - begins) / minute);
  const overnight = until(instantAt(`${next} ${to}`, zone));
  return sameDay > begins || overnight > tooLong ? until(sameDay) : overnight;
}
