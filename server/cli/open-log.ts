import { existsSync } from 'node:fs';
import type { EventRow } from '../../shared/event/event.ts';
import type { Entry } from '../../shared/log/entry.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { initialState } from '../../shared/state/model.ts';
import { stateFromText } from '../../shared/state/plain.ts';
import { eventOf, type State } from '../../shared/state/state.ts';
import { noSuchEvent } from '../admin-commands.ts';
import { applyOrRefuse } from '../live/apply-safely.ts';
import { refuseOtherVersion } from '../log/other-version.ts';
import { LogReader } from '../log/reader.ts';
import { logFile } from '../log/sqlite/file.ts';
import { sentenceOf } from '../refusals/spoken.ts';
import { Complaint } from './terminal.ts';

/** Whether a folder holds a log at all. */
export function hasLog(dataDir: string): boolean {
  return existsSync(logFile(dataDir));
}

/** Reads the log of a folder, also beside a running server, and never writes. */
export function withLog<T>(dataDir: string, work: (reader: LogReader) => T): T {
  if (!hasLog(dataDir)) throw new Complaint(`There is no log in ${dataDir}. Is DATA_DIR right?`);
  refuseOtherVersion(dataDir);
  const reader = LogReader.ofFolder(dataDir);
  try {
    return work(reader);
  } finally {
    reader.close();
  }
}

/** The event's state with the personal texts still kept: the whole log, replayed from the beginning. */
export function replayed(reader: LogReader, slug: string): State {
  const state = initialState(reader.model);
  for (const entry of reader.entries(slug)) step(state, entry);
  return state;
}

/** The event's state without personal texts, which is quicker: from the newest snapshot on. */
export function factsOf(reader: LogReader, slug: string): State {
  const snapshot = reader.snapshot(slug);
  const state = snapshot ? stateFromText(snapshot.state, reader.model) : initialState(reader.model);
  for (const entry of reader.entries(slug, state.seq)) step(state, entry);
  return state;
}

/** Applies an entry as a server does; complains where a newer Backrow made it. */
export function step(state: State, entry: Entry): void {
  if (entry.rules > rulesVersion) {
    throw new Complaint(
      `Entry ${entry.seq} was made by a newer Backrow (rules ${entry.rules}, known: ${rulesVersion}); update this one.`,
    );
  }
  applyOrRefuse(state, entry, () => undefined);
}

/** The event's own row; complains where there is no such event, or it has no programme yet. */
export function requireEvent(state: State, slug: string, known: readonly string[]): EventRow {
  const event = eventOf(state);
  if (!event) throw new Complaint(sentenceOf(noSuchEvent(slug, known)));
  return event;
}
