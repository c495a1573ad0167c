import { Worker } from 'node:worker_threads';
import { LogUnavailable } from '../log.ts';
import type { Answered, Answers, Asked } from './messages.ts';

/** Who waits for an answer. */
interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const fromSource = import.meta.url.endsWith('.ts');

/** The main thread's end of the thread that owns the log file. */
export class WriterThread {
  /** Commits that wrote entries, since the start: fewer than appends where many came at once. */
  commits = 0;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  readonly #ended: Promise<void>;
  #calls = 0;
  #gone: LogUnavailable | null = null;
  #closing = false;

  /** Starts the thread. `onFailure` is told once if it ends without having been closed: nothing is recorded from then on. */
  constructor(file: string, onFailure: (failure: LogUnavailable) => void) {
    this.#worker = new Worker(
      new URL(fromSource ? './worker-source.mjs' : './sqlite-worker.js', import.meta.url),
      {
        workerData: { file },
        execArgv: [],
      },
    );
    let reason = 'it ended';
    this.#worker.on('message', (message: Answered) => this.#answered(message));
    this.#worker.on('error', (error: Error) => {
      reason = error.message;
    });
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#end(reason, onFailure);
        resolve();
      });
    });
  }

  /** Asks the thread; rejects with `LogUnavailable` where the file or the thread does not let it. */
  ask<A extends Asked>(asked: A): Promise<Answers[A['ask']]> {
    if (this.#gone || this.#closing)
      return Promise.reject(this.#gone ?? new LogUnavailable('The log is closed'));
    return this.#send(asked);
  }

  /** Waits for what is under way, closes the file and ends the thread. */
  async close(): Promise<void> {
    if (!this.#gone && !this.#closing) {
      this.#closing = true;
      await this.#send({ ask: 'close' });
    }
    await this.#ended;
  }

  #send<A extends Asked>(asked: A): Promise<Answers[A['ask']]> {
    return new Promise((resolve, reject) => {
      const call = ++this.#calls;
      this.#pending.set(call, { resolve, reject });
      this.#worker.postMessage({ ...asked, call });
    });
  }

  #answered({ commits, answers }: Answered): void {
    this.commits = commits;
    for (const answer of answers) {
      const pending = this.#pending.get(answer.call);
      this.#pending.delete(answer.call);
      if ('unavailable' in answer)
        pending?.reject(new LogUnavailable(answer.unavailable, { kind: answer.kind }));
      else if ('fault' in answer) pending?.reject(new Error(answer.fault));
      else pending?.resolve(answer.value);
    }
  }

  #end(reason: string, onFailure: (failure: LogUnavailable) => void): void {
    this.#gone = new LogUnavailable(
      this.#closing ? 'The log is closed' : `The log's writer stopped: ${reason}`,
      { kind: this.#closing ? null : 'failing' },
    );
    const left = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of left) pending.reject(this.#gone);
    if (!this.#closing) onFailure(this.#gone);
  }
}
