import { statSync } from 'node:fs';
import { basename } from 'node:path';

/** What a name in a folder led to when it was looked at. */
interface Seen {
  dev: number;
  ino: number;
  size: number;
}

/** The files of a log, by what they are called beside its name. */
const ends = ['', '-wal', '-shm'] as const;

/**
 * Whether the names of a log still lead to the files that its connection has open. SQLite goes on writing into a file
 * that was removed or replaced, and nothing of it is there after a restart. A look costs some 20 µs a file.
 */
export class FileIdentity {
  readonly #file: string;
  readonly #seen = new Map<string, Seen | null>();

  constructor(file: string) {
    this.#file = file;
  }

  /** Takes what is there now for what is open: after opening, and after each thing that this process wrote. */
  note(): void {
    for (const end of ends) this.#seen.set(end, seen(this.#file + end));
  }

  /** Forgets the files that SQLite itself removes when a connection closes. */
  closed(): void {
    for (const end of ends.slice(1)) this.#seen.delete(end);
  }

  /** What has become of the files in one sentence, or null: then what has grown is known. `quick` leaves out what only readers beside it need. */
  changed(quick = false): string | null {
    for (const end of quick ? ends.slice(0, 2) : ends) {
      const before = this.#seen.get(end) ?? null;
      if (before === null) continue;
      const now = seen(this.#file + end);
      if (now === null) return `${basename(this.#file)}${end} was removed`;
      if (now.dev !== before.dev || now.ino !== before.ino)
        return `${basename(this.#file)}${end} was replaced`;
      if (now.size < before.size) return `${basename(this.#file)}${end} was cut off`;
      this.#seen.set(end, now);
    }
    return null;
  }
}

/** Null also where it cannot be said: a folder that went, or may not be read any more. */
function seen(file: string): Seen | null {
  try {
    const { dev, ino, size } = statSync(file);
    return { dev, ino, size };
  } catch {
    return null;
  }
}
