/** A text that is a web address and nothing else, trimmed; null for anything else. */
export function webAddress(written: unknown): string | null {
  if (typeof written !== 'string') return null;
  const address = written.trim();
  return /^https?:\/\/[^\s/]\S*$/i.test(address) && URL.canParse(address) ? address : null;
}

/** Whether a text is the address of a page within a site: `papers.html?session=1`. No room is called so. */
export function isPage(written: string): boolean {
  return /^\S+\.(?:html?|php|aspx?)(?:[?#]\S*)?$/i.test(written.trim());
}
