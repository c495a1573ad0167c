import type { Events } from './live/events.ts';
import { type LogStore, LogUnavailable, type Trouble } from './log/log.ts';
import { refuse } from './refusals/refuse.ts';
import { sentenceOf } from './refusals/spoken.ts';
import { unwritable } from './unusable.ts';

/** Waits for the first writes of a start; where they fail because nothing can be recorded, that is said in one sentence. */
export async function filled(work: Promise<void>, dataDir: string, store: LogStore): Promise<void> {
  try {
    await work;
  } catch (error) {
    const trouble = store.trouble?.sentence;
    if (!(error instanceof LogUnavailable) && trouble === undefined) throw error;
    throw unwritable('The log', dataDir, trouble === undefined ? error : new LogUnavailable(trouble));
  }
}

/** Why nothing can be recorded: in the log as a whole, or in an event that is read-only. */
export function whyNotWritable(store: LogStore, events: Events): string | null {
  if (store.trouble) return `${store.trouble.sentence}.`;
  const frozen = events.readOnly();
  return frozen && `${frozen.slug}: ${sentenceOf(frozen.why)}`;
}

/** [L31] Tells of trouble with the log; where its file went, every event is read-only until the server starts again. */
export function tellTrouble(
  trouble: Trouble | null,
  events: Events,
  dataDir: string,
  alarm: (message: string) => void,
): void {
  alarm(trouble ? `${dataDir}: ${trouble.sentence}.` : `${dataDir}: the log can be written again.`);
  if (trouble?.kind === 'gone')
    events.freeze(refuse('unavailable', 'log-gone', { now: { trouble: trouble.sentence } }));
}
