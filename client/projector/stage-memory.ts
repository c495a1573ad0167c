import * as z from 'zod/mini';
import { type View, viewSchema } from '../../shared/views/view.ts';
import { onDevice } from '../look/device-storage.ts';

/** What this browser remembers of a stage, so that a reload without the server still shows its last picture. */
const rememberedSchema = z.object({ view: viewSchema });

/** The last view of this stage that this browser saw; null where it never saw one or cannot read it. */
export function rememberedView(): View | null {
  try {
    const raw: unknown = JSON.parse(onDevice.read(viewKey()) ?? 'null');
    const parsed = rememberedSchema.safeParse(raw);
    return parsed.success ? parsed.data.view : null;
  } catch {
    return null;
  }
}

/** Keeps the view of this stage in this browser; full or forbidden storage is no reason to say anything. */
export function rememberView(view: View): void {
  onDevice.write(viewKey(), JSON.stringify({ view }));
}

/** One stage is one address. */
function viewKey(): string {
  return `backrow.stage${location.pathname}${location.search}`;
}
