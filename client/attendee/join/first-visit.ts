import { remember, remembered } from '../ask/kept-texts.ts';

/**
 * Whether this device opens an event for the first time: it has no badge then, and need not hear so from the server. True
 * once; never where the browser keeps nothing, since a badge may be there from an earlier visit.
 */
export function isFirstVisit(slug: string): boolean {
  const key = `visited.${slug}`;
  return remembered(key) === null && remember(key, 'yes');
}
