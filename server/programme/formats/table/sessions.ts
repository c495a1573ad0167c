import { tellsKind } from '../../normalize/kinds.ts';
import type { FoundLink, FoundSession, FoundSpeaker, Schedule } from '../../normalize/schedule.ts';
import { quoted, type ScheduleBuilder } from '../schedule-builder.ts';
import { durationOf, fittingEnd, saysHalf, spanOf } from '../written/clock-times.ts';
import { dateOf, isCalendarDate } from '../written/dates.ts';
import { later } from '../written/moments.ts';
import { speakersIn } from '../written/speaker-names.ts';
import { startOf, type WrittenStart } from '../written/starts.ts';
import { webAddress } from '../written/web-address.ts';
import { type Days, daysOf, madeUpDay } from './calendar.ts';
import { offDial } from './dial.ts';
import type { ProgrammeRow } from './rows.ts';

const day = 24 * 60;

/** Makes sessions of the rows of all sheets; gives the made-up day where no row has a date, and says where none has a year. */
export function takeSessions(
  sheets: readonly (readonly ProgrammeRow[])[],
  otherYear: number | null,
  found: ScheduleBuilder,
): Pick<Schedule, 'madeUpDay' | 'yearless'> {
  const days = daysOf(sheets.flat(), otherYear, found);
  for (const sheet of offDial(sheets, found)) {
    let night = false;
    let before: { label: string; start: number } | null = null;
    for (const row of sheet) {
      const label = days.dayOf(row);
      if (label === null) continue;
      const { start } = row.start;
      const goesOn = before?.label === label && !(row.ownDate && row.start.date);
      night = goesOn && start < 5 * 60 && (night || (before?.start ?? 0) >= 17 * 60);
      before = { label, start };
      const out = outOf(row);
      if (out !== null) {
        found.skip(row.where, out);
        continue;
      }
      if (night) {
        const message = `"${row.title}" was taken to begin after midnight, on the night of ${label}.`;
        found.warn(row.where, message, row.line);
      }
      found.sessions.push(sessionOf(row, label, night ? day : 0, days, found));
    }
  }
  return { madeUpDay: days.dateless ? madeUpDay : null, ...(days.yearless && { yearless: true }) };
}

function sessionOf(
  row: ProgrammeRow,
  label: string,
  ahead: number,
  days: Days,
  found: ScheduleBuilder,
): FoundSession {
  const { where, line, title, start, cell } = row;
  const everywhere = /^(?:all|all rooms|alle|alle räume|toutes|everywhere)$/i.test(row.room ?? '');
  const place = webAddress(row.room);
  const local = later(`${label}T00:00`, ahead + start.start);
  return {
    where,
    line,
    key: cell('id') || null,
    title,
    start: start.instant ?? { local },
    end: endOf(row, local, days, found),
    room: everywhere || place !== null ? null : row.room,
    ...(everywhere && { everybody: true }),
    hints: hintsOf(row, found),
    speakers: speakersOf(row, found),
    abstract: cell('abstract') || null,
    links: [...(place === null ? [] : [{ label: 'Live', url: place }]), ...linksOf(row, found)],
    ...(isCancelled(cell('status'), row, found) && { cancelled: true }),
  };
}

/** Why a session does not take place at all; null for those that do, or were only cancelled. */
function outOf({ title, cell }: ProgrammeRow): string | null {
  const status = cell('status');
  const out = /^(?:reject|declin|withdraw|not accepted|abgelehnt|zurückgezogen|refus|rifiut|rechaz|rejeit)/i;
  return out.test(status) ? `${quoted(title)} does not take place (${status.slice(0, 40)})` : null;
}

/** Whether a status says that a session was cancelled; one that says neither that nor the usual is said. */
function isCancelled(status: string, { title, where, line }: ProgrammeRow, found: ScheduleBuilder): boolean {
  if (
    /^(?:cancel|abgesagt|entfällt|fällt aus|annul|cancelad|inställ|avlyst|odwołan|отмен|中止|取消|キャンセル|취소)/i.test(
      status,
    )
  )
    return true;
  const usual =
    /^(?:|confirmed|accepted|scheduled|ok|yes|final|fixed|published|bestätigt|angenommen|best[aä]tigt|confirm[ée]e?s?|accept[ée]e?s?|confirmad[oa]|確定|已确认)$/i;
  if (!usual.test(status))
    found.warn(where, `The status "${status.slice(0, 40)}" of ${quoted(title)} is not followed.`, line);
  return false;
}

