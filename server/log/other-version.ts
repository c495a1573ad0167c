import { existsSync } from 'node:fs';
import * as z from 'zod/mini';
import { oldestRules } from '../../shared/log/rules-version.ts';
import { logFile, openAnyForm } from './sqlite/file.ts';
import { formOf, isOurs, knownForm } from './sqlite/form.ts';

/** A log was made by a Backrow whose form or rules this one does not read; the message is the sentence that people read. */
export class OtherVersion extends Error {
  override name = 'OtherVersion';
}

/** Throws `OtherVersion` where the log of a folder is not for this Backrow to read; looks at it alone, and writes nothing. */
export function refuseOtherVersion(dataDir: string): void {
  const file = logFile(dataDir);
  if (existsSync(file)) refuseOtherVersionFile(file);
}

/** Throws `OtherVersion` likewise for a log file, such as a backup. A file that cannot be read is for others to refuse. */
export function refuseOtherVersionFile(file: string): void {
  const made = madeBy(file);
  if (made === null) return;
  const { form, rules } = made;
  if (form > knownForm) {
    throw new OtherVersion(
      `${file} was made by a newer Backrow (form ${form}, this one reads ${knownForm}); nothing in it was changed. Start it with that one.`,
    );
  }
  const older = form < knownForm ? `form ${form}` : rules !== null && rules < oldestRules && `rules ${rules}`;
  if (older) {
    throw new OtherVersion(
      `${file} was made by a Backrow before 0.1.0 (${older}), which this one does not read; nothing in it was changed. To start with an empty folder, name one: DATA_DIR=./data-new npm start`,
    );
  }
}

/** The form of a log file, and the rules of the oldest first entry of an event in it; null where it is no log, or cannot be read. */
function madeBy(file: string): { form: number; rules: number | null } | null {
  try {
    const db = openAnyForm(file);
    try {
      if (!isOurs(db)) return null;
      const form = formOf(db);
      const first = 'SELECT min(rules) FROM entries WHERE seq = 1';
      return { form, rules: form === knownForm ? rulesSchema.parse(db.prepare(first).pluck().get()) : null };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

const rulesSchema = z.nullable(z.number());
