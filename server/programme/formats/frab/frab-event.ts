import { tellsKind } from '../../normalize/kinds.ts';
import type {
  FoundEnd,
  FoundLink,
  FoundSession,
  FoundSpeaker,
  Moment,
  Skipped,
} from '../../normalize/schedule.ts';
import { quoted, type ScheduleBuilder } from '../schedule-builder.ts';
import { clockIn, momentIn, untilClock } from '../written/ends.ts';
import { lengthIn } from '../written/lengths.ts';

/** An event of a frab schedule, be it written in JSON or XML: what both have, as text, null where it is empty. */
export interface FrabEvent {
  guid: string | null;
  code: string | null;
  id: string | null;
  /** ISO 8601 with offset; missing in old XML. */
  date: string | null;
  /** `HH:MM` of the day's clock. */
  start: string | null;
  end: string | null;
  /** Mostly `HH:MM`; other programs write `00:45:00`, `90` or `PT45M`. */
  duration: string | null;
  room: string | null;
  title: string | null;
  subtitle: string | null;
  track: string | null;
  type: string | null;
  abstract: string | null;
  description: string | null;
  persons: readonly string[];
  /** People of whom no name can be read. */
  unnamed: number;
  links: readonly FoundLink[];
  recording: string | null;
}

/** The day that an event is listed under: a label, and where the clock of old XML turns over. */
export interface FrabDay {
  date: string;
  /** Minutes after midnight before which a start belongs to the next calendar day. */
  change: number;
}

/** The session of a frab event, or why it is none. */
export function sessionOfFrab(
  event: FrabEvent,
  day: FrabDay | null,
  found: ScheduleBuilder,
): { session: FoundSession } | { skipped: Skipped } {
  const key = event.guid ?? event.code ?? event.id;
  const named = event.title ?? '';
  const where = `event ${event.id ?? event.code ?? event.guid ?? `"${named.slice(0, 40)}"`}`;
  if (named === '') return { skipped: { where, why: 'it has no title', unread: true } };
  const start = startOf(event, day);
  if (start === null) {
    const told = event.date ?? event.start;
    const dateless = event.date === null && day === null && clockIn(event.start) !== null;
    const why = dateless ? 'its day has no date' : `its start cannot be read: ${told ?? 'none'}`;
    return { skipped: { where, why, unread: true } };
  }
  const { end, assumed } = endOf(event, start);
  tellDoubts(event, { where, named, assumed }, found);
  return {
    session: {
      where,
      key,
      title: event.subtitle === null ? named : `${named}: ${event.subtitle}`,
      start,
      end,
      ...(day !== null && { day: day.date }),
      room: event.room,
      hints: event.type === null ? [] : [event.type],
      speakers: event.persons.map((name): FoundSpeaker => ({ name })),
      abstract: textOf(event),
      links: [
        ...event.links,
        ...(event.recording === null ? [] : [{ label: 'recording', url: event.recording }]),
      ],
    },
  };
}

/** Says what of an event could not be read, or was assumed. */
function tellDoubts(
  { unnamed, type }: FrabEvent,
  { where, named, assumed }: { where: string; named: string; assumed: string | null },
  found: ScheduleBuilder,
): void {
  if (unnamed > 0)
    found.warn(where, `${unnamed} of the people of ${quoted(named)} have no name that can be read.`);
  if (type !== null && !tellsKind(type))
    found.once(`The type ${quoted(type)} tells no kind of session; the titles do.`);
  if (assumed !== null) found.warn(where, `The length of ${quoted(named)}: ${assumed}`);
}

function startOf({ date, start }: FrabEvent, day: FrabDay | null): Moment | null {
  const told = date === null ? null : momentIn(date);
  if (told !== null) return told;
  return onDay(clockIn(start), day);
}

/** Its end, else its length; what can be read of the two counts. A time of day alone is the next after the start. */
function endOf(event: FrabEvent, start: Moment): { end: FoundEnd; assumed: string | null } {
  const { end, duration } = event;
  const told = end === null ? null : (momentIn(end) ?? untilClock(start, clockIn(end)));
  if (told !== null) return { end: told, assumed: null };
  const length = duration === null ? null : lengthIn(duration, true);
  if (length !== null) return { end: { minutes: length.minutes }, assumed: length.assumed };
  const unread = duration ?? end;
  return { end: unread === null || isNothing(unread) ? null : { unread }, assumed: null };
}

/** `00:00` and the like say that there is no length. */
function isNothing(duration: string): boolean {
  return /^[0:.]*$/.test(duration);
}

function onDay(minutes: number | null, day: FrabDay | null): Moment | null {
  if (day === null || minutes === null) return null;
  const midnight = Date.parse(`${day.date}T00:00:00Z`);
  if (Number.isNaN(midnight)) return null;
  const at = midnight + (minutes + (minutes < day.change ? 24 * 60 : 0)) * 60_000;
  return { local: new Date(at).toISOString().slice(0, 16) };
}

/** Abstract and description, both where they differ. */
function textOf({ abstract, description }: FrabEvent): string | null {
  if (abstract === null || description === null || abstract === description) return abstract ?? description;
  return `${abstract}\n\n${description}`;
}
