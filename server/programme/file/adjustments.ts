import type { EventFile } from './event-file.ts';
import { withoutOffset } from './local-time.ts';

/** What an import changes of the event file it reads. */
export interface Adjustments {
  slug?: string | undefined;
  /** IANA zone: local times stay as they are written. */
  timezone?: string | undefined;
  /** `YYYY-MM-DD` that the first session's day becomes; the other days follow. */
  date?: string | undefined;
  title?: string | undefined;
}

/** The file under another slug (then without its code, which is another event's) and title, in another zone, on other days. */
export function adjusted(file: EventFile, { slug, timezone, date, title }: Adjustments): EventFile {
  const [first] = file.sessions
    .map(({ start }) => dayOf(start))
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b);
  const by = date === undefined || first === undefined ? 0 : Date.parse(date) - first;
  const { code, ...rest } = file;
  const inZone = (written: string) =>
    timezone === undefined || timezone === file.timezone ? written : withoutOffset(written);
  const sameEvent = slug === undefined || slug === file.slug;
  return {
    ...rest,
    ...(slug !== undefined && { slug }),
    ...(sameEvent && code !== undefined && { code }),
    ...(timezone !== undefined && { timezone }),
    ...(title !== undefined && { title }),
    sessions: file.sessions.map((session) => ({
      ...session,
      start: inZone(moved(session.start, by)),
      ...(session.day !== undefined && { day: moved(session.day, by) }),
      ...(session.end !== undefined && { end: inZone(moved(session.end, by)) }),
    })),
  };
}

/** A local time some days later or earlier; one that no calendar has stays, so that it is said as it was written. */
function moved(written: string, by: number): string {
  const from = dayOf(written);
  if (by === 0 || !Number.isFinite(from)) return written;
  return `${new Date(from + by).toISOString().slice(0, 10)}${withoutOffset(written).slice(10)}`;
}

/** The day of a local time as milliseconds of whole days; NaN where no calendar has it. */
function dayOf(written: string): number {
  return Date.parse(written.trim().slice(0, 10));
}
