import type { Server, Socket } from 'socket.io';

/** The connection below a socket. */
type Conn = Socket['conn'];

/** Messages that may come before somebody is let in: a client sends one, and another after a refusal. */
const messagesBefore = 8;

/** Pings and pongs of the WebSocket itself in ten seconds: so many are answered, and past so many the connection ends. */
const controls = { answered: 10, most: 200, every: 10_000 };

/** What is read of the WebSocket below a connection. */
interface Below {
  bufferedAmount: number;
  on(event: 'ping' | 'pong', hear: (data: unknown) => void): void;
  pong(data: unknown): void;
  terminate(): void;
}

/**
 * What happens on a connection before anybody is let in, and below what Engine.IO sees of it: neither is anybody's, so
 * it is counted by connection. One that says too much is ended.
 */
export class Door {
  readonly #before = new WeakMap<Conn, number>();
  readonly #taken = new WeakSet<Conn>();

  /** Watches every connection of a server. */
  constructor({ engine }: Server) {
    engine.on('connection', (conn: Conn) => {
      watchControls(conn);
      this.#before.set(conn, 0);
      conn.on('packet', ({ type }: { type: string }) => {
        if (type === 'message') this.#heard(conn);
      });
      conn.on('upgrade', () => watchControls(conn));
    });
  }

  /** Takes a connection for one socket; false where it has one already. */
  take(conn: Conn): boolean {
    if (this.#taken.has(conn)) return false;
    this.#taken.add(conn);
    return true;
  }

  /** Somebody was let in: what they send is counted as theirs from here on. */
  open(conn: Conn): void {
    this.#before.delete(conn);
  }

  #heard(conn: Conn): void {
    const before = this.#before.get(conn);
    if (before === undefined) return;
    this.#before.set(conn, before + 1);
    if (before + 1 > messagesBefore) end(conn);
  }
}

/** Ends a connection without waiting for its other end. */
function end(conn: Conn): void {
  const below = belowOf(conn);
  conn.close(true);
  below?.terminate();
}

/** Counts pings and pongs of the WebSocket, and answers as many pings as a client sends, as long as it reads. */
function watchControls(conn: Conn): void {
  const below = belowOf(conn);
  if (!below) return;
  // Answers that it gives by itself wait without a bound for whoever does not read them.
  Reflect.set(below, '_autoPong', false);
  let began = performance.now();
  let count = 0;
  const counted = () => {
    const now = performance.now();
    if (now - began > controls.every) [began, count] = [now, 0];
    count += 1;
    if (count > controls.most) end(conn);
    return count;
  };
  below.on('ping', (data) => {
    if (counted() <= controls.answered && below.bufferedAmount === 0) below.pong(data);
  });
  below.on('pong', counted);
}

/** The WebSocket under a connection; null for long polling. */
function belowOf({ transport }: Conn): Below | null {
  const below: unknown = Reflect.get(transport, 'socket');
  return isBelow(below) ? below : null;
}

function isBelow(below: unknown): below is Below {
  return isObject(below) && 'bufferedAmount' in below && 'pong' in below && 'terminate' in below;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
