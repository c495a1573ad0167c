const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
  formats.set(key, made);
  return made;
}

/** The time of day of an instant (epoch ms) in a zone: `14:32`, with seconds where asked. */
export function clockTime(at: number, zone: string, seconds = false): string {
  return format(zone, { hour: '2-digit', minute: '2-digit', ...(seconds && { second: '2-digit' }) }).format(
    at,
  );
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(at: number, zone: string): string {
  const parts = format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** How many calendar days lie between two days `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A day in words: `Sunday 26 April`, or short: `Sun 26 Apr`. */
export function dayName(day: string, length: 'long' | 'short' = 'long'): string {
  const options = { weekday: length, day: 'numeric', month: length } as const;
  return format('UTC', options)
    .format(Date.parse(`${day}T12:00:00Z`))
    .replace(',', '');
}

/** A year after a day of another year than the present one, as in `Monday 29 November 2027`. */
export function dayNameInYear(day: string, now: number): string {
  const year = day.slice(0, 4);
  return year === dayIn(now, 'UTC').slice(0, 4) ? dayName(day) : `${dayName(day)} ${year}`;
}

/** Whether two zones show the same clock at an instant; then one time says it all. */
export function agree(at: number, one: string, other: string): boolean {
  return clockTime(at, one) === clockTime(at, other) && dayIn(at, one) === dayIn(at, other);
}
