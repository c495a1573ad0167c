import type { Command } from '../../shared/log/command.ts';
import { outcomeSchema, type WireOutcome } from '../../shared/wire/down.ts';
import { pageRefusal } from './page-refusals.en.ts';

/** How long an acknowledgement may take before the same command is sent again; milliseconds. */
const patience = 8_000;

/** How long a command that was taken can be offered again, in milliseconds. */
const offeredFor = 15 * 60_000;

/** Sends one command where there is a connection and calls back with the raw acknowledgement; else does nothing. */
export type Transmit = (
  command: Command,
  within: number,
  answer: (problem: unknown, outcome: unknown) => void,
) => void;

interface Waiting {
  command: Command;
  /** Number of the present try; answers to earlier ones that failed are not believed. */
  attempt: number;
  settle: (outcome: WireOutcome) => void;
  giveUp: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Commands on their way. Each keeps its id over any number of tries and reconnects, so that the server does it
 * once; it is settled by the first outcome, also where that is `unavailable`.
 */
export class Sender {
  private readonly waiting = new Map<string, Waiting>();
  /** What was taken lately, with the time by this browser's clock. */
  private taken: { command: Command; at: number }[] = [];
  private readonly transmit: Transmit;

  constructor(transmit: Transmit) {
    this.transmit = transmit;
  }

  /** Sends until there is an outcome; `within` milliseconds make it `unavailable` where nothing came back by then. */
  send(command: Command, within?: number): Promise<WireOutcome> {
    return new Promise((settle) => {
      const giveUp =
        within === undefined ? undefined : setTimeout(() => this.settle(command.id, noAnswer), within);
      this.waiting.set(command.id, { command, attempt: 0, settle, giveUp });
      this.attempt(command.id);
    });
  }

  /** Sends everything that has no outcome yet again: there is a fresh connection. */
  resend(): void {
    for (const id of this.waiting.keys()) this.attempt(id);
  }

  /**
   * Sends what was taken in the last 15 minutes once more, in its order: a log that lost it takes it again, under its id.
   * Goes on over reconnects, and waits where that is too fast.
   */
  async offer(): Promise<void> {
    for (const { command } of this.lately())
      for (let outcome = await this.send(command); isTooFast(outcome); outcome = await this.send(command))
        await new Promise((resolve) => setTimeout(resolve, outcome.retryAfterMs));
  }

  private lately() {
    return this.taken.filter(({ at }) => at > Date.now() - offeredFor);
  }

  private attempt(id: string): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    waiting.attempt += 1;
    const { attempt } = waiting;
    this.transmit(waiting.command, patience, (problem, answer) => {
      if (!problem) this.settle(id, outcomeSchema.safeParse(answer).data ?? notUnderstood);
      else if (this.waiting.get(id)?.attempt === attempt) this.attempt(id);
    });
  }

  private settle(id: string, outcome: WireOutcome): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    clearTimeout(waiting.giveUp);
    if (outcome.ok)
      this.taken = [
        ...this.lately().filter(({ command }) => command.id !== id),
        { command: waiting.command, at: Date.now() },
      ];
    waiting.settle(outcome);
  }
}

function isTooFast(outcome: WireOutcome): outcome is WireOutcome & { retryAfterMs: number } {
  return 'retryAfterMs' in outcome && outcome.retryAfterMs !== undefined;
}

const noAnswer = pageRefusal('no-answer');
const notUnderstood = pageRefusal('answer-unknown');
