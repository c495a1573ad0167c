import { quoted, type ScheduleBuilder } from '../schedule-builder.ts';
import { saysHalf } from '../written/clock-times.ts';
import { startOf } from '../written/starts.ts';
import type { ProgrammeRow } from './rows.ts';

const noon = 12 * 60;
const afternoon = noon + 60;
/** Before this nothing begins that stands behind the morning's rows, and nothing is read off a dial; minutes after midnight. */
const early = 7 * 60;

/**
 * Rows whose times are read off a dial of twelve hours, as in a table that shows none after 12:59 without a half of the
 * day: there `1:00` below `11:00` is in the afternoon, which is said. Other tables stay as they are.
 */
export function offDial(
  sheets: readonly (readonly ProgrammeRow[])[],
  found: ScheduleBuilder,
): readonly (readonly ProgrammeRow[])[] {
  if (!sheets.flat().every(fitsOnDial)) return sheets;
  return sheets.map((rows) => {
    let before: ProgrammeRow | null = null;
    return rows.map((row) => {
      const start = before && sameDay(before, row) ? laterOnDial(row, before.start.start) : row.start.start;
      if (start !== row.start.start) {
        const written = row.cell('start').slice(0, 40);
        found.warn(
          row.where,
          `"${written}" of ${quoted(row.title)} was taken to be in the afternoon.`,
          row.line,
        );
      }
      before = { ...row, start: { ...row.start, start }, dial: isTold(row) && start >= early };
      return before;
    });
  });
}

/** Whether a row's times could be on a dial: those that say no half of the day and stand without a date are before 13:00. */
function fitsOnDial(row: ProgrammeRow): boolean {
  const until = startOf(row.cell('end'))?.start ?? 0;
  return (
    !isTold(row) || (row.start.start < afternoon && (row.start.end ?? 0) < afternoon && until < afternoon)
  );
}

/** Whether nothing but the dial tells when a row begins. */
function isTold({ start, cell }: ProgrammeRow): boolean {
  const written = cell('start');
  const isBare = start.instant === null && start.date === null && !/\p{L}/u.test(written);
  return isBare && !saysHalf(written) && !saysHalf(cell('end'));
}

function sameDay(one: ProgrammeRow, other: ProgrammeRow): boolean {
  return !other.ownDate || JSON.stringify(one.date) === JSON.stringify(other.date);
}

/** The first time after that of the row above, where a row seems to go back from the day to the small hours. */
function laterOnDial(row: ProgrammeRow, above: number): number {
  const { start } = row.start;
  const goesBack =
    isTold(row) && start >= 60 && start < above && start + noon >= above && above >= early + 60;
  return goesBack && (start < early || above >= afternoon) ? start + noon : start;
}
