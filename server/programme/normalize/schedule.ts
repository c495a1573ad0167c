import type { SessionKind } from '../../../shared/rundown/session-kind.ts';

/*
 * What a reader of one foreign format finds in a file, in that format's own words: nothing is normalized yet, nothing
 * is cut to size. normalize.ts makes an event file of it: ids, kinds, rooms, zones, lengths, breaks.
 */

/** The formats that can be read, each by a file of its own. */
export const formats = [
  'event',
  'frab-json',
  'frab-xml',
  'icalendar',
  'table',
  'sessionize-all',
  'sessionize-sessions',
  'sessionize-grid',
  'miniconf-calendar',
  'miniconf-papers',
  'openreview',
  'ontime',
] as const;
export type Format = (typeof formats)[number];

/**
 * A moment as a file tells it: an instant (epoch milliseconds), where it was written by a clock of the venue with how
 * many minutes that is ahead of UTC, or local time `YYYY-MM-DDTHH:MM` of a zone to be known.
 */
export type Moment = { instant: number; ahead?: number } | { local: string };

/** Somebody on the programme. */
export interface FoundSpeaker {
  name: string;
  affiliation?: string | undefined;
}

/** A link with what it is called; whether it is a paper, a stream or a recording is told later. */
export interface FoundLink {
  label: string;
  url: string;
}

/** A length in minutes, with what had to be assumed of how it is written. */
export interface FoundLength {
  minutes: number;
  assumed?: string | null;
}

/** How an end is found: a moment, a length in minutes, words that cannot be read (`20 sheep`), or nothing. */
export type FoundEnd = Moment | FoundLength | { unread: string } | null;

/** One programme item as it was found. */
export interface FoundSession {
  /** Where it stands, for people: `line 12`, `event 7`, `sheet "Day 1", row 4`. */
  where: string;
  line?: number | undefined;
  /** What identifies it in its own system (guid, code, UID, id); null where nothing does. */
  key: string | null;
  title: string;
  start: Moment;
  /** Its end, its length in minutes, or what stands there and cannot be read; null where the file does not say. */
  end: FoundEnd;
  /** The event's own day, `YYYY-MM-DD`, where the file says it: a label, also past midnight. */
  day?: string | undefined;
  /** The name of its room; null: of none, or of all. */
  room: string | null;
  /** It takes place for everybody (plenum). */
  everybody?: boolean | undefined;
  /** What the format itself knows for sure of its kind (service sessions are breaks). */
  kind?: SessionKind | undefined;
  /** Words that hint at its kind: type, track, category. */
  hints: readonly string[];
  speakers: readonly FoundSpeaker[];
  /** Text as it stands there: plain, Markdown or HTML. */
  abstract: string | null;
  links: readonly FoundLink[];
  cancelled?: boolean | undefined;
}

/** A paper of a proceedings list; posters are made of them. */
export interface FoundPaper {
  where: string;
  line?: number | undefined;
  key: string | null;
  title: string;
  authors: readonly string[];
  /** `oral`, `spotlight`, `poster` … where the file says it. */
  kind: string | null;
  abstract: string | null;
  links: readonly FoundLink[];
}

/** Something that was left out, where it stands and why. */
export interface Skipped {
  where: string;
  why: string;
  /** It is a session, or may be one, that cannot be read: not one that does not take place, or stands elsewhere. */
  unread?: boolean;
}

/** All that was found in one file. */
export interface Schedule {
  format: Format;
  /** The event's title and a short name for its slug, where the file has them. */
  title: string | null;
  acronym: string | null;
  /**
   * The IANA zone the file names for its local times; null where it names none. `offsetsOnly` says that all its times
   * have offsets, so that a zone is needed for showing only.
   */
  timezone: string | null;
  offsetsOnly: boolean;
  /** The times are times of day without a date (Ontime): `start.local` is counted from this made-up day. */
  madeUpDay: string | null;
  /** Its dates have no year, and nobody said one: they are those of a made-up year. */
  yearless?: boolean;
  venue: string | null;
  /** Names of rooms in their order; rooms that only sessions name are added. */
  rooms: readonly string[];
  /** What identifies rooms in their own system (guid, id), by their names, where the file says it. */
  roomKeys?: ReadonlyMap<string, string>;
  sessions: readonly FoundSession[];
  papers: readonly FoundPaper[];
  skipped: readonly Skipped[];
  /** What was assumed or looks wrong, each with its place. */
  warnings: readonly { path: string; line?: number | undefined; message: string }[];
}
