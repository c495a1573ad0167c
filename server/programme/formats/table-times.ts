import { lengthIn, type WrittenLength } from './written-length.ts';

const noon = 12 * 60;
const day = 24 * 60;

/** A time of day as it is written; `half` where it says am or pm. */
interface Clock {
  minutes: number;
  half: 'am' | 'pm' | null;
}

/** A start in minutes since midnight, and an end where one is written (`9:00–9:45`). */
export interface Span {
  start: number;
  end: number | null;
}

const clock =
  /^(\d{1,2})(?: ?[:.h時] ?(\d{2})(?:[:.分](\d{2}))? ?分?| ?[h時])?(?: ?(am|pm|uhr|h))?(?: \(?([a-z]{3,4})\)?)?$/;

/** Reads a time of day or a span of two: `9:00`, `09.00`, `9h30`, `2:30 PM`, `9–10:30`, `0.375`; null for others. */
export function spanOf(written: string): Span | null {
  const text = tidy(written);
  if (text.length > 60) return null;
  const alone = clockOf(text);
  if (alone) return { start: minuteOf(alone), end: null };
  const separator = /[-–—−~〜]|\s(?:to|bis|until|till|à|a|al|til)\s/.exec(text);
  if (!separator) return null;
  const from = clockOf(
    text
      .slice(0, separator.index)
      .replace(/^(?:from|von|de|ab) /, '')
      .trim(),
  );
  const to = clockOf(text.slice(separator.index + separator[0].length).trim());
  if (!from || !to) return null;
  const end = minuteOf(to);
  const start = minuteOf(from);
  const afternoon = from.half === null && to.half === 'pm' && from.minutes < noon && start + noon <= end;
  return { start: afternoon ? start + noon : start, end };
}

/** The letters of a zone behind a time (`14:00 CET`), which is not followed. */
export function zoneLetters(written: string): string | null {
  const letters = /\s\(?([A-Z]{3,4})\)?$/.exec(written.slice(-12))?.[1];
  return letters === undefined || letters === 'UHR' ? null : letters;
}

function tidy(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/([ap])\.? ?m\.?(?![a-z])/g, '$1m')
    .replace(/^午前\s?/, '')
    .trim();
}

function clockOf(text: string): Clock | null {
  if (text === 'noon' || text === 'midday') return { minutes: noon, half: null };
  if (text === 'midnight') return { minutes: 0, half: null };
  if (/^0?[.,]\d{1,18}$/.test(text) || /^0\.\d{1,18}e-\d$/.test(text)) {
    return { minutes: Math.round(Number(text.replace(',', '.')) * day), half: null };
  }
  const compact = /^(\d{1,2})(\d{2})$/.exec(text)?.slice(1);
  const [hours, minutes = '0', half] = compact ?? partsOf(text);
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return null;
  if (half === 'am' || half === 'pm') {
    return Number(hours) > 12 ? null : { minutes: Number(hours) * 60 + Number(minutes), half };
  }
  return { minutes: Number(hours) * 60 + Number(minutes), half: null };
}

function partsOf(text: string): [string | undefined, string | undefined, string | undefined] {
  const [, hours, minutes, , half, zone] = clock.exec(text) ?? [];
  // `9 may` is no time in a zone.
  const isTime = zone === undefined || minutes !== undefined || half !== undefined;
  return isTime ? [hours, minutes, half] : [undefined, undefined, undefined];
}

function minuteOf({ minutes, half }: Clock): number {
  if (half === null) return minutes;
  return (minutes % noon) + (half === 'pm' ? noon : 0);
}

/** Reads a length: in any notation, or as a workbook's part of a day (`0.03125`). */
export function durationOf(written: string): WrittenLength | null {
  const part = /^0?[.,]\d{1,18}$/.test(written) ? Number(written.replace(',', '.')) * day : null;
  if (part === null) return lengthIn(written);
  const minutes = Math.round(part);
  return minutes > 0 ? { minutes, assumed: null } : null;
}
