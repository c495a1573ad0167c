import * as z from 'zod/mini';
import { audienceSchema } from '../event/audience.ts';
import { policySchema } from '../event/policy.ts';
import { attendanceSchema } from '../people/participant.ts';
import { roleSchema } from '../people/role.ts';
import { scopeSchema } from '../people/scope.ts';
import { questionStatuses } from '../questions/question.ts';
import { sessionKindSchema } from '../rundown/session-kind.ts';
import { streamProviders } from '../rundown/stream.ts';
import { backgrounds, layouts, shownSchema, stageThemes } from '../stage/show.ts';

/**
 * What each role sees. These schemas are the wire: servers send exactly this, clients parse it and ignore what
 * they do not know. Every instant is ISO 8601 in UTC; null means: no value.
 */

const instant = z.nullable(z.string());
const text = z.nullable(z.string());

/** One person on the programme. */
export const speakerViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  affiliation: text,
  remote: z.boolean(),
});
export type SpeakerView = z.infer<typeof speakerViewSchema>;

/** A room with what its projector is called. */
export const roomViewSchema = z.object({ id: z.string(), name: z.string() });
export type RoomView = z.infer<typeof roomViewSchema>;

/** How many questions were asked, and what became of them. */
export const countersSchema = z.object({
  asked: z.number(),
  answered: z.number(),
  kept: z.number(),
  dismissed: z.number(),
  /** Staff only: how many there are of what a desk holds in part. */
  inReview: z.optional(z.number()),
  archived: z.optional(z.number()),
  merged: z.optional(z.number()),
  withdrawn: z.optional(z.number()),
});
export type Counters = z.infer<typeof countersSchema>;

/** The event itself, for everybody; never the passcode. `joinUrl` is null where people cannot reach this server yet. */
export const eventViewSchema = z.object({
  slug: z.string(),
  title: z.string(),
  timezone: z.string(),
  venue: text,
  code: z.string(),
  joinUrl: text,
  startsAt: z.string(),
  endsAt: z.string(),
  days: z.array(z.string()),
  rooms: z.array(roomViewSchema),
  codeOfConduct: text,
  contact: z.nullable(z.object({ name: text, email: text })),
  privacy: text,
  links: z.array(z.object({ label: z.string(), url: z.string() })),
  policy: policySchema,
  people: z.nullable(z.object({ inRoom: z.number(), remote: z.number() })),
  closed: z.boolean(),
  /** Counters that everybody may see. */
  counters: countersSchema,
  /** A session runs and nobody has been at a desk for a minute: what is asked waits, or is let in by itself. */
  unattended: z.optional(z.boolean()),
  /** Staff alone: by how much the server's own clock is ahead of the time that is used, in milliseconds; null: it is not. */
  clockAhead: z.optional(z.nullable(z.number())),
  /** For the staff: whether whoever joins is asked for a passcode. */
  door: z.optional(z.enum(['open', 'passcode'])),
  /** For the staff: how full the event is, in percent, from 80 on; null below. At 100 no more texts of the audience are taken. */
  filled: z.optional(z.nullable(z.number())),
});
export type EventView = z.infer<typeof eventViewSchema>;

const times = {
  plannedStart: z.string(),
  plannedEnd: z.string(),
  expectedStart: instant,
  expectedEnd: instant,
  startedAt: instant,
  endedAt: instant,
};

/** A part of a session with its own times. */
export const partViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  speakers: z.array(speakerViewSchema),
  ...times,
});
export type PartView = z.infer<typeof partViewSchema>;

/** A message from the chair to a session's speaker; `notedAt` is null until they acknowledged it. */
export const noteViewSchema = z.object({
  id: z.string(),
  text: z.string(),
  at: z.string(),
  notedAt: instant,
});
export type NoteView = z.infer<typeof noteViewSchema>;

/** Where a session can be watched. */
export const streamViewSchema = z.object({ provider: z.enum(streamProviders), id: text, url: text });

