import type { Draft, Entry } from '../../../shared/log/entry.ts';
import { Followers } from '../followers.ts';
import { bytesOf, type Lines, toEntry } from '../line.ts';
import { type Appended, type Listener, type Log, LogUnavailable, type Query, type Which } from '../log.ts';
import type { WriterThread } from './writer-thread.ts';

/** One event's log in the file that a writer's thread owns; made by `SqliteLogStore`. */
export class SqliteLog implements Log {
  readonly epoch: string;
  #bytes: number;
  readonly #thread: WriterThread;
  readonly #lines: Lines;
  readonly #slug: string;
  readonly #followers: Followers;
  readonly #closed: () => void;
  readonly #recorded: (failure: LogUnavailable | null) => void;
  readonly #underWay = new Set<Promise<unknown>>();
  #open = true;
  #ended: Promise<void> | null = null;

  constructor(
    thread: WriterThread,
    lines: Lines,
    slug: string,
    head: { epoch: string; seq: number; bytes: number },
    onFailure: (error: unknown) => void,
    closed: () => void,
    recorded: (failure: LogUnavailable | null) => void,
  ) {
    this.epoch = head.epoch;
    this.#bytes = head.bytes;
    this.#thread = thread;
    this.#lines = lines;
    this.#slug = slug;
    this.#closed = closed;
    this.#recorded = recorded;
    this.#followers = new Followers(head.seq, (after) => this.#marked(after, 1_000), onFailure);
  }

  get bytes(): number {
    return this.#bytes;
  }

  append(draft: Draft): Promise<Appended> {
    return this.#work(() => this.#append(draft));
  }

  read(query: Query): Promise<Entry[]> {
    return this.#work(() =>
      'key' in query
        ? this.#byKey(query.key.participant, query.key.id)
        : this.#marked(query.after, query.limit ?? 1_000).then((page) => page.map(({ entry }) => entry)),
    );
  }

  follow(after: number, listener: Listener): () => void {
    if (!this.#open) throw new LogUnavailable('The log is closed');
    return this.#followers.add(after, listener);
  }

  marks(after: number): Promise<string[]> {
    return this.#work(() => this.#thread.ask({ ask: 'marks', slug: this.#slug, after }));
  }

  forget(owner: string, which: Which = { upTo: Number.MAX_SAFE_INTEGER }): Promise<number> {
    return this.#work(() => this.#thread.ask({ ask: 'forget', slug: this.#slug, owner, which }));
  }

  close(): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  async #end(): Promise<void> {
    this.#open = false;
    await Promise.allSettled(this.#underWay);
    this.#followers.clear();
    this.#closed();
  }

  async #append(draft: Draft): Promise<Appended> {
    const bare = this.#lines.of(draft);
    const bodies = draft.personal?.bodies ?? [];
    const { participant } = bare.by;
    const append = { slug: this.#slug, participant, id: bare.id, line: JSON.stringify(bare), bodies };
    const placed = await this.#thread.ask({ ask: 'append', append }).catch((error: unknown) => {
      if (error instanceof LogUnavailable) this.#recorded(error);
      throw error;
    });
    if ('line' in placed)
      return { entry: toEntry(this.#lines.parse(placed.line), placed.bodies), repeated: true };
    this.#recorded(null);
    const { seq, at: stamped, mark } = placed;
    const entry = toEntry({ ...bare, seq, at: stamped }, bodies);
    this.#bytes += bytesOf(append.line, bodies);
    this.#followers.durable(entry, mark);
    return { entry, repeated: false };
  }

  async #marked(after: number, limit: number): Promise<{ entry: Entry; mark: string }[]> {
    const page = { ask: 'page', slug: this.#slug, after, limit } as const;
    const { lines, marks, bodies } = await this.#thread.ask(page);
    const entries = [...this.#lines.entries(lines, bodies)];
    return entries.map((entry, index) => ({ entry, mark: marks[index] ?? '' }));
  }

  async #byKey(participant: string, id: string): Promise<Entry[]> {
    const found = await this.#thread.ask({ ask: 'key', slug: this.#slug, participant, id });
    if (found === null) return [];
    return [toEntry(this.#lines.parse(found.line), found.bodies)];
  }

  /** Begins what `close` is to wait for. */
  #work<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#open) return Promise.reject(new LogUnavailable('The log is closed'));
    const under = work();
    const settled: Promise<boolean> = under.then(
      () => this.#underWay.delete(settled),
      () => this.#underWay.delete(settled),
    );
    this.#underWay.add(settled);
    return under;
  }
}
