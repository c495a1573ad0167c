import { randomBytes } from 'node:crypto';
import { model as workshopDay } from '../../../shared/model.ts';
import type { Model } from '../../../shared/state/model.ts';
import { stateHash } from '../canonical.ts';
import { Lines } from '../line.ts';
import type { Log, LogStore, OwnedBody, Snapshot, Trouble } from '../log.ts';
import type { Checked } from './chain.ts';
import { SqliteLog } from './event-log.ts';
import { logFile } from './file.ts';
import type { Figures } from './messages.ts';
import { WriterThread } from './writer-thread.ts';

/** How often it is looked whether the file is still there and can be written, in milliseconds. */
const lookEvery = 1_000;

/** What the owner of a store is told of. */
export interface SqliteLogOptions {
  /** What the events are made of; without it, a workshop day. */
  model?: Model;
  /** The writer's thread ended, or recorded entries cannot be read any more: this process should end and start again. */
  onFailure?: (error: unknown) => void;
}

/** The logs of all events in one SQLite file, written by a thread of its own. Take the folder's lock first. */
export class SqliteLogStore implements LogStore {
  readonly model: Model;
  readonly #lines: Lines;
  readonly #thread: WriterThread;
  readonly #onFailure: (error: unknown) => void;
  readonly #open = new Map<string, Promise<SqliteLog>>();
  readonly #listeners = new Set<(trouble: Trouble | null) => void>();
  readonly #timer: NodeJS.Timeout;
  #trouble: Trouble | null = null;

  /** Opens `backrow.db` in a folder, making both where they are missing; rejects with a sentence where it cannot. */
  static async open(dataDir: string, options: SqliteLogOptions = {}): Promise<SqliteLogStore> {
    const onFailure = options.onFailure ?? (() => {});
    const thread = new WriterThread(logFile(dataDir), onFailure);
    try {
      await thread.ask({ ask: 'list' });
    } catch (error) {
      await thread.close();
      throw error;
    }
    return new SqliteLogStore(options.model ?? workshopDay, thread, onFailure);
  }

  private constructor(model: Model, thread: WriterThread, onFailure: (error: unknown) => void) {
    this.model = model;
    this.#lines = new Lines(model);
    this.#thread = thread;
    this.#onFailure = onFailure;
    let looking = false;
    this.#timer = setInterval(() => {
      if (looking) return;
      looking = true;
      void this.#look().finally(() => {
        looking = false;
      });
    }, lookEvery);
    this.#timer.unref();
  }

  get trouble(): Trouble | null {
    return this.#trouble;
  }

  onTrouble(listener: (trouble: Trouble | null) => void): void {
    this.#listeners.add(listener);
  }

  /** Commits that wrote entries since the store was opened. */
  get commits(): number {
    return this.#thread.commits;
  }

  async list(): Promise<string[]> {
    return this.#thread.ask({ ask: 'list' });
  }

  open(slug: string): Promise<Log> {
    const open = this.#open.get(slug) ?? this.#make(slug);
    this.#open.set(slug, open);
    open.catch(() => this.#open.delete(slug));
    return open;
  }

  async remove(slug: string): Promise<boolean> {
    const isGone = await this.#thread.ask({ ask: 'remove', slug });
    await (await this.#open.get(slug))?.close();
    return isGone;
  }

  async snapshot(slug: string, upTo = Number.MAX_SAFE_INTEGER): Promise<Snapshot | null> {
    return this.#thread.ask({ ask: 'snapshot', slug, upTo });
  }

  async saveSnapshot(slug: string, { seq, hash, state }: Snapshot): Promise<void> {
    if (stateHash(state) !== hash) throw new TypeError('The hash of a snapshot is not that of its state');
    await this.#thread.ask({ ask: 'save', slug, snapshot: { seq, hash, state } });
  }

  async bodies(slug: string, upTo: number): Promise<OwnedBody[]> {
    const placed = await this.#thread.ask({ ask: 'bodies', slug, upTo });
    return placed.map(({ digest, salt, text, owner }) => ({ digest, salt, text, owner }));
  }

  async check(slug: string): Promise<Checked> {
    return this.#thread.ask({ ask: 'check', slug });
  }

  /** How the file is kept. */
  async figures(): Promise<Figures> {
    return this.#thread.ask({ ask: 'figures' });
  }

  /** Lets the file take no more than so many pages of 4 KB, as a full disk would; tests use it. */
  async limitPages(pages: number): Promise<void> {
    await this.#thread.ask({ ask: 'limit', pages });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    const open = await Promise.allSettled(this.#open.values());
    for (const log of open) if (log.status === 'fulfilled') await log.value.close();
    await this.#thread.close();
  }

  async #make(slug: string): Promise<SqliteLog> {
    const epoch = randomBytes(9).toString('base64url');
    const head = await this.#thread.ask({ ask: 'open', slug, epoch, made: Date.now() });
    return new SqliteLog(
      this.#thread,
      this.#lines,
      slug,
      head,
      this.#onFailure,
      () => this.#open.delete(slug),
      (failure) => this.#found(failure?.kind ? { kind: failure.kind, sentence: failure.message } : null),
    );
  }

  /** Looks at the file. A writer that has ended is told of by itself. */
  async #look(): Promise<void> {
    try {
      const trying = this.#trouble !== null;
      const found = await this.#thread.ask({ ask: 'look', trying });
      // What an append found meanwhile is not taken back by a look that wrote nothing.
      if (found !== null || trying || this.#trouble === null) this.#found(found);
    } catch {
      // The thread was closed meanwhile.
    }
  }

  #found(trouble: Trouble | null): void {
    const same = this.#trouble?.kind === trouble?.kind && this.#trouble?.sentence === trouble?.sentence;
    if (same || this.#trouble?.kind === 'gone') return;
    this.#trouble = trouble;
    for (const listener of this.#listeners) listener(trouble);
  }
}
