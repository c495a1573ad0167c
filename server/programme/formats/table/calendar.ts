import { DateTime } from 'luxon';
import { quoted, type ScheduleBuilder } from '../schedule-builder.ts';
import {
  type CalendarDate,
  dateOf,
  isCalendarDate,
  isoDate,
  orderOf,
  type WrittenDate,
} from '../written/dates.ts';
import { later } from '../written/moments.ts';
import { startOf } from '../written/starts.ts';
import type { ProgrammeRow } from './rows.ts';

/** The day that times of day are counted from, where a table has no dates. */
export const madeUpDay = '2000-01-01';

/** The year of dates where nobody says theirs. */
const madeUpYear = 2000;

/** Gives each row of a table its day, `YYYY-MM-DD`; null, with the row skipped, where it has none. */
export interface Days {
  dateless: boolean;
  /** The dates are those of a made-up year. */
  yearless: boolean;
  dayOf(row: ProgrammeRow): string | null;
  /** A written date of the table as `YYYY-MM-DD`; null where no calendar has that day, or the table has no dates. */
  isoOf(date: CalendarDate): string | null;
}

/** The days of a table: dates, or the made-up day and those after it where no row has a date. */
export function daysOf(
  rows: readonly ProgrammeRow[],
  otherYear: number | null,
  found: ScheduleBuilder,
): Days {
  const dates = rows.flatMap(({ date, cell }) =>
    [date, startOf(cell('end'))?.date, startOf(cell('endDate'))?.date, dateOf(cell('endDate'))].flatMap(
      (each) => each ?? [],
    ),
  );
  if (dates.some(isCalendarDate) || rows.length === 0 || rows.some(({ start }) => start.instant !== null)) {
    return new Calendar(dates, otherYear, found);
  }
  const first = dates.find((date) => date.kind === 'weekday')?.weekday ?? 0;
  const numberOf = (date: WrittenDate | null) => {
    if (date?.kind === 'weekday') return (date.weekday - first + 7) % 7;
    return date?.kind === 'number' ? date.number - 1 : 0;
  };
  const dayOf = ({ date }: ProgrammeRow) =>
    later(`${madeUpDay}T00:00`, numberOf(date) * 24 * 60).slice(0, 10);
  return { dateless: true, yearless: false, dayOf, isoOf: () => null };
}

/** The dates of a table: whether days come first, and which year is meant. */
class Calendar implements Days {
  readonly dateless = false;
  readonly yearless: boolean;
  readonly #found: ScheduleBuilder;
  readonly #dayFirst: boolean;
  readonly #years = new Map<WrittenDate, number>();
  readonly #near: number | null;
  readonly #wrong = new Set<string>();

  constructor(dates: readonly WrittenDate[], otherYear: number | null, found: ScheduleBuilder) {
    this.#found = found;
    const distinct = [...new Set(dates)];
    const { dayFirst, assumed } = orderOf(distinct);
    this.#dayFirst = dayFirst;
    if (assumed !== null) found.warn('(file)', assumed);
    const written = distinct.flatMap((date) => (isCalendarDate(date) ? (date.year ?? []) : []));
    let near = written[0] ?? otherYear;
    for (const date of distinct) {
      if (!isCalendarDate(date)) continue;
      near = date.year ?? near;
      if (near !== null) this.#years.set(date, near);
    }
    this.#near = near;
    const without = distinct.some((date) => isCalendarDate(date) && date.year === null);
    if (without && near !== null) found.warn('(file)', `Dates without a year were taken to be in ${near}.`);
    this.yearless = without && near === null;
  }

  isoOf(date: CalendarDate): string | null {
    return isoDate(date, this.#dayFirst, date.year ?? this.#years.get(date) ?? this.#near ?? madeUpYear);
  }

  /** The day of a row, `YYYY-MM-DD`; null, and skipped, where it has none. */
  dayOf({ start, date, title, where, line }: ProgrammeRow): string | null {
    if (start.instant !== null) return new Date(start.instant.instant).toISOString().slice(0, 10);
    if (!date || !isCalendarDate(date)) {
      this.#found.unread(where, `${quoted(title)} has no date`);
      return null;
    }
    const iso = this.isoOf(date);
    if (iso === null) this.#found.unread(where, `${quoted(title)} has a date that is in no calendar`);
    else this.#sayWeekday(date, iso, where, line);
    return iso;
  }

  /** Says once that a date names another weekday than its own. */
  #sayWeekday(date: CalendarDate, iso: string, where: string, line: number): void {
    const own = DateTime.fromISO(iso, { zone: 'utc' });
    const isWrong = date.weekday !== undefined && date.year !== null && own.weekday !== date.weekday + 1;
    if (!isWrong || this.#wrong.has(iso)) return;
    this.#wrong.add(iso);
    this.#found.warn(
      where,
      `The date ${iso} names a weekday that it is not; it is a ${own.setLocale('en').weekdayLong}.`,
      line,
    );
  }
}
