import type { Socket } from 'socket.io';
import type { Badge } from '../access/badges.ts';
import type { GrossLimit } from '../access/gross-limit.ts';
import { refuse } from '../refusals/refuse.ts';
import { spoken } from '../refusals/spoken.ts';

/** How often it is looked whether what waits may be looked at, in milliseconds. */
const lookEvery = 20;

/** How long somebody who is cut off has to hang up, in milliseconds. */
const farewell = 1_000;

/** What may wait of one connection, in frames and in characters: more than a socket's buffer holds is a flood by itself. */
const mostHeld = { frames: 20_000, characters: 1_000_000 };

/**
 * Counts everything that comes on a socket against its person's gross limit before it is parsed: what is past it is
 * answered `too-fast` where an answer was asked for, and not looked at. Far past it the socket is read more slowly, and
 * who goes on like that is disconnected.
 */
export function watchFlood(socket: Socket, { participant, role }: Badge, gross: GrossLimit): void {
  const { conn } = socket;
  const hear = conn.listeners('data');
  const held: unknown[] = [];
  let characters = 0;
  let timer: NodeJS.Timeout | null = null;

  const cut = () => {
    held.length = 0;
    if (timer) clearTimeout(timer);
    timer = null;
    const below = readingOf(conn);
    socket.disconnect(true);
    // Also where the socket itself was closed by its client, and only the connection is left.
    conn.close();
    // Who does not hang up is hung up on: a closed connection is read until its other end says so, too.
    setTimeout(() => below?.terminate(), farewell).unref();
  };
  const take = (data: unknown) => {
    const tooFast = gross.count(participant, role);
    if (gross.isFlooding(participant, role)) return cut();
    if (tooFast === null) for (const each of hear) each.call(conn, data);
    else answerUnread(conn, data, tooFast.retryAfterMs);
  };
  const hold = (data: unknown) => {
    held.push(data);
    characters += sizeOf(data);
    if (held.length > mostHeld.frames || characters > mostHeld.characters) return cut();
    if (timer !== null) return;
    readingOf(conn)?.pause();
    timer = setTimeout(drain, lookEvery);
  };
  const drain = () => {
    timer = null;
    let taken = 0;
    while (taken < held.length && gross.mayLook(participant, role)) {
      const data = held[taken];
      taken += 1;
      characters -= sizeOf(data);
      take(data);
    }
    held.splice(0, taken);
    if (held.length > 0) timer = setTimeout(drain, lookEvery);
    else readingOf(conn)?.resume();
  };

  conn.removeAllListeners('data');
  conn.on('data', (data: unknown) => {
    if (held.length > 0 || !gross.mayLook(participant, role)) hold(data);
    else take(data);
  });
  conn.on('packet', ({ type }: { type: string }) => {
    if (type === 'message') return;
    gross.count(participant, role);
    if (gross.isFlooding(participant, role)) cut();
  });
  socket.on('disconnect', () => {
    held.length = 0;
    if (timer) clearTimeout(timer);
    timer = null;
  });
}

/** Answers an event of Socket.IO that asked for an answer (`2` and a number before its JSON) without reading it. */
function answerUnread(conn: Socket['conn'], data: unknown, retryAfterMs: number): void {
  const asked = typeof data === 'string' ? /^2(\d{1,15})\[/.exec(data)?.[1] : undefined;
  if (asked === undefined) return;
  const refusal = spoken(refuse('too-fast', 'too-fast', { retryAfterMs }));
  conn.write(`3${asked}${JSON.stringify([refusal])}`);
}

function sizeOf(data: unknown): number {
  return typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0;
}

/** What can be done to a WebSocket from outside. */
interface Readable {
  pause(): void;
  resume(): void;
  terminate(): void;
}

/** The WebSocket under a connection, which can be left unread; null for long polling, where one request brings it all. */
function readingOf({ transport }: Socket['conn']): Readable | null {
  const below: unknown = Reflect.get(transport, 'socket');
  return isReadable(below) ? below : null;
}

function isReadable(below: unknown): below is Readable {
  return (
    typeof below === 'object' &&
    below !== null &&
    'pause' in below &&
    typeof below.pause === 'function' &&
    'resume' in below &&
    typeof below.resume === 'function' &&
    'terminate' in below &&
    typeof below.terminate === 'function'
  );
}
