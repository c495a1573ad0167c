/** Sizes of question text in percent of the stage's height: never above `most`, never below `least`. */
export const questionSizes: Sizes = { most: 13, least: 5, step: 0.1 };

/** Sizes that are tried, in percent of the stage's height. */
export interface Sizes {
  most: number;
  least: number;
  step: number;
}

/** Longest question that still is large enough for the last row of a usual room, in units. */
export const comfortableUnits = 160;

/** How a text goes onto the stage: its size in percent of the height, and its pages (one, as a rule). */
export interface Fit {
  size: number;
  pages: readonly string[];
}

/** Says whether a text of this size overflows the box; measured on the real layout. */
export type FitsAt = (text: string, size: number) => boolean;

/**
 * The largest size at which a text fits. Only what does not fit at the smallest size is split into pages, between
 * words where there are any; `pageFits` says what fits a page, which has its number to show too.
 */
export function fitText(
  text: string,
  fitsAt: FitsAt,
  sizes: Sizes = questionSizes,
  pageFits: FitsAt = fitsAt,
): Fit {
  const size = largest((candidate) => fitsAt(text, candidate), sizes);
  if (size !== null) return { size, pages: [text] };
  return { size: sizes.least, pages: pagesOf(text, (page) => pageFits(page, sizes.least)) };
}

/** Binary search for the largest size on the grid that fits; null where not even the smallest does. */
export function largest(fits: (size: number) => boolean, { most, least, step }: Sizes): number | null {
  const at = (index: number) => Math.round((least + index * step) * 1000) / 1000;
  let low = 0;
  let high = Math.round((most - least) / step);
  if (!fits(at(low))) return null;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(at(middle))) low = middle;
    else high = middle - 1;
  }
  return at(low);
}

/**
 * Cuts a text into as few pages as fit, of about the same length: nobody waits for a page of three words. A page holds one
 * character at least.
 */
export function pagesOf(text: string, fits: (page: string) => boolean): string[] {
  const full = fullPages(text, fits);
  let [low, high] = [
    Math.ceil(text.trim().length / full.length),
    Math.max(...full.map((page) => page.length)),
  ];
  let balanced = full;
  while (low < high) {
    const most = Math.floor((low + high) / 2);
    const pages = fullPages(text, (page) => page.length <= most && fits(page));
    if (pages.length > full.length) low = most + 1;
    else {
      high = most;
      balanced = pages;
    }
  }
  return balanced;
}

/** Cuts a text into pages, each as full as it gets. */
function fullPages(text: string, fits: (page: string) => boolean): string[] {
  const pages: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const end = fits(rest) ? rest.length : cut(rest, fits);
    pages.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return pages;
}

/** Where a page ends: the last place between words that fits, else the last character that does. */
function cut(text: string, fits: (page: string) => boolean): number {
  const ends = Array.from(text.matchAll(/\s+/gu), ({ index }) => index).filter((index) => index > 0);
  const word = lastFitting(ends, (end) => fits(text.slice(0, end)));
  if (word !== undefined) return word;
  let end = 0;
  const characters: number[] = [];
  for (const character of text) {
    end += character.length;
    characters.push(end);
  }
  return lastFitting(characters, (at) => fits(text.slice(0, at))) ?? characters[0] ?? text.length;
}

function lastFitting(ends: readonly number[], fits: (end: number) => boolean): number | undefined {
  let low = -1;
  let high = ends.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(ends[middle] ?? 0)) low = middle;
    else high = middle - 1;
  }
  return ends[low];
}
