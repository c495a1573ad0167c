import { andMore, mostOfASort } from '../normalize/places.ts';
import type { Format, FoundPaper, FoundSession, Moment, Schedule, Skipped } from '../normalize/schedule.ts';

/** A title in quotes, as reasons name it: at most 80 characters of it. */
export function quoted(title: string | null): string {
  return `"${(title ?? '').slice(0, 80)}"`;
}

/** What a reader finds on its way through a file, in the order of the file. */
export class ScheduleBuilder {
  readonly sessions: FoundSession[] = [];
  readonly papers: FoundPaper[] = [];
  readonly skipped: Skipped[] = [];
  readonly warnings: { path: string; line?: number | undefined; message: string }[] = [];

  readonly #saidOnce = new Set<string>();

  skip(where: string, why: string): void {
    this.skipped.push({ where, why });
  }

  /** Leaves out what may be a session, and cannot be read. */
  unread(where: string, why: string): void {
    this.skipped.push({ where, why, unread: true });
  }

  warn(path: string, message: string, line?: number): void {
    this.warnings.push({ path, ...(line !== undefined && { line }), message });
  }

  /** Says something of the whole file, however often it is met. */
  once(message: string): void {
    if (!this.#saidOnce.has(message)) this.warn('(file)', message);
    this.#saidOnce.add(message);
  }

  /** Everything as a schedule; what the format does not know of the event is left out of `head`. */
  schedule(format: Format, head: Partial<Schedule> = {}): Schedule {
    const { sessions, papers, skipped } = this;
    const moments = sessions.flatMap(({ start, end }): Moment[] =>
      end !== null && ('instant' in end || 'local' in end) ? [start, end] : [start],
    );
    return {
      format,
      title: null,
      acronym: null,
      timezone: null,
      offsetsOnly: moments.length > 0 && moments.every((moment) => 'instant' in moment),
      madeUpDay: null,
      venue: null,
      rooms: [],
      sessions,
      papers,
      skipped,
      warnings: this.#bySort(),
      ...head,
    };
  }

  /** What was said, of each sort the first ten in words: notes that differ in numbers and quoted words only are of one. */
  #bySort(): Schedule['warnings'] {
    const sorts = new Map<string, string[]>();
    const first = this.warnings.filter(({ path, message }) => {
      const sort = message.replace(/"[^"]*"|\d+/g, '');
      const places = sorts.get(sort) ?? [];
      sorts.set(sort, places);
      return places.push(path) <= mostOfASort;
    });
    const more = [...sorts.values()].map((places) => places.slice(mostOfASort));
    return [
      ...first,
      ...more.flatMap((places) => (places.length > 0 ? [{ path: '(file)', message: andMore(places) }] : [])),
    ];
  }
}
