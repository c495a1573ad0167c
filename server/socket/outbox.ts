import type { Server, Socket } from 'socket.io';
import type { Viewer } from '../../shared/views/lens.ts';
import { iso } from '../../shared/wire/instant.ts';
import { type AudienceKey, isWatchful } from '../live/audiences.ts';
import type { PatchMessage } from '../live/messages.ts';
import type { Outlet } from '../live/ticker.ts';

/** Sockets that one write serves: between two slices others have their turn, a `show` on its way to the stage first of all. */
const sliceSize = 100;

/** Silence after which a beat is sent, in milliseconds. */
const beatEvery = { watchful: 2_500, patient: 20_000 };

/** How often silences are looked at: a beat goes out when it would be late the next time. Milliseconds. */
const beatLook = 250;

/** Frames that may wait for a reader that does not read, before it is cut off and comes back with `since`. */
const queueLimit = 512;

interface Room {
  slices: Set<Socket>[];
  lastSent: number;
}

/** Writes to the sockets of one event: one encoded frame a slice, in slices, and beats where nothing else was sent. */
export class Outbox implements Outlet {
  readonly #io: Server;
  readonly #slug: string;
  readonly #rooms = new Map<AudienceKey, Room>();
  readonly #people = new Map<string, Map<Socket, { audience: AudienceKey; viewer: () => Viewer }>>();
  #beats: NodeJS.Timeout | null = null;

  constructor(io: Server, slug: string) {
    this.#io = io;
    this.#slug = slug;
  }

  /** Starts beats; `now` gives the seq and the time that they say. */
  start(now: () => { seq: number; at: number }): void {
    this.close();
    this.#beats = setInterval(() => this.#beat(now()), beatLook);
    this.#beats.unref();
  }

  /** Adds a socket to an audience; what is broadcast from now on reaches it. `viewer` says who looks through it now. */
  enter(socket: Socket, audience: AudienceKey, viewer: () => Viewer): void {
    const room = this.#rooms.get(audience) ?? { slices: [], lastSent: performance.now() };
    this.#rooms.set(audience, room);
    const open = room.slices.findIndex((slice) => slice.size < sliceSize);
    const index = open === -1 ? room.slices.push(new Set()) - 1 : open;
    room.slices[index]?.add(socket);
    void socket.join(this.#name(audience, index));
    const { participant } = viewer();
    const sockets = this.#people.get(participant) ?? new Map();
    this.#people.set(participant, sockets.set(socket, { audience, viewer }));
    socket.on('disconnect', () => {
      room.slices[index]?.delete(socket);
      sockets.delete(socket);
      if (sockets.size === 0 && this.#people.get(participant) === sockets) this.#people.delete(participant);
    });
  }

  async broadcast(audience: AudienceKey, patch: PatchMessage): Promise<void> {
    const room = this.#rooms.get(audience);
    if (!room) return;
    room.lastSent = performance.now();
    for (const [index, slice] of room.slices.entries()) {
      if (slice.size === 0) continue;
      this.#io.to(this.#name(audience, index)).emit('patch', patch);
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  tell(audience: AudienceKey, participant: string, patch: (viewer: Viewer) => PatchMessage): void {
    const sockets = this.#people.get(participant);
    for (const [socket, seat] of sockets ?? [])
      if (seat.audience === audience) socket.emit('patch', patch(seat.viewer()));
  }

  /** The sockets of one person, whatever they look at. */
  socketsOf(participant: string): Socket[] {
    return [...(this.#people.get(participant)?.keys() ?? [])];
  }

  /** Sends something small to everybody of the audiences that `which` picks. */
  announce(
    event: 'presence' | 'bye' | 'identify',
    body: object,
    which: (audience: AudienceKey) => boolean,
  ): void {
    for (const audience of this.#rooms.keys()) if (which(audience)) this.#emitToAll(audience, event, body);
  }

  /** Lets go of an audience that nobody belongs to any more. */
  forget(audience: AudienceKey): void {
    this.#rooms.delete(audience);
  }

  /** Cuts off every socket whose viewer is meant; they come back if they may. */
  cut(meant: (socket: Socket) => boolean): void {
    for (const room of this.#rooms.values()) {
      for (const slice of room.slices) for (const socket of slice) if (meant(socket)) socket.disconnect(true);
    }
  }

  /** Sends nothing more. */
  close(): void {
    if (this.#beats) clearInterval(this.#beats);
  }

  #beat({ seq, at }: { seq: number; at: number }): void {
    const beat = { seq, serverTime: iso(at) };
    for (const [audience, room] of this.#rooms) {
      this.#cutSlowReaders(room);
      const silence = performance.now() - room.lastSent;
      if (silence + beatLook < (isWatchful(audience) ? beatEvery.watchful : beatEvery.patient)) continue;
      room.lastSent = performance.now();
      this.#emitToAll(audience, 'beat', beat);
    }
  }

  #cutSlowReaders(room: Room): void {
    for (const slice of room.slices) {
      for (const socket of slice) {
        const waiting: unknown = Reflect.get(socket.conn, 'writeBuffer');
        if (Array.isArray(waiting) && waiting.length > queueLimit) socket.disconnect(true);
      }
    }
  }

  #emitToAll(audience: AudienceKey, event: string, body: object): void {
    const slices = this.#rooms.get(audience)?.slices ?? [];
    for (const index of slices.keys()) this.#io.to(this.#name(audience, index)).emit(event, body);
  }

  #name(audience: AudienceKey, slice: number): string {
    return `${this.#slug} ${audience} ${slice}`;
  }
}
