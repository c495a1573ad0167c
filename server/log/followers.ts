import type { Entry } from '../../shared/log/entry.ts';
import type { Listener } from './log.ts';

interface Follower {
  /** The seq of the last entry it was given. */
  position: number;
  /** Whether it is reading its way up; until it is through, new entries wait for it in the log. */
  reading: boolean;
  stopped: boolean;
  listener: Listener;
}

/** An entry with its mark. */
interface Marked {
  entry: Entry;
  mark: string;
}

/**
 * Those who follow one log. Each is given every durable entry once and in order: one that is up to date at
 * once, one that is behind page by page from the log until it is up to date.
 */
export class Followers {
  readonly #all = new Set<Follower>();
  readonly #read: (after: number) => Promise<Marked[]>;
  readonly #failed: (error: unknown) => void;
  #head: number;

  /** `head`: the last durable seq. `read`: a page of durable entries after a seq. `failed`: told once if reading fails. */
  constructor(head: number, read: (after: number) => Promise<Marked[]>, failed: (error: unknown) => void) {
    this.#head = head;
    this.#read = read;
    this.#failed = failed;
  }

  /** Begins to follow after a seq; returns how to stop. Never calls the listener before it has returned. */
  add(after: number, listener: Listener): () => void {
    const follower: Follower = { position: after, reading: false, stopped: false, listener };
    this.#all.add(follower);
    if (after < this.#head) this.#catchUp(follower);
    return () => this.#stop(follower);
  }

  /** Tells everybody of an entry that is durable now. */
  durable(entry: Entry, mark: string): void {
    this.#head = Math.max(this.#head, entry.seq);
    for (const follower of [...this.#all]) {
      if (follower.reading) continue;
      if (entry.seq === follower.position + 1) this.#give(follower, { entry, mark });
      else if (entry.seq > follower.position) this.#catchUp(follower);
    }
  }

  /** Lets everybody go. */
  clear(): void {
    for (const follower of [...this.#all]) this.#stop(follower);
  }

  #stop(follower: Follower): void {
    follower.stopped = true;
    this.#all.delete(follower);
  }

  #catchUp(follower: Follower): void {
    follower.reading = true;
    this.#readUp(follower).catch((error: unknown) => {
      if (follower.stopped) return;
      this.#stop(follower);
      this.#failed(error);
    });
  }

  async #readUp(follower: Follower): Promise<void> {
    while (!follower.stopped && follower.position < this.#head) {
      const page = await this.#read(follower.position);
      if (page.length === 0)
        throw new Error(`The log ends at ${follower.position}, before its last seq ${this.#head}`);
      for (const marked of page) this.#give(follower, marked);
    }
    follower.reading = false;
  }

  /** A listener that throws is a mistake of the process, not of the log: it surfaces there and stops nobody else. */
  #give(follower: Follower, { entry, mark }: Marked): void {
    if (follower.stopped) return;
    follower.position = entry.seq;
    try {
      follower.listener(entry, mark);
    } catch (error) {
      process.nextTick(() => {
        throw error;
      });
    }
  }
}
