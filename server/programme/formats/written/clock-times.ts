import { type DayHalf, inHalf, withoutHalf } from './day-halves.ts';
import { lengthIn, type WrittenLength } from './lengths.ts';
import { plainDigits } from './plain-digits.ts';

const noon = 12 * 60;
const day = 24 * 60;

/** A time of day as it is written; `half` where it says am or pm. */
interface Clock {
  minutes: number;
  half: DayHalf | null;
}

/** A start in minutes since midnight, and an end where one is written (`9:00–9:45`). */
export interface Span {
  start: number;
  end: number | null;
}

const separators =
  /[-‐‒–—―−=]*[>→⟶⇒]|[-‐‒–—―−~〜ー]+|\.{2,}|\s(?:to|bis|until|till|à|a|as|às|al|alle|til|tot|до|do)\s|から|至|到|부터/;
const firstWords =
  /^(?:from|von|vom|de|das|ab|um|at|kl|klo|godz|ore|dalle|dalle ore|alle|às|à|a las|las|с|в|od|o|h)\.? (?=\d)|^t(?=\d\d:)/;
const lastWords = /\s?(?:まで|까지|止|[-‐‒–—―−~〜]+)$/;

/**
 * Reads a time of day or a span of two: `9:00`, `09.00`, `9h30`, `2:30 PM`, `午後2時半`, `4:00 μ.μ.`, `9–10:30`, `0.375`;
 * null for others. Where only one of two says its half of the day, the other is the one that fits.
 */
export function spanOf(written: string): Span | null {
  const text = tidy(written);
  if (text.length > 60) return null;
  const alone = clockOf(text);
  if (alone) return { start: alone.minutes, end: null };
  const separator = separators.exec(text);
  if (!separator) return null;
  const from = clockOf(text.slice(0, separator.index).trim());
  const to = clockOf(text.slice(separator.index + separator[0].length).trim());
  if (!from || !to) return null;
  const start =
    from.half === null && to.half !== null ? fittingStart(from.minutes, to.minutes) : from.minutes;
  return { start, end: from.half !== null && to.half === null ? fittingEnd(to.minutes, start) : to.minutes };
}

/** `9:00` to `10:30 PM`: a start that names no half of the day is the last before the end. */
export function fittingStart(start: number, end: number): number {
  if (start >= noon + 60) return start;
  const morning = start % noon;
  const lasts = (from: number) => (end - from + day - 1) % day;
  return lasts(morning) < lasts(morning + noon) ? morning : morning + noon;
}

/** `11:00 AM` to `1:00`: an end that names no half of the day is the first after the start. */
export function fittingEnd(end: number, start: number): number {
  return end < start && end + noon > start ? end + noon : end;
}

/** Whether a time says in which half of the day it is. */
export function saysHalf(written: string): boolean {
  return clockOf(tidy(written))?.half != null;
}

/** The letters of a zone behind a time (`14:00 CET`), which is not followed. */
export function zoneLetters(written: string): string | null {
  const letters = /\s\(?([A-Z]{3,5}|[ECMP]T|(?:UTC|GMT) ?[+-]\d{1,2}(?::?\d{2})?)\)?$/.exec(
    written.slice(-14),
  )?.[1];
  return letters === undefined || /^(?:UHR|UUR|HRS|STD|NOON|PTG)$/.test(letters) ? null : letters;
}

function tidy(written: string): string {
  return plainDigits(written.slice(0, 100)).toLowerCase().replace(lastWords, '').trim();
}

const noons = new Set([
  'noon',
  'midday',
  '正午',
  '中午',
  '정오',
  'midi',
  'mediodía',
  'mezzogiorno',
  'mittag',
  'полдень',
]);
const midnights = new Set([
  'midnight',
  '午夜',
  '자정',
  'minuit',
  'medianoche',
  'mezzanotte',
  'mitternacht',
  'полночь',
]);

/** A zone behind a half of the day, or one with an offset. */
const zoneBehind =
  /(?<=[ap]\.? ?m\.?) ?\(?(?:[a-z]{3,5}|[ecmp]t)\)?$|(?<=[\dm.]) ?\(?(?:utc|gmt) ?[+-]\d{1,2}(?::?\d{2})?\)?$/;

