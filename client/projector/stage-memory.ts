import * as z from 'zod/mini';
import { type View, viewSchema } from '../../shared/views/view.ts';
import { randomId } from '../connection/random-id.ts';

/** What this browser remembers of a stage, so that a reload without the server still shows its last picture. */
const rememberedSchema = z.object({ view: viewSchema });

/** The last view of a room's stage that this browser saw; null where it never saw one or cannot read it. */
export function rememberedView(): View | null {
  try {
    const raw: unknown = JSON.parse(localStorage.getItem(viewKey()) ?? 'null');
    const parsed = rememberedSchema.safeParse(raw);
    return parsed.success ? parsed.data.view : null;
  } catch {
    return null;
  }
}

/** Keeps the view of a room's stage in this browser; full or forbidden storage is no reason to say anything. */
export function rememberView(view: View): void {
  try {
    localStorage.setItem(viewKey(), JSON.stringify({ view }));
  } catch {
    // The picture on the wall matters more than the one after a reload.
  }
}

/** The name of this display, the same after every reload. */
export function displayId(): string {
  const key = 'backrow.display';
  try {
    const known = localStorage.getItem(key);
    if (known) return known;
    const made = randomId();
    localStorage.setItem(key, made);
    return made;
  } catch {
    return sessionDisplay;
  }
}

const sessionDisplay = randomId();

/** One stage is one address. */
function viewKey(): string {
  return `backrow.stage${location.pathname}`;
}
