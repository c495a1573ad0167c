import { inTab } from './device-storage.ts';

/** A page is not loaded anew by itself twice within so many milliseconds: what is missing then is missing for good. */
const pause = 60_000;
const key = 'backrow.anew';

/**
 * Whether the server has other pages than this one by now, and none of this one's files any more; null where it cannot
 * be asked.
 */
export async function isOutdated(): Promise<boolean | null> {
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  if (!entry) return false;
  try {
    const { ok, status } = await fetch(entry.src, { method: 'HEAD', cache: 'no-store' });
    return ok ? false : status === 404 ? true : null;
  } catch {
    return null;
  }
}

/** Loads the page anew without a question, unless that was done just now and did not help. */
export function loadAnew(): void {
  if (Date.now() - Number(inTab.read(key)) < pause) return;
  // A browser that keeps nothing cannot tell; it is left to a hand.
  if (inTab.write(key, String(Date.now()))) location.reload();
}