const clock =
  /^(\d{1,2})(?: ?(?:[:.h時时点點시u]|uhr) ?(?:(\d{2})(?:[:.분分](\d{2})(?:[.,]\d{1,9})?)?|(半|반)) ?[분分秒]?(?: ?min)?| ?[h時时点點시u])?(?: ?(?:uhr|h|hs|hrs?|uur|u|น|ч|час|часа|часов|godz)\.?)?(?: \(?([a-z]{3,4})\)?)?$/;

function clockOf(written: string): Clock | null {
  const text = written.replace(zoneBehind, '').replace(/(?<=:\d{2} ?)([ap])\.?$/, '$1m');
  const word = text.replace(/^12(?:[:.]00)? ?(?=\p{L})/u, '');
  if (noons.has(word)) return { minutes: noon, half: null };
  if (midnights.has(word)) return { minutes: 0, half: null };
  if (/^0?[.,]\d{1,18}$/.test(text) || /^0\.\d{1,18}e-\d$/.test(text)) {
    return { minutes: Math.round(Number(text.replace(',', '.')) * day), half: null };
  }
  const { rest, half } = withoutHalf(text.replace(firstWords, ''));
  const read = minutesIn(rest, half !== null);
  const minutes = read === null || half === null ? read : inHalf(read, half);
  return minutes === null ? null : { minutes, half };
}

/** The minutes after midnight of a clock's reading; a bare number and a zone are a time only where `isTime` says so. */
function minutesIn(text: string, isTime: boolean): number | null {
  const compact = /^(\d{1,2})(\d{2})(?: ?(?:uhr|h|hrs?)\.?)?$/.exec(text);
  const [, hours, minutes, , halfHour, zone] = compact ? [...compact.slice(0, 3)] : (clock.exec(text) ?? []);
  if (hours === undefined || Number(hours) > 24 || Number(minutes ?? 0) > 59) return null;
  // `9 may` is no time in a zone.
  if (zone !== undefined && minutes === undefined && !isTime) return null;
  return Number(hours) * 60 + (halfHour === undefined ? Number(minutes ?? 0) : 30);
}

/**
 * Reads a length: in any notation, or as a workbook's part of a day (`0.03125`; of fewer digits they are hours). A number
 * alone is in the unit that the name of its column says.
 */
export function durationOf(written: string, column = ''): WrittenLength | null {
  const text = plainDigits(written).trim();
  const unit = /^\d{1,9}(?:[.,]\d{1,4})?$/.test(text) ? unitIn(column) : null;
  const part = /^0?[.,]\d{3,18}$/.test(text) ? Number(text.replace(',', '.')) * day : null;
  const minutes = Math.round(unit === null ? (part ?? 0) : Number(text.replace(',', '.')) * unit);
  if (unit !== null || part !== null) return minutes > 0 ? { minutes, assumed: null } : null;
  // A spreadsheet that shows lengths as times of day writes `12:45 AM` for 45 minutes.
  const clock = /^\d/.test(text) ? clockOf(tidy(text)) : null;
  if (clock?.half !== 'am' || clock.minutes === 0) return lengthIn(written);
  const assumed = `"${text}" was taken as hours and minutes: ${clock.minutes} minutes.`;
  return { minutes: clock.minutes, assumed };
}

const units: readonly (readonly [number, RegExp])[] = [
  [60, /^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|uren|godz|час|часы|ч|時間|小时|小時|시간)$/],
  [1, /^(?:m|mins?|minutes?|minuten|minuti|minutos|мин|минуты|分|分钟|分鐘|분)$/],
  [1 / 60, /^(?:s|secs?|seconds?|sek|sekunden|secondes|segundos|secondi|сек|секунды|秒|초)$/],
  [1 / 60_000, /^(?:ms|msecs?|milliseconds?|millisekunden)$/],
  [day, /^(?:days?|tage?|jours?)$/],
];

/** How many minutes one of the unit is that a column's name says: `Duration (h)`, `Dauer in Stunden`; null where it says none. */
function unitIn(column: string): number | null {
  const words = column
    .slice(0, 60)
    .toLowerCase()
    .split(/[^\p{L}:]+/u)
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  return words.length < 2 ? null : (units.find(([, pattern]) => pattern.test(last))?.[0] ?? null);
}