/** The web addresses of all columns of links, under the names of their columns. */
function linksOf({ where, line, cells }: ProgrammeRow, found: ScheduleBuilder): FoundLink[] {
  return cells('link').flatMap(({ name, text }) => {
    const urls = text.split(/\s+/).flatMap((word) => webAddress(word) ?? []);
    if (urls.length === 0)
      found.warn(where, `${quoted(text)} under "${name.slice(0, 40)}" is no web address.`, line);
    return urls.map((url) => ({ label: name, url }));
  });
}

/** Its end: a time of its own, the second of a span, or after its length; an end before the start is of the next day. */
function endOf(row: ProgrammeRow, local: string, days: Days, found: ScheduleBuilder): FoundSession['end'] {
  const { cell, cells, where, line, title } = row;
  const written = cell('end') || (startOf(cell('endDate')) === null ? '' : cell('endDate'));
  const end = endTimeOf(row, written, local, days);
  if (end?.instant != null) return end.instant;
  const told = endOnDate(end, local, days) ?? endOnClock(row, end, written, local, found);
  if (told !== null) return told;
  const [{ text: duration, name } = { text: '', name: '' }] = cells('duration');
  const length = durationOf(duration, name);
  if (length !== null) {
    if (length.assumed !== null) found.warn(where, `The length of ${quoted(title)}: ${length.assumed}`, line);
    return { minutes: length.minutes };
  }
  const unread = written === '' ? duration : written;
  return unread === '' ? null : { unread };
}

/** The end on a date of its own; null where it names none, or one that is not after the start. */
function endOnDate(end: WrittenStart | null, local: string, days: Days): { local: string } | null {
  if (!end?.date || !isCalendarDate(end.date)) return null;
  const iso = days.isoOf(end.date);
  const at = iso === null ? local : later(`${iso}T00:00`, end.start);
  return at > local ? { local: at } : null;
}

/** The next time at which a clock shows the end, which may stand behind the start; null where it shows the start itself. */
function endOnClock(
  { start, cell, dial, where, line, title }: ProgrammeRow,
  end: WrittenStart | null,
  written: string,
  local: string,
  found: ScheduleBuilder,
): { local: string } | null {
  if (start.instant !== null || (end?.date && isCalendarDate(end.date))) return null;
  const told = end ? inAfternoon(end.start, start.start, cell('start'), written) : start.end;
  const until = told !== null && dial === true && !saysHalf(written) ? fittingEnd(told, start.start) : told;
  if (until === null || until === start.start) return null;
  const length = (until - start.start + day) % day || day;
  if (length > day / 2)
    found.warn(where, `"${title}" ends ${Math.round(length / 60)} hours after it begins.`, line);
  return { local: later(local, length) };
}

/** The time in which an end is written, with its date in a column of its own where that is another day. */
function endTimeOf({ cell }: ProgrammeRow, written: string, local: string, days: Days): WrittenStart | null {
  const end = startOf(written);
  const date = end?.date == null ? dateOf(cell('endDate')) : null;
  const isOther = date !== null && isCalendarDate(date) && days.isoOf(date) !== local.slice(0, 10);
  return end && isOther ? { ...end, date } : end;
}

/** `11:00 AM` to `1:00`: where only the start says its half of the day, an end after it is meant. */
function inAfternoon(end: number, start: number, startText: string, endText: string): number {
  const alike = saysHalf(startText) && !saysHalf(endText) && spanOf(endText) !== null;
  return alike ? fittingEnd(end, start) : end;
}

function hintsOf({ cell, cells, title, room, where, line }: ProgrammeRow, found: ScheduleBuilder): string[] {
  const type = cell('kind');
  if (type !== '' && !tellsKind(type))
    found.warn(
      where,
      `The type ${quoted(type)} of ${quoted(title)} tells no kind of session; its title does.`,
      line,
    );
  const words = ['kind', 'track', 'session'] as const;
  const texts = words.flatMap((field) => cells(field).map(({ text }) => text));
  return [...new Set(texts)].filter((text) => text !== title && (text !== room || cell('room') !== ''));
}

/** The people of a row; a column of affiliations has one for all, or as many as there are people. */
function speakersOf(
  { cell, cells, title, where, line }: ProgrammeRow,
  found: ScheduleBuilder,
): FoundSpeaker[] {
  const named = cells('speaker').length > 0 ? cells('speaker') : cells('authors');
  const speakers = named.flatMap(({ text }) => speakersIn(text));
  const written = cell('affiliation');
  const each = written.split(/[;|\n]/).map((part) => part.trim());
  if (written === '' || speakers.length === 0) return speakers;
  const affiliations = speakers.length === 1 ? [written] : each;
  if (affiliations.length !== speakers.length) {
    found.warn(
      where,
      `Whose ${quoted(written)} is in ${quoted(title)} cannot be told; it is not read.`,
      line,
    );
    return speakers;
  }
  return speakers.map((speaker, index) => ({ affiliation: affiliations[index], ...speaker }));
}
