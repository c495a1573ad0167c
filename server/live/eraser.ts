import type { Gone } from '../../shared/log/kept-texts.ts';
import type { State } from '../../shared/state/state.ts';
import { type Log, LogUnavailable } from '../log/log.ts';
import { retryPause } from './retry-pause.ts';

/** How long texts that were replaced wait for others, so that one write blanks many; milliseconds. */
const gather = 1_000;

/**
 * Carries out in the log what the state has forgotten: people who were erased, and texts that nothing leads to any more.
 * What does not succeed, on a full disk or while somebody reads the file, is tried until it does, also after a restart.
 */
export class Eraser {
  readonly #log: Pick<Log, 'forget'>;
  readonly #alarm: (message: string, error?: unknown) => void;
  /** Whom everything is to be forgotten of, up to which seq. */
  readonly #people = new Map<string, number>();
  /** Single texts by whose they are. */
  readonly #texts = new Map<string, Set<string>>();
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | null = null;
  #failures = 0;
  #closed = false;

  /** `alarm` is told once of each failure after a success, in words. */
  constructor(log: Pick<Log, 'forget'>, alarm: (message: string, error?: unknown) => void) {
    this.#log = log;
    this.#alarm = alarm;
  }

  /** Begins with what an entry let go of. */
  add({ erased, texts }: Gone, seq: number): void {
    if (erased !== null) this.#people.set(erased, seq);
    for (const { owner, digest } of texts)
      if (owner !== erased) this.#texts.set(owner, (this.#texts.get(owner) ?? new Set()).add(digest));
    if (erased !== null) this.#schedule(0);
    else if (texts.length > 0 && this.#timer === undefined) this.#schedule(gather);
  }

  /** Begins with everybody who is erased, and with what was left over when the server last ended. */
  resume(state: State, leftOver: Gone['texts']): void {
    for (const { id, erasedSeq } of state.tables.participants.values())
      if (erasedSeq !== undefined) this.#people.set(id, erasedSeq);
    this.add({ erased: null, texts: leftOver }, 0);
    if (this.#people.size > 0) this.#schedule(0);
  }

  /** Tries once more what is left, unless all of it is gone, then tries no more. */
  async close({ trying = true } = {}): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    if (!trying) {
      this.#people.clear();
      this.#texts.clear();
    }
    await this.#working;
    if (trying) await this.#work();
  }

  #schedule(wait: number): void {
    if (this.#closed || (this.#failures > 0 && this.#timer !== undefined)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#working ??= this.#work().finally(() => {
        this.#working = null;
        if (this.#people.size + this.#texts.size > 0 && this.#timer === undefined)
          this.#schedule(retryPause(this.#failures));
      });
    }, wait);
    this.#timer.unref();
  }

  async #work(): Promise<void> {
    try {
      for (const [owner, upTo] of this.#people) {
        await this.#log.forget(owner, { upTo });
        if (this.#people.get(owner) === upTo) this.#people.delete(owner);
      }
      for (const [owner, digests] of this.#texts) {
        this.#texts.delete(owner);
        await this.#log.forget(owner, { digests: [...digests] }).catch((error: unknown) => {
          this.#texts.set(owner, new Set([...digests, ...(this.#texts.get(owner) ?? [])]));
          throw error;
        });
      }
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures > 1) return;
      const why = error instanceof LogUnavailable ? error.message : 'The log failed';
      this.#alarm(
        `Texts that were to be forgotten are still in the log, of ${this.#people.size} erased people: ${why}. It is tried again until it succeeds`,
        error,
      );
    }
  }
}
