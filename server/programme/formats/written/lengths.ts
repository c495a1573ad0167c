import { lengthInWords } from './length-words.ts';
import { plainDigits } from './plain-digits.ts';

const hour = 60;
const day = 24 * hour;
/** Longest length that anything in a schedule may have, in minutes; normalize refuses sessions of more than a day. */
const longest = 7 * day;

/** A length in whole minutes, and what had to be assumed of how it is written; null where nothing had. */
export interface WrittenLength {
  minutes: number;
  assumed: string | null;
}

/**
 * Reads a length in any notation: `90`, `00:90`, `0:45`, `00:45:00`, `PT1H30M`, `45 min`, `1h30`, `1½ hours`,
 * `1時間30分`, `20 + 10 min`. Three numbers are hours, minutes and seconds; `withDays` says that the format writes days, hours and minutes
 * from 24 hours on, so that `1:02:30` can only be these, and `45:00` only hours. More minutes than a day has are seconds, or
 * milliseconds. Null for anything else, and for no or a negative length.
 */
export function lengthIn(written: string, withDays = false): WrittenLength | null {
  const text = plainDigits(written.slice(0, 80).replace(/[¼½¾]/g, (part) => ofQuarters[part] ?? ''))
    .trim()
    .toLowerCase()
    .replace(about, '')
    .replace(/(?<=\d)\s+(?=\.\d)/, '');
  if (text.length > 60) return null;
  const read = readIn(text, withDays) ?? sumIn(text, withDays);
  const minutes = Math.round(read?.minutes ?? 0);
  if (!read || minutes <= 0 || minutes > longest) return null;
  const assumed =
    read.as === undefined ? null : `"${written.trim()}" was taken as ${read.as}: ${minutes} minutes.`;
  return { minutes, assumed };
}

const ofQuarters: Readonly<Record<string, string>> = { '¼': '.25', '½': '.5', '¾': '.75' };
const about = /^(?:ca\.?|circa|approx\.?|approximately|about|etwa|rund|env\.?|environ|[~≈約约약])\s*(?=\d)/;

interface Read {
  minutes: number;
  /** In which of two possible ways it was read. */
  as?: string;
}

function readIn(text: string, withDays: boolean): Read | null {
  return inClock(text, withDays) ?? inDecimals(text) ?? inIso(text) ?? lengthInWords(text);
}

/** A talk and its questions: `20+10`, `20 min + 10 min Q&A`. */
function sumIn(text: string, withDays: boolean): Read | null {
  const parts = text
    .split('+')
    .map((part) => part.replace(/\s(?:talk|q&a|q\/a|questions|discussion)$/, '').trim());
  const read = parts.map((part) => readIn(part, withDays));
  if (parts.length < 2 || parts.length > 4 || !read.every((part) => part !== null)) return null;
  return { minutes: read.reduce((sum, part) => sum + (part?.minutes ?? 0), 0), as: 'a sum' };
}

/** Numbers alone, or with colons between them, with or without the word for hours behind them. */
function inClock(text: string, withDays: boolean): Read | null {
  // `0 days 00:45:00` and `0.00:45:00`, as programs write lengths that may have days.
  const [, days, clock] =
    /^(\d{1,2})(?:\.| ?(?:d|days?|tage?),? | )(\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?)$/.exec(text) ?? [];
  if (clock !== undefined) return { minutes: Number(days) * day + (inClock(clock, false)?.minutes ?? 0) };
  const alone = /^(\d{1,8})(?:[.,]0{1,4})?$/.exec(text)?.[1];
  if (alone !== undefined) return ofNumber(Number(alone));
  const parts =
    /^(\d{1,3}):(\d{1,3})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?(?:h|hrs?|hours?|std\.?|stunden?|uhr))?$/.exec(
      text,
    );
  if (!parts) return null;
  const [first = '', second = '', third] = parts.slice(1);
  const [a, b] = [Number(first), Number(second)];
  if (third === undefined) {
    if (!withDays && a > 24 && b === 0) return { minutes: a, as: 'minutes and seconds' };
    return { minutes: a * hour + b };
  }
  const daysFirst = withDays && /^[1-9]\d?$/.test(first) && b < 24;
  if (daysFirst && third !== '00') return { minutes: a * day + b * hour + Number(third) };
  const minutes = a * hour + b + Number(third) / 60;
  return daysFirst ? { minutes, as: 'hours, minutes and seconds' } : { minutes };
}

/** A number without a unit: minutes, or parts of them where these would be more than a day. */
function ofNumber(number: number): Read {
  if (number <= day) return { minutes: number };
  if (number <= day * 60) return { minutes: number / 60, as: 'seconds' };
  return { minutes: number / 60_000, as: 'milliseconds' };
}

/**
 * Hours with a point or comma: `1.5` is an hour and a half. Of two digits behind it (`1.30`) either is possible: they are
 * minutes, unless they are hundredths that make five minutes (`1.25`).
 */
function inDecimals(text: string): Read | null {
  const [, hours, behind = ''] =
    /^(\d{1,2})?[.,](\d{1,2})(?: ?(?:h|hrs?|hours?|std\.?|stunden?))?$/.exec(text) ?? [];
  if (behind === '' || Number(hours ?? 0) > 24) return null;
  const decimal = Number(`${hours ?? 0}.${behind}`) * hour;
  const isDecimal = behind.length === 1 || Number(behind) > 59 || Math.round(decimal * 100) % 500 === 0;
  if (isDecimal) return { minutes: decimal, ...(!/[a-z]/.test(text) && { as: 'hours' }) };
  return { minutes: Number(hours ?? 0) * hour + Number(behind), as: 'hours and minutes' };
}

const iso =
  /^\+?p(?:0+y)?(?:0+m)?(?:(\d{1,2})w)?(?:(\d{1,3})d)?(?:t(?:(\d{1,4}(?:[.,]\d{1,6})?)h)?(?:(\d{1,5}(?:[.,]\d{1,6})?)m)?(?:(\d{1,6}(?:[.,]\d{1,9})?)s)?)?$/;

/** A length of ISO 8601, also with zeros for what it does not have; years and months are none. */
function inIso(text: string): Read | null {
  const parts = iso.exec(text);
  if (!parts) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map(numberOf);
  return { minutes: (weeks * 7 + days) * day + hours * hour + minutes + seconds / 60 };
}

function numberOf(written: string | undefined): number {
  return Number((written ?? '').replace(',', '.'));
}
