/**
 * The four digits by which a desk and a person before a screen know the same display, a pure function of the display's
 * id at the desk (`main/6f9c…`): nothing has to be sent or kept for it. Two of a handful of displays share one by a rare
 * accident, and their names tell them apart then.
 */
export function displayCode(id: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  // The low bits of this hash hardly mix: those above them are folded in.
  return String((((hash >>> 16) ^ (hash & 0xffff) ^ (hash >>> 5)) % 10_000) >>> 0).padStart(4, '0');
}
