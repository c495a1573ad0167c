import { existsSync, mkdirSync, statSync } from 'node:fs';
import { Installation } from './access/installation-file.ts';
import { keepSecret, secretOf } from './access/secret.ts';
import type { Config } from './config.ts';
import { type Lock, takeLock } from './log/lock.ts';
import { refuseOtherVersion } from './log/other-version.ts';
import { using, writing } from './unusable.ts';

/** How often it is looked whether the files of the folder are still there, in milliseconds. */
const lookEvery = 1_000;

/**
 * The data folder of a server, beside its log: who owns it, the secret, and what outlives every event. What is removed
 * while the server runs is put back, as long as the folder is the one that was opened, and said.
 */
export class DataFolder {
  readonly secret: string;
  readonly installation: Installation;
  readonly #config: Config;
  readonly #lock: Lock;
  readonly #place: string;
  #timer: NodeJS.Timeout | undefined;

  /** Takes a folder, and makes it where it is missing. Throws what a start says in one sentence. */
  static open(config: Config): DataFolder {
    const { DATA_DIR } = config;
    refuseOtherVersion(DATA_DIR);
    using(`DATA_DIR ${DATA_DIR}`, () => makeFolder(DATA_DIR));
    const lock = writing('The lock', DATA_DIR, () => takeLock(DATA_DIR));
    try {
      return new DataFolder(config, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  private constructor(config: Config, lock: Lock) {
    const { SECRET, DATA_DIR } = config;
    this.#config = config;
    this.#lock = lock;
    this.secret = writing('The secret', DATA_DIR, () => secretOf(SECRET, DATA_DIR));
    this.installation = Installation.ofFolder(DATA_DIR);
    this.#place = placeOf(DATA_DIR) ?? '';
  }

  /** Writes down where the owner listens. */
  listening(address: string): void {
    writing('The note of who runs here', this.#config.DATA_DIR, () => this.#lock.listening(address));
  }

  /**
   * Looks every second whether the files are still there; `alarm` is told of each thing that is not as it was, and once of
   * one that stays so.
   */
  watch(alarm: (message: string, error?: unknown) => void): void {
    let said: readonly string[] = [];
    this.#timer = setInterval(() => {
      const { found, error } = this.#found();
      for (const each of found) if (!said.includes(each)) alarm(each, error);
      said = found;
    }, lookEvery);
    this.#timer.unref();
  }

  /** Looks once: puts back what was removed and gives a sentence for each thing. In another folder it leaves all as it is. */
  look(): string[] {
    const { SECRET, DATA_DIR } = this.#config;
    // That the log went with its folder is said by the log.
    if (placeOf(DATA_DIR) !== this.#place) return [];
    return [
      ...this.#lock.look(),
      ...(SECRET === undefined ? keepSecret(this.secret, DATA_DIR) : []),
      ...this.installation.look(),
    ];
  }

  #found(): { found: string[]; error?: unknown } {
    try {
      return { found: this.look() };
    } catch (error) {
      return { found: [`The files of ${this.#config.DATA_DIR} cannot be kept`], error };
    }
  }

  /** Gives the folder back. */
  close(): void {
    clearInterval(this.#timer);
    this.#lock.release();
  }
}

/** Makes a folder that only its owner reads, where it is missing; a file in its place is none. */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

function placeOf(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const { dev, ino } = statSync(folder);
  return `${dev} ${ino}`;
}
