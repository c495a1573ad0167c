import type { FoundLink, FoundSession, FoundSpeaker, Moment } from '../schedule.ts';
import { momentOf } from './written-moment.ts';

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
  /** `HH:MM`, or `D:HH:MM` from 24 hours on. */
  duration: string | null;
  room: string | null;
  title: string | null;
  subtitle: string | null;
  track: string | null;
  type: string | null;
  abstract: string | null;
  description: string | null;
  persons: readonly string[];
  links: readonly FoundLink[];
  recording: string | null;
}

/** The day that an event is listed under: a label, and where the clock of old XML turns over. */
export interface FrabDay {
  date: string;
  /** Minutes after midnight before which a start belongs to the next calendar day. */
  change: number;
}

/** The minutes of `HH:MM` or, from 24 hours on, `D:HH:MM` (days, not seconds); null for anything else. */
export function frabMinutes(written: string | null): number | null {
  const parts = /^(?:(\d{1,3}):)?(\d{1,4}):([0-5]\d)$/.exec(written?.trim() ?? '');
  if (!parts) return null;
  const [days, hours, minutes] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0);
}

/** The session of a frab event, or why it is none. */
export function sessionOfFrab(
  event: FrabEvent,
  day: FrabDay | null,
): { session: FoundSession } | { skipped: { where: string; why: string } } {
  const key = event.guid ?? event.code ?? event.id;
  const named = event.title ?? '';
  const where = `event ${event.id ?? event.code ?? event.guid ?? `"${named.slice(0, 40)}"`}`;
  if (named === '') return { skipped: { where, why: 'it has no title' } };
  const start = startOf(event, day);
  if (start === null) {
    const told = event.date ?? event.start;
    const dateless = event.date === null && day === null && frabMinutes(event.start) !== null;
    const why = dateless ? 'its day has no date' : `its start cannot be read: ${told ?? 'none'}`;
    return { skipped: { where, why } };
  }
  const ends = event.end === null ? null : momentOf(event.end);
  const minutes = frabMinutes(event.duration);
  const length = minutes === null ? null : { minutes };
  return {
    session: {
      where,
      key,
      title: event.subtitle === null ? named : `${named}: ${event.subtitle}`,
      start,
      end: ends ?? length,
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

function startOf({ date, start }: FrabEvent, day: FrabDay | null): Moment | null {
  const told = date === null ? null : momentOf(date);
  if (told !== null) return told;
  const minutes = frabMinutes(start);
  if (day === null || minutes === null || minutes >= 24 * 60) return null;
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
