import { randomUUID } from 'node:crypto';
import { type Applied, decide, type Outcome, outcomeOf } from '../../shared/log/apply.ts';
import type { Draft, Entry, EntryData, EntryType } from '../../shared/log/entry.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import type { Actor } from '../../shared/state/actor.ts';
import { initialState } from '../../shared/state/model.ts';
import type { Stamp } from '../../shared/state/rule.ts';
import type { State } from '../../shared/state/state.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { type Log, type LogStore, LogUnavailable } from '../log/log.ts';
import { refuse } from '../refusals/refuse.ts';
import { sentenceOf } from '../refusals/spoken.ts';
import { applyOrRefuse } from './apply-safely.ts';
import { Eraser } from './eraser.ts';
import { Marks, resumeLimit } from './marks.ts';
import { sameCommand } from './repeats.ts';
import { rememberedState, snapshotEvery, snapshotOf } from './snapshots.ts';
import { Turns } from './turns.ts';

/** People who followed another log before somebody is told: one may be mistaken, or lie. */
const manyStrayed = 3;

/** Something happened to a live event: an entry was applied, with the changes it made. */
export type AppliedListener = (entry: Entry, applied: Applied) => void;

/** What a live event needs besides its log: the clock, and whom to tell of trouble. */
export interface LiveEventOptions {
  clock: () => number;
  /** Told once of everything that makes the event read-only or an entry unusable, in words. */
  alarm: (message: string, error?: unknown) => void;
  /** Told of what is worth a look, and may well be right. */
  notice?: (message: string) => void;
  /** Bytes that an event may hold in its log; without it any number. */
  maxBytes?: number;
  /** Whether the installation withdrew an invite or a participant, in all its events or in those under a slug. */
  withdrew?: (who: Bearing, slug: string) => boolean;
}

/** What is not as usual in the stamp of an entry that is made here. */
type Stamped = Partial<Omit<Stamp, 'by' | 'rules'>>;

/** What of a badge may have been withdrawn. */
export interface Bearing {
  invite?: string | null;
  participant?: string;
}

/**
 * One event as this node knows it: the owner of its state. Commands go to the log; the state follows the log and
 * nothing else, so that an acknowledgement always speaks of an entry that is durable and applied.
 */
export class LiveEvent {
  readonly slug: string;
  readonly state: State;
  readonly log: Log;
  /** The marks of the last entries. */
  readonly marks = new Marks();
  /** Who has to wait for what they did before. */
  readonly turns = new Turns();
  /** Why nothing is written any more; null while all is well. */
  readOnly: Refusal | null = null;
  readonly #store: LogStore;
  readonly #options: LiveEventOptions;
  readonly #eraser: Eraser;
  readonly #listeners = new Set<AppliedListener>();
  readonly #waiting = new Map<number, (() => void)[]>();
  readonly #strayed = new Set<string>();
  #stop: () => void = () => undefined;

  private constructor(slug: string, state: State, log: Log, store: LogStore, options: LiveEventOptions) {
    this.slug = slug;
    this.state = state;
    this.log = log;
    this.#store = store;
    this.#options = options;
    this.#eraser = new Eraser(log, (message, error) => options.alarm(`${slug}: ${message}`, error));
  }

