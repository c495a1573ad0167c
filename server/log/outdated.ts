import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import { oldestRules } from '../../shared/log/rules-version.ts';
import { logFile, openForReading } from './sqlite/file.ts';

/** A log was made under rules that are read no more; the message is the sentence that people read. */
export class LogOutdated extends Error {
  override name = 'LogOutdated';

  constructor(file: string, rules: number) {
    super(
      `${file} was made by a Backrow before 0.1.0 (rules ${rules}), which this one does not read; nothing in it was changed. To start with an empty folder, name one: DATA_DIR=./data-new npm start`,
    );
  }
}

/** Throws `LogOutdated` where the log of a folder has an event of older rules; reads it alone, and writes nothing. */
export function refuseOutdated(dataDir: string): void {
  const file = logFile(dataDir);
  if (existsSync(file)) refuseOutdatedFile(file);
}

/** Throws `LogOutdated` likewise for a log file, such as a backup. A file that cannot be read is for others to refuse. */
export function refuseOutdatedFile(file: string): void {
  const rules = firstRules(file);
  if (rules !== null && rules < oldestRules) throw new LogOutdated(file, rules);
}

/** The rules of the oldest first entry of an event; null where there is none, or the file cannot be read. */
function firstRules(file: string): number | null {
  try {
    const db = openForReading(file);
    try {
      return oldest.parse(db.prepare('SELECT min(rules) FROM entries WHERE seq = 1').pluck().get());
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

const oldest = z.nullable(z.number());
