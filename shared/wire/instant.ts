/** An instant as it stands on the wire: ISO 8601 in UTC with milliseconds. Takes epoch milliseconds. */
export function iso(instant: number): string;
export function iso(instant: number | null): string | null;
export function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