  /** Opens an event: from its snapshot and the tail of its log, then following the log. */
  static async open(slug: string, store: LogStore, options: LiveEventOptions): Promise<LiveEvent> {
    const log = await store.open(slug);
    const { state, leftOver } = (await rememberedState(store, slug)) ?? {
      state: initialState(store.model),
      leftOver: [],
    };
    const event = new LiveEvent(slug, state, log, store, options);
    for (
      let page = await log.read({ after: state.seq });
      page.length > 0;
      page = await log.read({ after: state.seq })
    ) {
      for (const entry of page) event.#follow(entry);
      if (event.readOnly !== null) break;
    }
    event.#eraser.resume(state, leftOver);
    const marksFrom = Math.max(0, state.seq - resumeLimit);
    event.marks.begin(marksFrom, (await log.marks(marksFrom)).slice(0, state.seq - marksFrom));
    event.#stop = log.follow(state.seq, (entry, mark) => {
      event.marks.add(entry.seq, mark);
      event.#follow(entry);
    });
    return event;
  }

  /** How much of what the event may hold it holds: 1 and more is full. */
  get filled(): number {
    return this.log.bytes / (this.#options.maxBytes ?? Number.POSITIVE_INFINITY);
  }

  /** This node's clock, epoch milliseconds. */
  clock(): number {
    return this.#options.clock();
  }

  /** Whether the installation withdrew what a badge stands on: in all events, or in one before this under its slug. */
  withdrew(who: Bearing): boolean {
    return this.#options.withdrew?.(who, this.slug) ?? false;
  }

  /** The time at which an entry made now is stamped: never before anything this event has seen. */
  now(): number {
    return Math.max(this.#options.clock(), this.state.at);
  }

  /**
   * Why a command would be refused as things stand; null where it would be taken.
   * Refuses: `colleague-changed`, `made-by-server`, `role-may-not`, `id-taken`, `access-withdrawn`, `no-programme`, `banned`,
   * `event-closed`, and what its rule refuses.
   */
  refusalAhead(draft: Draft): Refusal | null {
    const ahead = this.readOnly ?? decide(this.state, draft);
    return Array.isArray(ahead) ? null : ahead;
  }

  /**
   * Takes a command: looks ahead, records it, and gives what came of it once it is durable and applied. A command
   * that is known by its key gets its first outcome again, whatever the state says now.
   */
  async submit(draft: Draft): Promise<Outcome> {
    return (await this.submitOrRepeat(draft)).outcome;
  }

  /** Takes an entry that is made here, and gives what came of it. */
  async submitAs<T extends EntryType>(
    by: Actor,
    type: T,
    data: EntryData[T],
    more: Stamped = {},
  ): Promise<Outcome> {
    return this.submit(this.draftAs(by, type, data, more));
  }

  /** The draft of an entry that is made here: now, and under a new id, unless `more` says otherwise. */
  draftAs<T extends EntryType>(by: Actor, type: T, data: EntryData[T], more: Stamped = {}): Draft {
    const stamp = { id: randomUUID(), at: this.now(), rules: rulesVersion, ...more };
    // Type and data go together: their pair is one of the union.
    return { ...stamp, by, type, data } as Draft;
  }

  /**
   * Takes a command as `submit` does, and tells whether it was the repeat of one that was logged before.
   * Refuses: `not-stored`, `id-used`, and whatever the rules refuse.
   */
  async submitOrRepeat(draft: Draft): Promise<{ outcome: Outcome; repeated: boolean }> {
    try {
      const ahead = this.refusalAhead(draft);
      if (ahead) {
        const first = await this.repeated(draft);
        return { outcome: first ?? ahead, repeated: first !== null && first !== otherBody };
      }
      const { entry, repeated } = await this.log.append(draft);
      if (repeated && !sameCommand(draft, entry, this.state)) return { outcome: otherBody, repeated: false };
      return { outcome: await this.#outcome(entry), repeated };
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
      return {
        outcome: this.readOnly ?? refuse('unavailable', 'not-stored'),
        repeated: false,
      };
    }
  }

  /** The outcome of a command that was logged before under the same key; null where the key is new. Refuses: `id-used`. */
  async repeated(draft: Draft): Promise<Outcome | null> {
    const [entry] = await this.log.read({ key: { participant: draft.by.participant, id: draft.id } });
    if (!entry) return null;
    if (!sameCommand(draft, entry, this.state)) return otherBody;
    return this.#outcome(entry);
  }

  /** The command that was logged under a key, whatever it said: its type and what came of it; null where the key is new. */
  async known(participant: string, id: string): Promise<{ type: EntryType; outcome: Outcome } | null> {
    const [entry] = await this.log.read({ key: { participant, id } });
    return entry ? { type: entry.type, outcome: await this.#outcome(entry) } : null;
  }

  /** Calls a listener after each entry that is applied; returns how to stop. */
  onApplied(listener: AppliedListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stops following, keeps a snapshot where there is something new, and closes the log. */
  async close({ removed = false } = {}): Promise<void> {
    this.#stop();
    await this.#eraser.close({ trying: !removed });
    if (!removed && this.readOnly === null && this.state.seq > 0)
      await this.#store.saveSnapshot(this.slug, snapshotOf(this.state)).catch((error: unknown) => {
        // Without it the next start only replays more; nothing of the log depends on it.
        this.#options.alarm('A snapshot could not be saved', error);
      });
    await this.log.close();
  }

  #follow(entry: Entry): void {
    if (this.readOnly !== null || entry.seq <= this.state.seq) return;
    if (entry.rules > rulesVersion) {
      this.#stopWriting(
        refuse('unavailable', 'newer-rules', { now: { seq: entry.seq, rules: entry.rules } }),
      );
      return;
    }
    const applied = applyOrRefuse(this.state, entry, this.#options.alarm);
    for (const listener of this.#listeners) listener(entry, applied);
    for (const resolve of this.#waiting.get(entry.seq) ?? []) resolve();
    this.#waiting.delete(entry.seq);
    this.#eraser.add(applied.gone, entry.seq);
    if (entry.seq % snapshotEvery === 0) {
      this.#store
        .saveSnapshot(this.slug, snapshotOf(this.state))
        .catch((error: unknown) => this.#options.alarm('A snapshot could not be saved', error));
    }
  }

  #stopWriting(why: Refusal): void {
    this.readOnly = why;
    this.#options.alarm(sentenceOf(why));
    for (const waiting of this.#waiting.values()) for (const resolve of waiting) resolve();
  }

  /** Somebody followed another log than this: where several did, entries that were acknowledged are gone. */
  strayed(participant: string): void {
    if (this.#strayed.size === manyStrayed || this.#strayed.has(participant)) return;
    this.#strayed.add(participant);
    if (this.#strayed.size < manyStrayed) return;
    this.#options.alarm(
      `${this.slug}: ${manyStrayed} people followed entries that this log does not have. Was an older copy of the folder put back? What they did in the last minutes they send again by themselves`,
    );
  }

  /** Makes the event read-only, as damage found in its log demands. */
  freeze(why: Refusal): void {
    if (this.readOnly === null) this.#stopWriting(why);
  }

  /** An outcome that was taken, with the mark of its entry while that is known. */
  #marked(outcome: Outcome, seq: number): Outcome {
    const mark = this.marks.of(seq);
    return outcome.ok && mark !== undefined ? { ...outcome, mark } : outcome;
  }

  /** What came of a durable entry, once it is applied. */
  async #outcome(entry: Entry): Promise<Outcome> {
    const { seq } = entry;
    if (this.state.seq < seq && this.readOnly === null) {
      await new Promise<void>((resolve) =>
        this.#waiting.set(seq, [...(this.#waiting.get(seq) ?? []), resolve]),
      );
    }
    return this.state.seq < seq
      ? (this.readOnly ?? refuse('unavailable', 'event-stopped'))
      : this.#marked(outcomeOf(this.state, entry), seq);
  }
}

const otherBody = refuse('conflict', 'id-used', { of: 'id' });
