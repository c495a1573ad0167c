import type { Socket } from 'socket.io';

/** The connection below a socket. */
type Conn = Socket['conn'];

/** How long a connection has to answer where somebody asks for its place, in milliseconds. */
const timeoutMs = 1_500;

/**
 * The open connections of each person, of which there may be only so many. Where one more comes, those that a network took away
 * without a word give their places: each is asked whether it is still there.
 */
export class Places {
  readonly #taken = new Map<string, Set<Conn>>();

  /**
   * Takes a place for a connection of a person, who may have so many at `most`; false where there is none left. It gives it
   * back as it closes.
   */
  async take(person: string, conn: Conn, most: number): Promise<boolean> {
    const isFull = () => (this.#taken.get(person)?.size ?? 0) >= most;
    if (isFull()) await Promise.all([...(this.#taken.get(person) ?? [])].map(endUnlessThere));
    return !isFull() && this.#add(person, conn);
  }

  #add(person: string, conn: Conn): boolean {
    const taken = this.#taken.get(person) ?? new Set();
    this.#taken.set(person, taken.add(conn));
    conn.once('close', () => {
      taken.delete(conn);
      if (taken.size === 0 && this.#taken.get(person) === taken) this.#taken.delete(person);
    });
    return conn.readyState === 'open';
  }
}

/** The WebSocket below a connection, as far as it is asked whether it is there. */
interface Askable {
  ping(): void;
  once(event: 'pong', hear: () => void): void;
}

/** Asks a WebSocket whether it is there, and ends it where nothing comes back; long polling asks by itself. */
async function endUnlessThere(conn: Conn): Promise<void> {
  const below: unknown = Reflect.get(conn.transport, 'socket');
  if (!isAskable(below)) return;
  const isThere = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    const there = () => {
      clearTimeout(timer);
      resolve(true);
    };
    conn.once('packet', there);
    below.once('pong', there);
    below.ping();
  });
  if (!isThere) conn.close(true);
}

function isAskable(below: unknown): below is Askable {
  return typeof below === 'object' && below !== null && 'ping' in below && 'once' in below;
}
