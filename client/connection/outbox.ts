import type { Command } from '../../shared/log/command.ts';
import { outcomeSchema, type WireOutcome } from '../../shared/wire/down.ts';
import { pageRefusal } from './page-refusals.en.ts';

/** How long an acknowledgement may take before the same command is sent again. */
const timeoutMs = 8_000;

/** How long a command that was taken can be offered again. */
const offeredForMs = 15 * 60_000;

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
  /** It is sent again where that was too fast, as soon as it may be. */
  insistent: boolean;
  settle: (outcome: WireOutcome) => void;
  giveUp: ReturnType<typeof setTimeout> | undefined;
}

/**
 * What this page has said and the server has not answered yet. A command keeps its id over any number of tries and reconnects,
 * so that it is done once; it is settled by the first outcome, also where that is `unavailable`. All trying again is here;
 * commands that their noun calls `durable` outlast the page where whoever sends them keeps them on the device.
 */
export class Outbox {
  private readonly waiting = new Map<string, Waiting>();
  /** What was taken lately, with the time by this browser's clock. */
  private taken: { command: Command; at: number }[] = [];
  private readonly transmit: Transmit;

  constructor(transmit: Transmit) {
    this.transmit = transmit;
  }

  /** Sends until there is an outcome; `within` milliseconds make it `unavailable` where nothing came back by then. */
  submit(command: Command, within?: number): Promise<WireOutcome> {
    return this.put(command, false, within);
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
    for (const { command } of this.lately()) await this.put(command, true);
  }

  private put(command: Command, insistent: boolean, within?: number): Promise<WireOutcome> {
    return new Promise((settle) => {
      const giveUp =
        within === undefined ? undefined : setTimeout(() => this.settle(command.id, noAnswer), within);
      this.waiting.set(command.id, { command, attempt: 0, insistent, settle, giveUp });
      this.attempt(command.id);
    });
  }

  private lately() {
    return this.taken.filter(({ at }) => at > Date.now() - offeredForMs);
  }

  private attempt(id: string): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    waiting.attempt += 1;
    const { attempt } = waiting;
    this.transmit(waiting.command, timeoutMs, (problem, answer) => {
      const again = () => {
        if (this.waiting.get(id)?.attempt === attempt) this.attempt(id);
      };
      if (problem) return again();
      const outcome = outcomeSchema.safeParse(answer).data ?? notUnderstood;
      const pause = waiting.insistent && !outcome.ok ? outcome.retryAfterMs : undefined;
      if (pause === undefined) this.settle(id, outcome);
      else setTimeout(again, pause);
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

const noAnswer = pageRefusal('no-answer');
const notUnderstood = pageRefusal('answer-unknown');
