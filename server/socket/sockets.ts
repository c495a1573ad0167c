import type { Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import type { Viewer } from '../../shared/views/lens.ts';
import { refuse } from '../../shared/wire/refusals.ts';
import { frameLimit } from '../../shared/wire/up.ts';
import type { Badge } from '../access/badges.ts';
import type { Gate } from '../access/gate.ts';
import type { Limits } from '../access/limits.ts';
import { addressOf, directionOf, foreignOrigin, type Trust } from '../access/origin.ts';
import type { StandingInvites } from '../access/standing.ts';
import { type AudienceKey, audienceOf, isScreen, type Seat } from '../live/audiences.ts';
import type { Events } from '../live/events.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { sentenceOf, spoken } from '../refusals/spoken.ts';
import { type Admitted, admit } from './handshake.ts';
import { hearFrom } from './hearing.ts';
import { deadBadge } from './intake.ts';
import { Outbox } from './outbox.ts';

/** What the sockets need from the server around them. */
export interface SocketOptions {
  gate: Gate;
  limits: Limits;
  markKey: string;
  standing: StandingInvites;
  publicOrigins: readonly string[];
  /** Whether the peer with this address is a proxy whose headers count. */
  trusted: Trust;
  clock: () => number;
  alarm: (message: string, error?: unknown) => void;
  /** Whether events can be entered yet. */
  ready: () => boolean;
}

type Data = { admitted: Admitted };
type Connection = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Data>;

/** The sockets of all events: who may connect, what they may say, and how they hear what changed. */
export class Sockets {
  readonly io: Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Data>;
  readonly #options: SocketOptions;
  readonly #outboxes = new Map<string, Outbox>();
  readonly #presenceTimer: NodeJS.Timeout;
  readonly #lastPresence = new Map<string, string>();
  #events: Events | null = null;

  constructor(http: HttpServer, options: SocketOptions) {
    this.#options = options;
    this.io = new Server(http, {
      serveClient: false,
      maxHttpBufferSize: 4 * frameLimit,
      connectTimeout: 10_000,
      perMessageDeflate: false,
      transports: ['websocket', 'polling'],
      allowRequest: (request, answer) => {
        if (!options.ready()) return answer(sentenceOf(refuse('unavailable', 'starting')), false);
        const expected = foreignOrigin(directionOf(request, options.trusted), options.publicOrigins);
        if (expected === null) answer(null, true);
        else answer(sentenceOf(refuse('not-allowed', 'foreign-origin', { expected })), false);
      },
    });
    this.#presenceTimer = setInterval(() => this.#tellPresence(), 1_000);
    this.#presenceTimer.unref();
  }

  /** The outbox of an event. */
  outboxOf(slug: string): Outbox {
    const outbox = this.#outboxes.get(slug) ?? new Outbox(this.io, slug);
    this.#outboxes.set(slug, outbox);
    return outbox;
  }

  /** Starts letting connections in. */
  open(events: Events): void {
    this.#events = events;
    this.io.use((socket, next) => {
      this.#admit(socket, events).then(
        (refusal) =>
          refusal === null
            ? next()
            : next(Object.assign(new Error(refusal.reason), { data: spoken(refusal) })),
        (error: unknown) => {
          this.#options.alarm('A handshake failed', error);
          next(
            Object.assign(new Error('unavailable'), {
              data: spoken(refuse('unavailable', 'failed')),
            }),
          );
        },
      );
    });
    this.io.on('connection', (socket) => this.#welcome(socket));
    for (const { running } of events.list()) this.watch(running.live.slug);
  }

  /** Starts the beats of an event, and cuts off whoever loses access. */
  watch(slug: string): void {
    const running = this.#events?.get(slug);
    if (!running) return;
    const outbox = this.outboxOf(slug);
    outbox.start(() => ({ seq: running.live.state.seq, at: this.#options.clock() }));
    running.live.onApplied((entry, { outcome }) => {
      if (!outcome.ok || (entry.type !== 'participant.revoke' && entry.type !== 'invite.revoke')) return;
      this.#cutDead(running, outbox);
    });
  }

  /** Cuts off whoever lost access to all events at once. */
  cutDead(): void {
    for (const { running } of this.#events?.list() ?? [])
      this.#cutDead(running, this.outboxOf(running.live.slug));
  }

  #cutDead({ live }: RunningEvent, outbox: Outbox): void {
    outbox.cut((socket) => deadBadge(live, badgeOf(socket), this.#options.clock()) !== null);
  }

  /**
   * Somebody says anew what they are called and where they are: it counts for all their open connections in that role
   * at once, and each is told.
   */
  describe(badge: Badge): void {
    const running = this.#events?.get(badge.event);
    if (!running) return;
    for (const socket of this.outboxOf(badge.event).socketsOf(badge.participant)) {
      const data: Data = socket.data;
      const { role, actsAs } = data.admitted.badge;
      if (role !== badge.role || actsAs !== undefined) continue;
      data.admitted = { ...data.admitted, badge };
      running.presence.describe(socket.id, badge);
    }
    running.ticker.described(badge.participant);
  }

  /** Cuts everybody off an event that is no more. */
  forget(slug: string): void {
    const outbox = this.#outboxes.get(slug);
    outbox?.cut(() => true);
    outbox?.close();
    this.#outboxes.delete(slug);
    this.#lastPresence.delete(slug);
  }

  /** Says goodbye and closes every connection. */
  async close(retryAfterMs: number): Promise<void> {
    clearInterval(this.#presenceTimer);
    for (const outbox of this.#outboxes.values()) {
      outbox.announce('bye', { retryAfterMs }, () => true);
      outbox.close();
    }
    await new Promise<void>((resolve) => setTimeout(resolve, 50));
    await this.io.close();
  }

  async #admit(socket: Connection, events: Events) {
    const tooFast = await this.#options.limits.address(
      'handshake',
      addressOf(socket.request, this.#options.trusted),
    );
    if (tooFast) return refuse('too-fast', 'many-connecting', tooFast);
    const admitted = await admit(socket, events, this.#options.gate);
    if ('ok' in admitted) return admitted;
    socket.data.admitted = admitted;
    return null;
  }

  #welcome(socket: Connection): void {
    // Whoever is let in needs the request of the handshake no more; keeping it keeps it for the socket's life.
    Reflect.set(socket.conn, 'request', null);
    const { running, badge, since, epoch, display } = socket.data.admitted;
    const { live, presence, ticker } = running;
    if (deadBadge(live, badge, live.clock()) !== null) {
      socket.disconnect(true);
      return;
    }
    const screen =
      display === undefined || badge.role !== 'projector'
        ? undefined
        : presence.displayOf(badge.scope.room, display);
    const seat: Seat = { ...seatOf(badge), display: screen };
    const viewer = () => viewerOf(badgeOf(socket));
    const sendFirst = (from: unknown, of: unknown) => {
      const first = ticker.first(seat, viewer(), from, of);
      if ('view' in first) {
        socket.emit('view', first.view);
        return;
      }
      socket.emit('patch', first.patch);
      for (const more of ticker.meanwhile(seat, viewer(), first.patch.from)) socket.emit('patch', more);
    };
    sendFirst(since, epoch);
    this.outboxOf(live.slug).enter(socket, audienceOf(seat).key, viewer);
    presence.enter({
      ...{ connection: socket.id, ...viewer(), actsAs: badge.actsAs, display: screen },
      screen: isScreen(seat),
    });
    if (hearsPresence(audienceOf(seat).key)) this.#lastPresence.delete(live.slug);
    socket.on('disconnect', () => {
      presence.leave(socket.id);
      if (screen === undefined || presence.isOpen(screen)) return;
      ticker.forget(audienceOf(seat).key);
      this.outboxOf(live.slug).forget(audienceOf(seat).key);
    });
    socket.on('error', () => undefined);
    hearFrom(
      socket,
      { running, badge: () => badgeOf(socket), outbox: this.outboxOf(live.slug), sendFirst },
      this.#options,
    );
  }

  #tellPresence(): void {
    for (const { running } of this.#events?.list() ?? []) {
      const people = running.presence.people();
      const text = `${people.inRoom} ${people.remote}`;
      if (this.#lastPresence.get(running.live.slug) === text) continue;
      this.#lastPresence.set(running.live.slug, text);
      this.outboxOf(running.live.slug).announce('presence', people, hearsPresence);
    }
  }
}

/** Whether an audience is told how many people are here: staff and screens are. */
function hearsPresence(audience: AudienceKey): boolean {
  return audience !== 'attendee' && !audience.startsWith('speaker/');
}

/** The seat of a badge: the role it acts as, and the room or session it is limited to. */
export function seatOf({ role, actsAs = role, scope }: Badge): Seat {
  return { role: actsAs, room: scope.room, session: scope.session };
}

/** Who looks with a badge. */
export function viewerOf({ participant, role, name, attendance }: Badge): Viewer {
  return { participant, role, name, attendance };
}

function badgeOf(socket: Connection): Badge {
  return socket.data.admitted.badge;
}
