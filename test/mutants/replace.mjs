// Plain JavaScript: the thread that writes the log reads it too, before anything there reads TypeScript.

/**
 * A file's text with one place of it replaced. Throws where the old text is not found exactly once: a mutant that
 * changes nothing, or more than it says, proves nothing.
 */
export function replaced(text, { file, old, now }) {
  const found = text.split(old).length - 1;
  if (found !== 1) throw new Error(`The old text of a mutant is found ${found} times in ${file}: ${old}`);
  return text.replace(old, () => now);
}
