import type { FoundLink, FoundSession, FoundSpeaker, Schedule } from '../schedule.ts';
import { type Gathering, quoted } from './gathering.ts';
import { speakersIn } from './speaker-names.ts';
import { isoDate, orderOf, type WrittenDate } from './table-dates.ts';
import type { ProgrammeRow } from './table-rows.ts';
import { startOf } from './table-starts.ts';
import { durationOf, spanOf } from './table-times.ts';
import { webAddress } from './web-address.ts';
import { later } from './written-moment.ts';

/** The day that times of day are counted from, where a table has no dates. */
const madeUpDay = '2000-01-01';
const day = 24 * 60;

/** Makes sessions of the rows of all sheets; gives the made-up day where no row has a date. */
export function takeSessions(
  sheets: readonly (readonly ProgrammeRow[])[],
  otherYear: number | null,
  found: Gathering,
): Pick<Schedule, 'madeUpDay'> {
  const rows = sheets.flat();
  const dates = rows.flatMap(({ date }) => date ?? []);
  const dateless =
    rows.length > 0 && dates.every(({ kind }) => kind === 'number') && rows.every(withoutInstant);
  const calendar = dateless ? null : new Calendar(dates, otherYear, found);
  for (const [index, sheet] of sheets.entries()) {
    let night = false;
    let before: { label: string; start: number } | null = null;
    for (const row of sheet) {
      const label = calendar ? calendar.dayOf(row) : madeUpDayOf(row.date, index);
      if (label === null) continue;
      const { start } = row.start;
      const goesOn = before?.label === label && !(row.ownDate && row.start.date);
      night = goesOn && start < 5 * 60 && (night || (before?.start ?? 0) >= 17 * 60);
      before = { label, start };
      if (night) {
        const message = `"${row.title}" was taken to begin after midnight, on the night of ${label}.`;
        found.warn(row.where, message, row.line);
      }
      found.sessions.push(sessionOf(row, label, night ? day : 0, found));
    }
  }
  return { madeUpDay: dateless ? madeUpDay : null };
}

function withoutInstant({ start }: ProgrammeRow): boolean {
  return start.instant === null;
}

function madeUpDayOf(date: WrittenDate | null, sheet: number): string {
  const days = date?.kind === 'number' ? date.number - 1 : sheet;
  return later(`${madeUpDay}T00:00`, days * day).slice(0, 10);
}

/** The dates of a table: whether days come first, and which year is meant. */
class Calendar {
  readonly #found: Gathering;
  readonly #dayFirst: boolean;
  readonly #years = new Map<WrittenDate, number>();

  constructor(dates: readonly WrittenDate[], otherYear: number | null, found: Gathering) {
    this.#found = found;
    const distinct = [...new Set(dates)];
    const { dayFirst, assumed } = orderOf(distinct);
    this.#dayFirst = dayFirst;
    if (assumed !== null) found.warn('(file)', assumed);
    const written = distinct.flatMap((date) => ('year' in date ? (date.year ?? []) : []));
    let near = written[0] ?? otherYear;
    for (const date of distinct) {
      if (!('year' in date)) continue;
      near = date.year ?? near;
      if (near !== null) this.#years.set(date, near);
    }
    const yearless = distinct.some((date) => 'year' in date && date.year === null);
    if (yearless && near !== null) found.warn('(file)', `Dates without a year were taken to be in ${near}.`);
  }

  /** The day of a row, `YYYY-MM-DD`; null, and skipped, where it has none. */
  dayOf({ start, date, title, where }: ProgrammeRow): string | null {
    if (start.instant !== null) return new Date(start.instant).toISOString().slice(0, 10);
    if (!date || date.kind === 'number') {
      this.#found.skip(where, `${quoted(title)} has no date`);
      return null;
    }
    const iso = isoDate(date, this.#dayFirst, this.#years.get(date) ?? null);
    if (iso !== null && iso !== 'year') return iso;
    this.#found.skip(
      where,
      `${quoted(title)} has a date ${iso === 'year' ? 'without a year' : 'that is in no calendar'}`,
    );
    return null;
  }
}

function sessionOf(row: ProgrammeRow, label: string, ahead: number, found: Gathering): FoundSession {
  const { where, line, title, start, cell, cells } = row;
  const everywhere = /^(?:all|all rooms|alle|alle räume|toutes|everywhere)$/i.test(row.room ?? '');
  const local = later(`${label}T00:00`, ahead + start.start);
  return {
    where,
    line,
    key: cell('id') || null,
    title,
    start: start.instant === null ? { local } : { instant: start.instant },
    end: endOf(row, local, label, found),
    room: everywhere ? null : row.room,
    ...(everywhere && { everybody: true }),
    hints: hintsOf(row),
    speakers: speakersOf(row),
    abstract: cell('abstract') || null,
    links: cells('link').flatMap(({ name, text }): FoundLink[] =>
      text.split(/\s+/).flatMap((word) => {
        const url = webAddress(word);
        return url === null ? [] : [{ label: name, url }];
      }),
    ),
    ...(/^(?:cancel|abgesagt|entfällt|annul)/i.test(cell('status')) && { cancelled: true }),
  };
}

/** Its end: a time of its own, the second of a span, or after its length; an end before the start is of the next day. */
function endOf(row: ProgrammeRow, local: string, label: string, found: Gathering): FoundSession['end'] {
  const { start, cell, where, line, title } = row;
  const written = cell('end');
  const end = startOf(written);
  const minutes = durationOf(cell('duration'));
  if (end?.instant != null) return { instant: end.instant };
  if (end?.date && 'year' in end.date && end.date.year !== null) {
    const iso = isoDate(end.date, true, null);
    const at = iso === null ? local : later(`${iso}T00:00`, end.start);
    if (at > local) return { local: at };
  } else if (start.instant === null) {
    const until = end ? inAfternoon(end.start, start.start, cell('start'), written) : start.end;
    if (until !== null && until !== start.start) {
      const length = (until - start.start + day) % day || day;
      if (length > day / 2)
        found.warn(where, `"${title}" ends ${Math.round(length / 60)} hours after it begins.`, line);
      return { local: later(local, length) };
    }
  }
  if (minutes !== null) return { minutes };
  if (written !== '' && !end)
    found.warn(where, `The end "${written.slice(0, 60)}" on ${label} cannot be read.`, line);
  return null;
}

/** `11:00 AM` to `1:00`: without am or pm an end after the start is meant. */
function inAfternoon(end: number, start: number, startText: string, endText: string): number {
  const halves = /[ap]\.?\s?m/i;
  const alike = halves.test(startText) && !halves.test(endText) && spanOf(endText) !== null;
  return alike && end < start && end + day / 2 > start ? end + day / 2 : end;
}

function hintsOf({ cell, cells, title, room }: ProgrammeRow): string[] {
  const words = ['kind', 'track', 'session'] as const;
  const texts = words.flatMap((field) => cells(field).map(({ text }) => text));
  return [...new Set(texts)].filter((text) => text !== title && (text !== room || cell('room') !== ''));
}

function speakersOf({ cell, cells }: ProgrammeRow): FoundSpeaker[] {
  const named = cells('speaker').length > 0 ? cells('speaker') : cells('authors');
  const speakers = named.flatMap(({ text }) => speakersIn(text));
  const affiliation = cell('affiliation');
  const [only] = speakers;
  if (speakers.length !== 1 || !only || affiliation === '' || only.affiliation !== undefined) return speakers;
  return [{ ...only, affiliation }];
}
