import { randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod/mini';
import { takeLock } from './lock.ts';
import { refuseOtherVersionFile } from './other-version.ts';
import { LogReader } from './reader.ts';
import type { Checked } from './sqlite/chain.ts';
import { copyMoment, logFile, openForWriting, syncFile, syncFolder } from './sqlite/file.ts';
import { Tables } from './sqlite/tables.ts';

/** What a check of one event came to. `damage`: the first place that is not whole, in words. */
export interface CheckedEvent extends Checked {
  slug: string;
  epoch: string;
}

/** What a check of a whole file came to; `damage` is that of the file itself. */
export interface CheckedFile {
  damage: string | null;
  events: CheckedEvent[];
}

/** A file that was to be trusted is not whole. */
export class FileDamaged extends Error {
  override name = 'FileDamaged';
}

/** Checks a log file: its pages, and every event's log from end to end. Never throws for damage. */
export function checkFile(file: string): CheckedFile {
  let reader: LogReader;
  try {
    reader = LogReader.ofFile(file);
  } catch (error) {
    return { damage: reasonOf(error), events: [] };
  }
  try {
    const damage = reader.fileDamage();
    const events = reader
      .slugs()
      .map((slug) => ({ slug, epoch: reader.head(slug)?.epoch ?? '', ...reader.check(slug) }));
    return { damage, events };
  } catch (error) {
    return { damage: reasonOf(error), events: [] };
  } finally {
    reader.close();
  }
}

/** The first damage of a checked file in one sentence, or null. */
export function firstDamage(checked: CheckedFile): string | null {
  if (checked.damage) return checked.damage;
  const event = checked.events.find(({ damage }) => damage !== null);
  return event ? `${event.slug}: ${event.damage}` : null;
}

/**
 * Writes all events as they stand at one moment into one file, beside a running owner as well. The copy is made
 * under another name, put on the disk, checked, and only then takes the name: an older backup of that name stays
 * until the new one is known to be whole. Throws `FileDamaged` where it is not. Blocks its thread. `beside` is what the
 * installation keeps beside its log: it lies in the file in a table of its own.
 */
export function backup(
  dataDir: string,
  file: string,
  beside: string | null = null,
): { bytes: number; events: CheckedEvent[] } {
  const target = resolve(file);
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    makePrivate(unfinished);
    copyMoment(logFile(dataDir), unfinished);
    if (beside !== null) putBeside(unfinished, beside);
    syncFile(unfinished);
    const checked = checkFile(unfinished);
    const damage = firstDamage(checked);
    if (damage) throw new FileDamaged(`The backup is not whole: ${damage}`);
    renameSync(unfinished, target);
    syncFolder(dirname(target));
    return { bytes: statSync(target).size, events: checked.events };
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * Puts a backup in the place of a folder's log. Throws `LockHeld` while the folder has an owner, `FileDamaged` where the
 * backup is not whole, and `OtherVersion` where its form or its rules are not read here; then nothing has changed. Every
 * event gets a new epoch, because entries made after the backup are gone and whoever followed them has to fetch anew.
 * Gives the name under which the old file is kept, or null where there was none. `before` is called when all is ready and
 * nothing is changed, with what the backup holds beside the log (null: nothing): it keeps what must not come back with an
 * older log.
 */
export function restore(
  dataDir: string,
  file: string,
  before: (beside: string | null) => void = () => undefined,
): { kept: string | null; events: CheckedEvent[] } {
  refuseOtherVersionFile(file);
  const lock = takeLock(dataDir);
  const target = logFile(dataDir);
  const incoming = `${target}.restoring`;
  try {
    removeDatabase(incoming);
    makePrivate(incoming);
    copyFileSync(file, incoming);
    const damage = firstDamage(checkFile(incoming));
    if (damage) throw new FileDamaged(`${file} is not whole: ${damage}`);
    renewEpochs(incoming);
    const beside = takeBeside(incoming);
    syncFile(incoming);
    before(beside);
    const kept = existsSync(target) ? setAside(target) : null;
    renameSync(incoming, target);
    syncFolder(dataDir);
    return { kept, events: checkFile(target).events };
  } finally {
    removeDatabase(incoming);
    lock.release();
  }
}

/** Puts a text into a backup, beside the log. */
function putBeside(file: string, text: string): void {
  const db = new Database(file, { fileMustExist: true });
  try {
    db.exec('CREATE TABLE beside (text TEXT NOT NULL) STRICT');
    db.prepare('INSERT INTO beside (text) VALUES (?)').run(text);
  } finally {
    db.close();
  }
}

/** Takes the text beside the log out of a file that was a backup; null where it holds none. */
function takeBeside(file: string): string | null {
  const db = openForWriting(file);
  try {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'beside'").get() === undefined) return null;
    const text = z.nullable(z.string()).parse(db.prepare('SELECT text FROM beside').pluck().get() ?? null);
    db.exec('DROP TABLE beside');
    return text;
  } finally {
    db.close();
  }
}

/** Makes an empty file that only its owner reads, before personal texts are written into it. */
function makePrivate(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

function renewEpochs(file: string): void {
  const db = openForWriting(file);
  try {
    const renew = db.prepare('UPDATE events SET epoch = ? WHERE slug = ?');
    const slugs = new Tables(db).slugs();
    db.transaction(() => {
      for (const slug of slugs) renew.run(randomBytes(9).toString('base64url'), slug);
    }).immediate();
  } finally {
    db.close();
  }
}

/**
 * Keeps a copy of the log that is to be replaced; the file itself stays in its place until the new one takes it.
 * A write-ahead log that cannot be brought into it any more is kept beside the copy: left where it is, SQLite
 * would apply it to the new file.
 */
function setAside(target: string): string {
  const kept = `${target}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  try {
    openForWriting(target).close();
  } catch {
    // A damaged log is what a restore is for.
  }
  copyFileSync(target, kept);
  syncFile(kept);
  for (const end of ['-wal', '-shm']) if (existsSync(target + end)) renameSync(target + end, kept + end);
  return kept;
}

function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
