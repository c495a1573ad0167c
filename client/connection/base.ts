/** The path below which this server stands, `/backrow`; empty where it has its host to itself. The page says it. */
export const base: string =
  typeof document === 'undefined' ? '' : (document.documentElement.dataset['base'] ?? '');

/**
 * Puts the path into the address bar where somebody opened the server without it, past its proxy: links, the badge's
 * cookie and what a display is known by are the same then.
 */
export function standBelow(): void {
  const { pathname, search, hash } = location;
  if (base !== '' && !isBelow(pathname))
    history.replaceState(history.state, '', base + pathname + search + hash);
}

function isBelow(path: string): boolean {
  return `${decoded(path)}/`.startsWith(`${decoded(base)}/`);
}

/** A part of an address without its percent signs; as it is where they mean nothing. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
