/** Instants that were written before: a day's timeline is written again at every change, mostly with the same ones. */
const written = new Map<number, string>();

/** Most instants that are kept; more of them begin anew. */
const mostWritten = 20_000;

/** An instant as it stands on the wire: ISO 8601 in UTC with milliseconds. Takes epoch milliseconds. */
export function iso(instant: number): string;
export function iso(instant: number | null): string | null;
export function iso(instant: number | null): string | null {
  if (instant === null) return null;
  const known = written.get(instant);
  if (known !== undefined) return known;
  if (written.size >= mostWritten) written.clear();
  const text = new Date(instant).toISOString();
  written.set(instant, text);
  return text;
}
