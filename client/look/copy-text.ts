/**
 * Copies a text; where the page may not write to the clipboard (plain http), by a selection as browsers did before. Says
 * whether it worked.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Copies by a field that is there for a moment, within an open dialog: outside of it nothing can be selected. */
function copySelected(text: string): boolean {
  const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  area.readOnly = true;
  area.style.whiteSpace = 'pre';
  (before?.closest('dialog, [role="dialog"]') ?? document.body).append(area);
  area.focus({ preventScroll: true });
  area.select();
  const done = runCopy();
  area.remove();
  before?.focus({ preventScroll: true });
  return done;
}

function runCopy(): boolean {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
