import type { Backlog } from './backlog.ts';

/** How often it is looked whether a first message was passed on, in milliseconds. */
const lookEvery = 20;

/** How long one that is not read keeps the next of the same person waiting, in milliseconds: then it is cut off. */
const yieldsAfter = 3_000;

/**
 * How long nothing else is made for a person after a first message, as a multiple of the time that it took to make, and at
 * most, in milliseconds: asking without end takes a hundredth of the server's time.
 */
const rest = { times: 100, most: 5_000 };

/** Somebody's turns for whole views. */
export interface Turns {
  /** Resolves when this person may be given a whole view; `of` names the connection that asks. */
  turn(person: string, of: string): Promise<void>;
  /** A connection asks no more. */
  leave(person: string, of: string): void;
}

/** The first message of a connection, or what is in its place after `resume`. */
export interface First {
  backlog: Pick<Backlog, 'isEmpty' | 'silence'>;
  /** Whether it takes a whole view, and not a patch. */
  isView(): boolean;
  /** Whether making it is paced: whoever runs the event, and screens, wait for nothing. */
  rests: boolean;
  /** Sends it as things stand now, and lets the connection in. */
  send(): void;
  /** Cuts the connection off, which comes back by itself. */
  cut(): void;
}

/** The connections of one person that wait, in the order in which they may go, and the one whose message is under way. */
interface Line {
  waiting: Map<string, First>;
  ready: Set<string>;
  underWay: First | null;
  /** When the next may be made. */
  nextAt: number;
  timer: NodeJS.Timeout | null;
}

/**
 * First messages, of which one may be under way a person, whatever its size. Whole views come as often as the person's
 * turns; nobody is refused. A connection that asks again before it is served is served once, as it asked last.
 */
export class FirstMessages {
  readonly #lines = new Map<string, Line>();
  readonly #turns: Turns;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /** Serves a connection of a person as soon as may be: at once where nothing else of theirs is under way. */
  serve(person: string, connection: string, first: First): void {
    const line = this.#lines.get(person) ?? {
      ...{ waiting: new Map(), ready: new Set<string>() },
      ...{ underWay: null, nextAt: 0, timer: null },
    };
    this.#lines.set(person, line);
    line.waiting.set(connection, first);
    if (line.ready.has(connection)) return;
    if (!first.isView()) {
      this.#isReady(person, line, connection);
      return;
    }
    void this.#turns.turn(person, connection).then(() => this.#isReady(person, line, connection));
  }

  /** A connection is gone. */
  leave(person: string, connection: string): void {
    const line = this.#lines.get(person);
    if (!line) return;
    this.#turns.leave(person, connection);
    line.waiting.delete(connection);
    line.ready.delete(connection);
    this.#forget(person, line);
  }

  #isReady(person: string, line: Line, connection: string): void {
    if (!line.waiting.has(connection)) return;
    line.ready.add(connection);
    if (line.timer === null) this.#go(person, line);
  }

  /** Sends what is ready, as long as nothing is under way. */
  #go(person: string, line: Line): void {
    line.timer = null;
    for (const connection of line.ready) {
      if (performance.now() < line.nextAt || (line.underWay && !this.#isThrough(line.underWay))) {
        line.timer = setTimeout(() => this.#go(person, line), lookEvery);
        return;
      }
      const first = line.waiting.get(connection);
      line.ready.delete(connection);
      line.waiting.delete(connection);
      if (!first) continue;
      const began = performance.now();
      first.send();
      const ended = performance.now();
      if (first.rests) line.nextAt = ended + Math.min(rest.most, rest.times * (ended - began));
      line.underWay = first;
    }
    this.#forget(person, line);
  }

  /** Whether a first message was passed on; one that nobody reads gives way to the next. */
  #isThrough({ backlog, cut }: First): boolean {
    if (backlog.isEmpty) return true;
    if (backlog.silence(performance.now()) < yieldsAfter) return false;
    cut();
    return true;
  }

  #forget(person: string, line: Line): void {
    if (line.waiting.size > 0 || line.timer !== null) return;
    const rests = performance.now() < line.nextAt;
    if (!rests && (line.underWay === null || line.underWay.backlog.isEmpty)) this.#lines.delete(person);
    else line.timer = setTimeout(() => this.#go(person, line), lookEvery);
  }
}
