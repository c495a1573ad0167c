import type { ExportedFile } from '../export/table.ts';

/** How long a file that was made is kept while nothing changes, in milliseconds: some are of many megabytes. */
const keptFor = 10_000;

interface Made {
  /** The seq that it is of; null while others are made before it. */
  seq: number | null;
  file: Promise<ExportedFile>;
}

/**
 * Files that are made of an event: one at a time, since each takes the time of everybody, and once for all who ask while
 * nothing changes or while it waits. The last one is kept for some seconds.
 */
export class MadeFiles {
  #last: Promise<unknown> = Promise.resolve();
  readonly #made = new Map<string, Made>();

  /** The file under a key, as of the moment at which somebody asks or a later one. `seq` gives that of now. */
  of(key: string, seq: () => number, make: () => Promise<ExportedFile>): Promise<ExportedFile> {
    const known = this.#made.get(key);
    if (known && (known.seq === null || known.seq === seq())) return known.file;
    const file = this.#last.then(() => {
      made.seq = seq();
      return make();
    });
    const made: Made = { seq: null, file };
    this.#made.set(key, made);
    const forget = () => {
      if (this.#made.get(key) === made) this.#made.delete(key);
    };
    this.#last = file.then(() => setTimeout(forget, keptFor).unref(), forget);
    return file;
  }
}
