import { randomBytes } from 'node:crypto';
import type { Draft, Entry } from '../../shared/log/entry.ts';
import { model as workshopDay } from '../../shared/model.ts';
import type { Model } from '../../shared/state/model.ts';
import type { Body } from '../../shared/state/personal.ts';
import { canonical, chained, genesis, markOf, stateHash } from './canonical.ts';
import { Followers } from './followers.ts';
import { bytesOf, type Line, Lines, toEntry } from './line.ts';
import {
  type Appended,
  type Listener,
  type Log,
  type LogStore,
  LogUnavailable,
  type OwnedBody,
  type Query,
  type Snapshot,
  type Which,
} from './log.ts';

/** What is kept of one event while its log is closed. */
interface Kept {
  epoch: string;
  lines: Line[];
  /** The chained hash of each line. */
  hashes: string[];
  /** Seq by participant and id. */
  keys: Map<string, number>;
  /** Bytes of lines and texts. */
  bytes: number;
  /** Texts by seq, with their owner. */
  texts: Map<number, { owner: string; bodies: Body[] }>;
  snapshots: Snapshot[];
}

/** Logs in memory: nothing survives the process. For tests of what lies above the log. */
export class MemoryLogStore implements LogStore {
  readonly model: Model;
  readonly trouble = null;
  readonly #lines: Lines;
  readonly #events = new Map<string, Kept>();
  readonly #open = new Map<string, MemoryLog>();

  constructor(model: Model = workshopDay) {
    this.model = model;
    this.#lines = new Lines(model);
  }

  onTrouble(): void {}

  async list(): Promise<string[]> {
    return [...this.#events.keys()];
  }

  async open(slug: string): Promise<Log> {
    const open = this.#open.get(slug);
    if (open) return open;
    const kept = this.#events.get(slug) ?? {
      epoch: randomBytes(9).toString('base64url'),
      lines: [],
      hashes: [],
      bytes: 0,
      keys: new Map(),
      texts: new Map(),
      snapshots: [],
    };
    this.#events.set(slug, kept);
    const log = new MemoryLog(slug, kept, this.#lines, () => this.#open.delete(slug));
    this.#open.set(slug, log);
    return log;
  }

  async remove(slug: string): Promise<boolean> {
    await this.#open.get(slug)?.close();
    this.#events.delete(slug);
    return true;
  }

  async snapshot(slug: string, upTo = Number.POSITIVE_INFINITY): Promise<Snapshot | null> {
    return this.#kept(slug).snapshots.findLast((snapshot) => snapshot.seq <= upTo) ?? null;
  }

  async saveSnapshot(slug: string, snapshot: Snapshot): Promise<void> {
    if (stateHash(snapshot.state) !== snapshot.hash)
      throw new TypeError('The hash of a snapshot is not that of its state');
    const kept = this.#kept(slug);
    if (snapshot.seq > kept.lines.length) throw new TypeError('A snapshot cannot be newer than its log');
    const others = kept.snapshots.filter((other) => other.seq !== snapshot.seq);
    kept.snapshots = [...others, snapshot].sort((a, b) => a.seq - b.seq).slice(-3);
  }

  async bodies(slug: string, upTo: number): Promise<OwnedBody[]> {
    return [...this.#kept(slug).texts].flatMap(([seq, { owner, bodies }]) =>
      seq <= upTo ? bodies.map((body) => ({ ...body, owner })) : [],
    );
  }

  async check(slug: string): Promise<{ entries: number; seq: number; damage: string | null }> {
    const { length } = this.#kept(slug).lines;
    return { entries: length, seq: length, damage: null };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((log) => log.close()));
  }

  #kept(slug: string): Kept {
    const kept = this.#events.get(slug);
    if (!kept) throw new LogUnavailable(`There is no event ${slug}`);
    return kept;
  }
}

class MemoryLog implements Log {
  readonly epoch: string;
  readonly #slug: string;
  readonly #kept: Kept;
  readonly #lines: Lines;
  readonly #followers: Followers;
  readonly #closed: () => void;
  #open = true;

  constructor(slug: string, kept: Kept, lines: Lines, closed: () => void) {
    this.#slug = slug;
    this.#lines = lines;
    this.epoch = kept.epoch;
    this.#kept = kept;
    this.#closed = closed;
    this.#followers = new Followers(
      kept.lines.length,
      async (after) => {
        const entries = await this.read({ after });
        return entries.map((entry) => ({ entry, mark: markOf(kept.hashes[entry.seq - 1] ?? '') }));
      },
      () => {},
    );
  }

  get bytes(): number {
    return this.#kept.bytes;
  }

  async append(draft: Draft): Promise<Appended> {
    this.#refuseIfClosed();
    const bare = this.#lines.of(draft);
    const key = JSON.stringify([bare.by.participant, bare.id]);
    const known = this.#kept.keys.get(key);
    if (known !== undefined) return { entry: this.#entries(known, known)[0]!, repeated: true };
    const seq = this.#kept.lines.length + 1;
    const line: Line = { ...bare, seq, at: Math.max(bare.at, this.#kept.lines.at(-1)?.at ?? bare.at) };
    const hash = chained(this.#kept.hashes.at(-1) ?? genesis(this.#slug), canonical(line));
    this.#kept.lines.push(line);
    this.#kept.hashes.push(hash);
    this.#kept.bytes += bytesOf(JSON.stringify(bare), draft.personal?.bodies ?? []);
    this.#kept.keys.set(key, seq);
    if (draft.personal) this.#kept.texts.set(seq, structuredClone(draft.personal));
    const entry = toEntry(line, draft.personal?.bodies ?? []);
    this.#followers.durable(entry, markOf(hash));
    return { entry, repeated: false };
  }

  async read(query: Query): Promise<Entry[]> {
    this.#refuseIfClosed();
    if ('after' in query) return this.#entries(query.after + 1, query.after + (query.limit ?? 1_000));
    const seq = this.#kept.keys.get(JSON.stringify([query.key.participant, query.key.id]));
    return seq === undefined ? [] : this.#entries(seq, seq);
  }

  async marks(after: number): Promise<string[]> {
    this.#refuseIfClosed();
    return this.#kept.hashes.slice(after).map(markOf);
  }

  follow(after: number, listener: Listener): () => void {
    this.#refuseIfClosed();
    return this.#followers.add(after, listener);
  }

  async forget(owner: string, which: Which = { upTo: Number.POSITIVE_INFINITY }): Promise<number> {
    this.#refuseIfClosed();
    let forgotten = 0;
    for (const [seq, text] of this.#kept.texts) {
      if (text.owner !== owner) continue;
      const stays = ({ digest }: Body) =>
        'upTo' in which ? seq > which.upTo : !which.digests.includes(digest);
      const bodies = text.bodies.filter(stays);
      forgotten += text.bodies.length - bodies.length;
      if (bodies.length > 0) this.#kept.texts.set(seq, { owner, bodies });
      else this.#kept.texts.delete(seq);
    }
    return forgotten;
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    this.#followers.clear();
    this.#closed();
  }

  #entries(from: number, to: number): Entry[] {
    return this.#kept.lines
      .slice(from - 1, to)
      .map((line) =>
        toEntry(structuredClone(line), structuredClone(this.#kept.texts.get(line.seq)?.bodies ?? [])),
      );
  }

  #refuseIfClosed(): void {
    if (!this.#open) throw new LogUnavailable('The log is closed');
  }
}
