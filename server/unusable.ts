import { LockHeld } from './log/lock.ts';

/** A setting names something that this process cannot use; the message is the sentence that people read. */
export class Unusable extends Error {
  override name = 'Unusable';
}

/** Why the system did not let something be written, by its code. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of this user is used up',
  SQLITE_FULL: 'the disk is full',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  SQLITE_READONLY: 'this user may not write there',
  SQLITE_CANTOPEN: 'this user may not write there, or the disk is full',
  EISDIR: 'there is a folder in its place',
  ENOTDIR: 'there is a file in the place of a folder',
};

/** Does one of the first writes of a start. Where it fails, it is said in one sentence of what, where and why. */
export function writing<Result>(what: string, where: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw unwritable(what, where, error);
  }
}

/** The one sentence for what could not be written; what says itself already stays as it is. */
export function unwritable(what: string, where: string, error: unknown): Error {
  if (error instanceof Unusable || error instanceof LockHeld) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = error instanceof Error ? error.message : String(error);
  return new Unusable(`${what} cannot be written in ${where}: ${reasons[code] ?? said.replace(/\.$/, '')}.`);
}

/** Does what needs the files of some settings. Where the system refuses, it is said of which, and nothing else. */
export function using<Result>(settings: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Unusable(
      `${settings} cannot be used (${String(error.code)}). Set another one, or leave it out.`,
    );
  }
}
