import type { Server, Socket } from 'socket.io';
import type { Viewer } from '../../shared/views/lens.ts';
import { iso } from '../../shared/wire/instant.ts';
import { type AudienceKey, isWatchful } from '../live/audiences.ts';
import type { PatchMessage } from '../live/messages.ts';
import type { Outlet } from '../live/ticker.ts';
import { type Backlog, backlogLimit } from './backlog.ts';

/** Sockets that one write serves: between two slices others have their turn, a `show` on its way to the stage first of all. */
const sliceSize = 100;

/** Silence after which a beat is sent, in milliseconds. */
const beatEvery = { watchful: 2_500, patient: 20_000 };

/** How often silences are looked at: a beat goes out when it would be late the next time. Milliseconds. */
const beatLook = 250;

interface Room {
  slices: Set<Socket>[];
  lastSent: number;
}

/** Where a socket is: in which audience and slice; null while it is told nothing. */
interface Place {
  viewer: () => Viewer;
  backlog: Backlog;
  at: { audience: AudienceKey; slice: number } | null;
}

/** Writes to the sockets of one event: one encoded frame a slice, in slices, and beats where nothing else was sent. */
export class FanOut implements Outlet {
  readonly #io: Server;
  readonly #slug: string;
  readonly #rooms = new Map<AudienceKey, Room>();
  readonly #people = new Map<string, Map<Socket, Place>>();
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

  /** Takes a socket in, which is told nothing yet. `viewer` says who looks through it now. */
  add(socket: Socket, viewer: () => Viewer, backlog: Backlog): void {
    const { participant } = viewer();
    const sockets = this.#people.get(participant) ?? new Map<Socket, Place>();
    this.#people.set(participant, sockets.set(socket, { viewer, backlog, at: null }));
    socket.on('disconnect', () => {
      this.pause(socket, participant);
      sockets.delete(socket);
      if (sockets.size === 0 && this.#people.get(participant) === sockets) this.#people.delete(participant);
    });
  }

  /** Adds a socket to an audience, where it is not in one; what is broadcast from now on reaches it. */
  enter(socket: Socket, participant: string, audience: AudienceKey): void {
    const place = this.#people.get(participant)?.get(socket);
    if (!place || place.at) return;
    const room = this.#rooms.get(audience) ?? { slices: [], lastSent: performance.now() };
    this.#rooms.set(audience, room);
    const open = room.slices.findIndex((each) => each.size < sliceSize);
    const slice = open === -1 ? room.slices.push(new Set()) - 1 : open;
    room.slices[slice]?.add(socket);
    place.at = { audience, slice };
    void socket.join(this.#name(audience, slice));
  }

  /** Takes a socket out of its audience: it is told nothing until it enters again. */
  pause(socket: Socket, participant: string): void {
    const place = this.#people.get(participant)?.get(socket);
    if (!place?.at) return;
    const { audience, slice } = place.at;
    this.#rooms.get(audience)?.slices[slice]?.delete(socket);
    void socket.leave(this.#name(audience, slice));
    place.at = null;
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
    // Made once: only what badges say of somebody whom the log does not know may differ.
    const made = new Map<string, PatchMessage>();
    for (const [socket, { at, viewer }] of this.#people.get(participant) ?? []) {
      if (at?.audience !== audience) continue;
      const who = viewer();
      const key = JSON.stringify(who);
      const message = made.get(key) ?? patch(who);
      made.set(key, message);
      socket.emit('patch', message);
    }
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
    for (const sockets of this.#people.values())
      for (const socket of [...sockets.keys()]) if (meant(socket)) socket.disconnect(true);
  }

  /** Sends nothing more. */
  close(): void {
    if (this.#beats) clearInterval(this.#beats);
  }

  #beat({ seq, at }: { seq: number; at: number }): void {
    const beat = { seq, serverTime: iso(at) };
    this.#cutTheDead();
    for (const [audience, room] of this.#rooms) {
      const silence = performance.now() - room.lastSent;
      if (silence + beatLook < (isWatchful(audience) ? beatEvery.watchful : beatEvery.patient)) continue;
      room.lastSent = performance.now();
      this.#emitToAll(audience, 'beat', beat);
    }
  }

  /** Cuts off whoever has read nothing of what was written for too long. */
  #cutTheDead(): void {
    const now = performance.now();
    for (const sockets of this.#people.values())
      for (const [socket, { backlog }] of [...sockets])
        if (backlog.silence(now) > backlogLimit.silence) socket.disconnect(true);
  }

  #emitToAll(audience: AudienceKey, event: string, body: object): void {
    const slices = this.#rooms.get(audience)?.slices ?? [];
    for (const index of slices.keys()) this.#io.to(this.#name(audience, index)).emit(event, body);
  }

  #name(audience: AudienceKey, slice: number): string {
    return `${this.#slug} ${audience} ${slice}`;
  }
}
