/** A title without the hashtags at its end (`Opening #talk`), and these as words. */
export function withoutHashtags(written: string): { title: string; hashtags: string[] } {
  const parts = written.trim().split(/\s+/);
  let kept = parts.length;
  while (kept > 1 && /^#\p{L}[\p{L}\d_-]*$/u.test(parts[kept - 1] ?? '')) kept -= 1;
  if (kept === parts.length) return { title: written.trim(), hashtags: [] };
  return { title: parts.slice(0, kept).join(' '), hashtags: parts.slice(kept).map((tag) => tag.slice(1)) };
}