/** A programme item. `day` is the event's own day, also past midnight. */
export const sessionViewSchema = z.object({
  id: z.string(),
  kind: sessionKindSchema,
  title: z.string(),
  room: text,
  day: z.string(),
  speakers: z.array(speakerViewSchema),
  ...times,
  assumed: z.boolean(),
  status: z.enum(['upcoming', 'due', 'onAir', 'ended', 'cancelled']),
  /** A later session of its room has begun: nobody waits for this one, though it may still be started. */
  passed: z.boolean(),
  questions: z.enum(['open', 'lastCall', 'closed']),
  questionsCloseAt: instant,
  questionsMode: z.enum(['auto', 'open', 'lastCall', 'closed']),
  phase: z.enum(['collect', 'decide']),
  qaStart: instant,
  fixed: z.boolean(),
  stream: z.nullable(streamViewSchema),
  parts: z.array(partViewSchema),
  /** When everybody was told that it starts, ends and takes questions: what the staff alone knows is in the expected times; staff only. */
  toldStart: z.optional(instant),
  toldEnd: z.optional(instant),
  toldQaStart: z.optional(instant),
  /** When its turn came, where it is due: it may be expected later, for what runs over; staff only. */
  dueSince: z.optional(instant),
  /** Somebody said *Not yet*: it runs late by the minute; staff only. */
  notYet: z.optional(z.boolean()),
  /** How many minutes something fixed cuts off its end; staff only. */
  cut: z.optional(z.number()),
  /** What the chair wrote to the speaker, and when the speaker last said to see their page; staff only. */
  note: z.optional(z.nullable(noteViewSchema)),
  speakerSawAt: z.optional(instant),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

/** A question as its readers see it. `why` and `keptFor` are for its author and staff. */
export const questionViewSchema = z.object({
  id: z.string(),
  n: z.nullable(z.number()),
  session: text,
  poster: text,
  part: text,
  to: text,
  /** What to read: the screen version where there is one. Null where its text was erased or never written down. */
  text,
  /** Where it was asked, where that is another place than the one it belongs to now. */
  origin: z.optional(z.nullable(z.object({ session: text, poster: text }))),
  /** The author's own words where a moderator wrote a screen version; staff and the author only. */
  original: z.optional(text),
  author: z.nullable(z.object({ name: z.string() })),
  attendance: attendanceSchema,
  status: z.enum(questionStatuses),
  upvotes: z.nullable(z.number()),
  askedAt: z.string(),
  answeredAt: instant,
  reply: text,
  labels: z.array(z.string()),
  mergedInto: text,
  editedAt: instant,
  upNext: z.nullable(z.number()),
  why: z.optional(text),
  keptFor: z.optional(
    z.nullable(z.object({ for: z.enum(['panel', 'poster', 'written']), session: text, poster: text })),
  ),
  anonymous: z.optional(z.boolean()),
  /** Its author only: whether the rules would let them change its words and withdraw it. */
  can: z.optional(z.object({ edit: z.boolean(), withdraw: z.boolean() })),
  by: z.optional(text),
  asker: z.optional(text),
  texts: z.optional(z.object({ original: text, screen: text })),
  reports: z.optional(z.number()),
  /** Staff only: words that could offend, what a screen last showed of it, and whether its author was banned. */
  hint: z.optional(z.nullable(z.enum(['likely', 'maybe']))),
  screened: z.optional(z.nullable(z.object({ until: z.string(), seconds: z.number() }))),
  /** Staff only: it was answered, or has stood on a screen for ten seconds. */
  taken: z.optional(z.boolean()),
  banned: z.optional(z.boolean()),
  /** Staff only: nobody of this asker's questions was in the list before. */
  newcomer: z.optional(z.boolean()),
  /** Staff only: the staff prepared it, and nobody else knows of it yet. */
  prepared: z.optional(z.boolean()),
  /** Staff only: how many questions were merged into this one, directly. */
  merged: z.optional(z.number()),
});
export type QuestionView = z.infer<typeof questionViewSchema>;

/** What one room's projector shows. */
export const stageViewSchema = z.object({
  room: z.union([z.string(), roomViewSchema]),
  show: shownSchema,
  black: z.boolean(),
  since: z.string(),
});
export type StageView = z.infer<typeof stageViewSchema>;

/** A poster in lists. */
export const posterViewSchema = z.object({
  id: z.string(),
  session: text,
  number: z.nullable(z.number()),
  title: z.string(),
  authors: z.array(z.string()),
  kind: text,
});
export type PosterView = z.infer<typeof posterViewSchema>;

/** An announcement that holds now. */
export const messageViewSchema = z.object({
  id: z.string(),
  text: z.string(),
  to: audienceSchema,
  at: z.string(),
  until: instant,
});
export type MessageView = z.infer<typeof messageViewSchema>;

/** Me: who I am here, what I support, what I asked. */
export const meViewSchema = z.object({
  participant: z.string(),
  name: text,
  attendance: attendanceSchema,
  role: roleSchema,
  upvoted: z.array(z.string()),
  mine: z.array(z.string()),
});
export type MeView = z.infer<typeof meViewSchema>;

/** A report for the moderators. */
export const reportViewSchema = z.object({
  id: z.string(),
  question: z.string(),
  why: z.string(),
  at: z.string(),
  resolved: z.boolean(),
});
export type ReportView = z.infer<typeof reportViewSchema>;

/** What a display says it drew, for staff. `connected` false: it went away and is still missed. */
export const displayViewSchema = z.object({
  id: z.string(),
  /** The room it shows; null while it waits to be given one. */
  room: text,
  display: z.string(),
  /** What a desk called it and set; null: as its own link says. `claimed`: a desk set anything. */
  name: z.optional(text),
  claimed: z.optional(z.boolean()),
  layout: z.optional(z.nullable(z.enum(layouts))),
  background: z.optional(z.nullable(z.enum(backgrounds))),
  theme: z.optional(z.nullable(z.enum(stageThemes))),
  seq: z.number(),
  kind: z.string(),
  question: text,
  fits: z.boolean(),
  width: z.number(),
  height: z.number(),
  at: z.string(),
  connected: z.boolean(),
});
export type DisplayView = z.infer<typeof displayViewSchema>;

/** A display as it sees itself: what it is called, and what a desk set of its look. `id` is its id at the desk. */
export const ownDisplayViewSchema = z.object({
  id: z.string(),
  name: text,
  layout: z.nullable(z.enum(layouts)),
  background: z.nullable(z.enum(backgrounds)),
  theme: z.nullable(z.enum(stageThemes)),
});
export type OwnDisplayView = z.infer<typeof ownDisplayViewSchema>;

/** A colleague at a desk now, and which row they are at. */
export const staffViewSchema = z.object({
  id: z.string(),
  name: text,
  role: roleSchema,
  at: z.optional(z.nullable(z.object({ room: text, question: text, editing: z.boolean() }))),
});
export type StaffView = z.infer<typeof staffViewSchema>;

/** Somebody who came by a link and is no screen: who, in which role, and when last seen. */
export const crewViewSchema = z.object({
  id: z.string(),
  name: text,
  role: roleSchema,
  connected: z.boolean(),
  seenAt: instant,
  revoked: z.boolean(),
});
export type CrewView = z.infer<typeof crewViewSchema>;

/** An invite that was used or revoked, without its secret. */
export const inviteViewSchema = z.object({
  id: z.string(),
  role: roleSchema,
  name: text,
  /** The room, session or poster that it is for; null: none. */
  scope: z.nullable(scopeSchema),
  /** Who made it; null: the command line or the server itself, or nobody who is known. */
  maker: z.nullable(z.object({ name: text, role: roleSchema })),
  /** Whether it opens every event of the installation, and is revoked on its command line. */
  installation: z.boolean(),
  /** Whether it opens nothing any more: it was revoked, or what it rests on. */
  ended: z.boolean(),
  /** Whether it takes nobody new, since somebody who came by it was revoked; whoever came by it before stays. */
  closed: z.boolean(),
  madeAt: instant,
  uses: z.number(),
  limit: z.nullable(z.number()),
  lastUsedAt: instant,
  revokedAt: instant,
});
export type InviteView = z.infer<typeof inviteViewSchema>;

const byId = <T extends z.ZodMiniType>(row: T) => z.record(z.string(), row);

/** How many questions were taken of a session, by where their askers are. */
const balanceViewSchema = z.record(z.string(), z.object({ inRoom: z.number(), remote: z.number() }));

/** The question that a room's screen shows: what of it stands there. */
export const shownQuestionSchema = z.object({
  id: z.string(),
  n: z.nullable(z.number()),
  text,
  author: z.nullable(z.object({ name: z.string() })),
  attendance: attendanceSchema,
  upvotes: z.nullable(z.number()),
  /** The talk it belongs to, and which of its parts. */
  session: text,
  part: text,
});

/** Every field any view can have: collections by id, and single things. A role's view holds those the contract names. */
export const viewSchema = z.object({
  event: z.optional(eventViewSchema),
  sessions: z.optional(byId(sessionViewSchema)),
  questions: z.optional(byId(questionViewSchema)),
  stages: z.optional(byId(stageViewSchema)),
  posters: z.optional(byId(posterViewSchema)),
  polls: z.optional(byId(z.unknown())),
  messages: z.optional(byId(messageViewSchema)),
  displays: z.optional(byId(displayViewSchema)),
  reports: z.optional(byId(reportViewSchema)),
  staff: z.optional(byId(staffViewSchema)),
  crew: z.optional(byId(crewViewSchema)),
  /** Per session what everybody may know of its questions. */
  tallies: z.optional(byId(countersSchema)),
  invites: z.optional(byId(inviteViewSchema)),
  upNext: z.optional(byId(z.object({ position: z.number() }))),
  balance: z.optional(balanceViewSchema),
  room: z.optional(z.nullable(roomViewSchema)),
  stage: z.optional(z.nullable(stageViewSchema)),
  display: z.optional(z.nullable(ownDisplayViewSchema)),
  session: z.optional(z.nullable(sessionViewSchema)),
  question: z.optional(z.nullable(shownQuestionSchema)),
  note: z.optional(z.nullable(noteViewSchema)),
  me: z.optional(z.nullable(meViewSchema)),
});
export type View = z.infer<typeof viewSchema>;
