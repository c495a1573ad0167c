import { randomId } from '../connection/random-id.ts';

/**
 * The id by which a desk knows this display again after every reload and power cut. One address is one display: two
 * windows of a mixing computer with different layouts are two.
 */
export function displayId(): string {
  const address = `${location.pathname}${location.search}`;
  const known = ids.get(address) ?? kept(address);
  ids.set(address, known);
  return known;
}

const ids = new Map<string, string>();

/** What this browser keeps for an address; where it keeps nothing, the id lasts as long as the page. */
function kept(address: string): string {
  const key = `backrow.display${address}`;
  try {
    const known = localStorage.getItem(key);
    if (known !== null && /^[^/]{1,64}$/.test(known)) return known;
    const made = randomId();
    localStorage.setItem(key, made);
    return made;
  } catch {
    return randomId();
  }
}
