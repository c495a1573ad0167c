/** Rows of views as JSON. A row that is the same object has the same text, since rows are never changed in place. */
const written = new WeakMap<object, string>();

/** The JSON of a row or a field; of an object it is written once. */
export function jsonOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const known = written.get(value) ?? JSON.stringify(value);
  written.set(value, known);
  return known;
}
