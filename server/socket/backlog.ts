import type { Socket } from 'socket.io';

/** The connection below a socket. */
type Conn = Socket['conn'];

/** A packet as it waits below a socket; `data` is that of a message. */
interface Packet {
  type: string;
  data?: unknown;
}

/** What may wait behind a first message, and how long nothing of it may be read, in milliseconds. */
export const backlogLimit = { packets: 256, bytes: 256 * 1024, silence: 30_000 };

/**
 * What waits to be sent on one connection. A first message may be under way, whatever its size; what is written meanwhile
 * waits behind it, and is counted in packets and bytes.
 */
export class Backlog {
  readonly #conn: Conn;
  readonly #over: () => void;
  /** The first message while it waits itself, before the transport has taken it. */
  #first: string | null = null;
  #packets = 0;
  #bytes = 0;
  #told = false;
  /** When the system last took something of what was written, and how much it then had not. */
  #progress = { at: performance.now(), left: 0 };

  /** `over` is told once more waits than may; again after `dropEvents`. */
  constructor(conn: Conn, over: () => void) {
    this.#conn = conn;
    this.#over = over;
    conn.on('packetCreate', (packet: Packet) => this.#created(packet));
    conn.on('flush', () => {
      this.#first = null;
      this.#count([]);
      this.#progress = { at: performance.now(), left: 0 };
    });
  }

  /** Whether everything that was written was passed on. */
  get isEmpty(): boolean {
    return this.#conn.transport.writable && waitingIn(this.#conn).length === 0;
  }

  /** Whether more waits than may. */
  get isOver(): boolean {
    return this.#packets > backlogLimit.packets || this.#bytes > backlogLimit.bytes;
  }

  /** Writes a first message, as the text of a packet of Socket.IO. */
  writeFirst(text: string): void {
    this.#first = this.#conn.transport.writable ? null : text;
    this.#conn.write(text);
  }

  /** Drops what waits and was not asked for: events. Answers to what was sent, and the first message, stay. */
  dropEvents(): void {
    const stays = waitingIn(this.#conn).filter((packet) => !isEvent(packet) || packet.data === this.#first);
    Reflect.set(this.#conn, 'writeBuffer', stays);
    this.#count(stays.filter(({ data }) => this.#first === null || data !== this.#first));
    this.#told = false;
  }

  /** For how long the system has taken nothing of what was written, in milliseconds; to be asked now and then. */
  silence(now: number): number {
    const left = this.isEmpty ? 0 : leftBelow(this.#conn);
    const moved = left === 0 || this.#progress.left === 0 || left < this.#progress.left;
    if (moved) this.#progress = { at: now, left };
    return now - this.#progress.at;
  }

  #created(packet: Packet): void {
    if (this.#conn.transport.writable || (this.#first !== null && packet.data === this.#first)) return;
    this.#packets += 1;
    this.#bytes += bytesOf(packet);
    if (!this.isOver || this.#told) return;
    this.#told = true;
    setImmediate(this.#over);
  }

  #count(packets: readonly Packet[]): void {
    this.#packets = packets.length;
    this.#bytes = packets.reduce((sum, packet) => sum + bytesOf(packet), 0);
  }
}

function bytesOf({ data }: Packet): number {
  return typeof data === 'string' || Buffer.isBuffer(data) ? Buffer.byteLength(data) : 0;
}

/** Whether a packet is an event of Socket.IO, which begins with a 2, and no answer or packet of its own. */
function isEvent({ type, data }: Packet): boolean {
  return type === 'message' && typeof data === 'string' && data.startsWith('2');
}

/** The packets that Engine.IO keeps until the transport takes them: it has no name for them outside. */
function waitingIn(conn: Conn): Packet[] {
  const buffer: unknown = Reflect.get(conn, 'writeBuffer');
  return Array.isArray(buffer) ? buffer : [];
}

/** Bytes that the system has not taken from the transport yet; 1 where it does not say. */
function leftBelow(conn: Conn): number {
  let below: unknown = conn.transport;
  for (const name of ['socket', '_socket', '_handle', 'writeQueueSize']) {
    if (typeof below !== 'object' || below === null) return 1;
    below = Reflect.get(below, name);
  }
  return typeof below === 'number' ? Math.max(1, below) : 1;
}
