import { nextDue } from '../../shared/log/next-due.ts';
import { serverActor } from '../../shared/state/actor.ts';
import { derivedId } from './derived-id.ts';
import type { LiveEvent } from './live-event.ts';
import { retryPause } from './retry-pause.ts';

/** Longest wait of one timer: those of Node overflow after 24 days, and clocks may be set. Milliseconds. */
const longestWait = 60_000;

/**
 * Lets time pass in an event: appends `clock.pass` at each moment at which something changes by itself. The id
 * comes from event and instant, so that any number of nodes make one entry.
 */
export class Timekeeper {
  readonly #event: LiveEvent;
  readonly #stop: () => void;
  #timer: NodeJS.Timeout | undefined;
  #passing: Promise<void> | null = null;
  /** How often in a row a moment could not be passed: a log that takes nothing is not asked all the time. */
  #failures = 0;
  #closed = false;

  constructor(event: LiveEvent) {
    this.#event = event;
    this.#stop = event.onApplied((entry, { changes }) => {
      this.#failures = 0;
      const { model } = event.state;
      if (model.kind(entry.type).passes || changes.some(({ of }) => model.table(of).timed)) this.#schedule();
    });
  }

  /** Appends what was missed while nobody was there; resolves when the state is of this moment. */
  async catchUp(): Promise<void> {
    this.#passing ??= this.#pass().finally(() => {
      this.#passing = null;
      this.#schedule();
    });
    await this.#passing;
  }

  /** Lets no more time pass. */
  close(): void {
    this.#closed = true;
    this.#stop();
    clearTimeout(this.#timer);
  }

  async #pass(): Promise<void> {
    for (
      let due = nextDue(this.#event.state);
      due !== null && due <= this.#event.now();
      due = nextDue(this.#event.state)
    ) {
      const before = this.#event.state.passedTo;
      // The id is the same on every node.
      const once = { id: derivedId(`${this.#event.slug} ${due}`), at: due };
      await this.#event.submitAs(serverActor, 'clock.pass', { at: due }, once);
      const passed = this.#event.state.passedTo !== before;
      if (!passed) this.#failures += 1;
      if (this.#closed || !passed) return;
    }
  }

  #schedule(): void {
    if (this.#passing !== null || this.#closed) return;
    clearTimeout(this.#timer);
    const due = nextDue(this.#event.state);
    if (due === null) return;
    const wait = Math.min(Math.max(retryPause(this.#failures), due - this.#event.now()), longestWait);
    this.#timer = setTimeout(() => void this.catchUp(), wait);
    this.#timer.unref();
  }
}
