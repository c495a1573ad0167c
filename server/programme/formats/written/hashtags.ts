/** A title without the hashtags around it (`#qa Live with Ada`, `Opening #talk`), and these as words. */
export function withoutHashtags(written: string): { title: string; hashtags: string[] } {
  const parts = written.trim().split(/\s+/);
  const isTag = (part: string | undefined) => /^#\p{L}[\p{L}\d_-]*$/u.test(part ?? '');
  let from = 0;
  let to = parts.length;
  while (to > 1 && isTag(parts[to - 1])) to -= 1;
  while (from < to - 1 && isTag(parts[from])) from += 1;
  if (to - from === parts.length) return { title: written.trim(), hashtags: [] };
  const hashtags = [...parts.slice(0, from), ...parts.slice(to)].map((tag) => tag.slice(1));
  return { title: parts.slice(from, to).join(' '), hashtags };
}
