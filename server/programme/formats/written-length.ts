import type { FoundEnd } from '../schedule.ts';
import { plainDigits } from './plain-digits.ts';
import { momentOf } from './written-moment.ts';

const hour = 60;
const day = 24 * hour;
/** Longest length that anything in a schedule may have, in minutes; settling refuses sessions of more than a day. */
const longest = 7 * day;

/** A length in whole minutes, and what had to be assumed of how it is written; null where nothing had. */
export interface WrittenLength {
  minutes: number;
  assumed: string | null;
}

/**
 * Reads a length in any notation: `90`, `00:90`, `0:45`, `00:45:00`, `PT1H30M`, `45 min`, `1h30`, `1½ hours`,
 * `1時間30分`. Three numbers are hours, minutes and seconds; `withDays` says that the format writes days, hours and minutes
 * from 24 hours on, so that `1:02:30` can only be these, and `45:00` only hours. Null for anything else, and for no or a negative length.
 */
export function lengthIn(written: string, withDays = false): WrittenLength | null {
  const text = plainDigits(written.slice(0, 80).replace(/[¼½¾]/g, (part) => ofQuarters[part] ?? ''))
    .trim()
    .toLowerCase();
  if (text.length > 60) return null;
  const read = inClock(text, withDays) ?? inIso(text) ?? inWords(text);
  const minutes = Math.round(read?.minutes ?? 0);
  if (!read || minutes <= 0 || minutes > longest) return null;
  const assumed =
    read.as === undefined ? null : `"${written.trim()}" was taken as ${read.as}: ${minutes} minutes.`;
  return { minutes, assumed };
}

/** The end of an entry by its own field, else by its length; what stands there where neither can be read. */
export function endIn(end: string | null, duration: string | null): FoundEnd {
  const told = end === null ? null : momentOf(end);
  if (told !== null) return told;
  const length = lengthIn(duration ?? '');
  if (length !== null) return { minutes: length.minutes };
  const unread = end ?? duration;
  return unread === null ? null : { unread };
}

const ofQuarters: Readonly<Record<string, string>> = { '¼': '.25', '½': '.5', '¾': '.75' };

interface Read {
  minutes: number;
  /** In which of two possible ways it was read. */
  as?: string;
}

/** Numbers alone, or with colons between them, with or without the word for hours behind them. */
function inClock(text: string, withDays: boolean): Read | null {
  const alone = /^(\d{1,5})(?:[.,]0{1,4})?$/.exec(text)?.[1];
  if (alone !== undefined) return { minutes: Number(alone) };
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

const iso =
  /^\+?p(?:0+y)?(?:0+m)?(?:(\d{1,2})w)?(?:(\d{1,3})d)?(?:t(?:(\d{1,4}(?:[.,]\d{1,6})?)h)?(?:(\d{1,5}(?:[.,]\d{1,6})?)m)?(?:(\d{1,6}(?:[.,]\d{1,9})?)s)?)?$/;

/** A length of ISO 8601, also with zeros for what it does not have; years and months are none. */
function inIso(text: string): Read | null {
  const parts = iso.exec(text);
  if (!parts) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map(numberOf);
  return { minutes: (weeks * 7 + days) * day + hours * hour + minutes + seconds / 60 };
}

const hourWords =
  'h|hr|hrs|hour|hours|heure|heures|std|stunde|stunden|ora|ore|hora|horas|uur|uren|godz|timme|timmar|time|timer|ч|час|часа|часов|時間|小时|小時|个小时|時|시간';
const minuteWords =
  "m|mn|min|mins|minute|minutes|minuten|minuti|minuto|minutos|minuut|minut|minuty|minuter|minutter|мин|минут|минуты|分|分钟|分鐘|분|'|′|’";
const words = new RegExp(
  `^(?:(\\d{0,3}(?:[.,]\\d{1,4})?) ?(?:${hourWords})\\.?)?(?:(?:,| and| und| et| e| y| и)? ?(\\d{1,5}(?:[.,]\\d{1,4})?) ?(?:${minuteWords})?\\.?)?$`,
);

/** Numbers with the words for hours and minutes, as several languages write them. */
function inWords(text: string): Read | null {
  const [, hours, minutes] = words.exec(text) ?? [];
  if (hours === undefined && (minutes === undefined || /\d$/.test(text))) return null;
  return { minutes: numberOf(hours) * hour + numberOf(minutes) };
}

function numberOf(written: string | undefined): number {
  return Number((written ?? '').replace(',', '.'));
}
