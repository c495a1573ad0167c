/**
 * The time of day that somebody typed, as `08:05`: in 24 hours, with a colon, a dot, an h or nothing between, or with am and
 * pm. Null where it is none. Not left to the browser: its own field writes 02:30 PM beside lists that say 14:30.
 */
export function typedTime(text: string): string | null {
  const found = written.exec(text.normalize('NFKC').trim());
  if (found === null) return null;
  const [, hours = '', minutes = '00', half = ''] = found;
  const hour = hourOf(Number(hours), half[0]?.toLowerCase());
  return hour === null || Number(minutes) > 59 ? null : `${String(hour).padStart(2, '0')}:${minutes}`;
}

const written = /^(\d{1,2})(?:\s?[:.h]?\s?(\d{2}))?\s?([ap]\.?m\.?)?$/i;

/** The hour of the day, 0 to 23, of one that is in its half (`a`, `p`) or in none; null where there is no such hour. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
