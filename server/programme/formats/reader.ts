import type { Schedule } from '../normalize/schedule.ts';

/** What makes a file unreadable: one clear sentence, its line, and the place it stands at. */
export interface Unreadable {
  path: string;
  line?: number | undefined;
  message: string;
}

/** What whoever imports says beside the file, where its format can make use of it. */
export interface ReaderOptions {
  /** The year of dates without one. */
  year?: number | undefined;
}

/** The reader of a format: what was found, or why nothing can be. Readers never throw on what a file holds. */
export type ScheduleReader = (
  source: { bytes: Uint8Array; text: string },
  options?: ReaderOptions,
) => Schedule | { unreadable: readonly Unreadable[] };

/** What a reader gives for a file whose whole shape is not the one it reads. */
export function notThis(message: string, path = '(file)'): { unreadable: readonly Unreadable[] } {
  return { unreadable: [{ path, message }] };
}
