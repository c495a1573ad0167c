import type { Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import { describedBy } from '../../shared/people/described.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { frameLimit } from '../../shared/wire/up.ts';
import type { Badge } from '../access/badges.ts';
import { deadBadge } from '../access/dead-badge.ts';
import type { Gate } from '../access/gate.ts';
import type { Limits } from '../access/limits.ts';
import { directionOf, foreignOrigin, type Trust } from '../access/origin.ts';
import { seatOf, viewerOf } from '../access/seats.ts';
import type { StandingInvites } from '../access/standing-invites.ts';
import { audienceOf, isScreen, type Seat } from '../live/audiences.ts';
import type { Events } from '../live/events.ts';
import type { LeftOff } from '../live/left-off.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { refuse } from '../refusals/refuse.ts';
import { sentenceOf, spoken } from '../refusals/spoken.ts';
import { Backlog } from './backlog.ts';
import type { CommandReader } from './command-reader.ts';
import { Door } from './door.ts';
import { FanOut } from './fan-out.ts';
import { FirstMessages } from './first-messages.ts';
import { watchFlood } from './gross.ts';
import { hearFrom } from './handlers.ts';
import { Admission, type Admitted } from './handshake.ts';
import { HeadCount } from './head-count.ts';

/** What the sockets need from the server around them. */
export interface SocketOptions {
  gate: Gate;
  limits: Limits;
  commands: CommandReader;
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

/** How often it is looked whose badge has run out, in milliseconds. */
const expiryEvery = 500;

type Data = { admitted: Admitted };
type Connection = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Data>;

/** The sockets of all events: who may connect, what they may say, and how they hear what changed. */
export class Sockets {
  readonly io: Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Data>;
  readonly #options: SocketOptions;
  readonly #fanOuts = new Map<string, FanOut>();
  readonly #headCount: HeadCount;
  readonly #expiryTimer: NodeJS.Timeout;
  readonly #first: FirstMessages;
  readonly #door: Door;
  readonly #admission: Admission;
  #events: Events | null = null;

  constructor(http: HttpServer, options: SocketOptions) {
    this.#options = options;
    this.#first = new FirstMessages(options.limits.views);
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
    this.#door = new Door(this.io);
    this.#admission = new Admission(options, this.#door);
    this.#headCount = new HeadCount(
      () => this.#running(),
      (slug) => this.fanOutOf(slug),
    );
    this.#expiryTimer = setInterval(() => this.#cutExpired(), expiryEvery);
    this.#expiryTimer.unref();
  }

  /** What writes to the sockets of an event. */
  fanOutOf(slug: string): FanOut {
    const fanOut = this.#fanOuts.get(slug) ?? new FanOut(this.io, slug);
    this.#fanOuts.set(slug, fanOut);
    return fanOut;
  }

  /** Starts letting connections in. */
  open(events: Events): void {
    this.#events = events;
    this.io.use((socket, next) => {
      const refused = (refusal: Refusal) =>
        next(Object.assign(new Error(refusal.reason), { data: spoken(refusal) }));
      this.#admission.admit(socket, events).then(
        (admitted) => {
          if ('ok' in admitted) return refused(admitted);
          socket.data.admitted = admitted;
          next();
        },
        (error: unknown) => {
          this.#options.alarm('A handshake failed', error);
          refused(refuse('unavailable', 'failed'));
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
    const fanOut = this.fanOutOf(slug);
    fanOut.start(() => ({ seq: running.live.state.seq, at: this.#options.clock() }));
    running.live.onApplied((entry, { outcome }) => {
      if (!outcome.ok || running.live.state.model.kind(entry.type).endsAccess !== true) return;
      this.#cutDead(running, fanOut);
    });
  }

  /** Cuts off whoever lost access to all events at once. */
  cutDead(): void {
    for (const running of this.#running()) this.#cutDead(running, this.fanOutOf(running.live.slug));
  }

  #running(): RunningEvent[] {
    return this.#events?.list().map(({ running }) => running) ?? [];
  }

  #cutDead({ live }: RunningEvent, fanOut: FanOut): void {
    fanOut.cut((socket) => deadBadge(live, badgeOf(socket), this.#options.clock()) !== null);
  }

  /**
   * Somebody whom the log does not know says anew what they are called and where they are: it counts for all their open
   * connections in that role at once, and each is told.
   */
  describe(badge: Badge): void {
    const running = this.#events?.get(badge.event);
    if (!running) return;
    for (const socket of this.fanOutOf(badge.event).socketsOf(badge.participant)) {
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
    const fanOut = this.#fanOuts.get(slug);
    fanOut?.cut(() => true);
    fanOut?.close();
    this.#fanOuts.delete(slug);
    this.#headCount.forget(slug);
  }

  /** Says goodbye and closes every connection. */
  async close(retryAfterMs: number): Promise<void> {
    this.#headCount.close();
    clearInterval(this.#expiryTimer);
    for (const fanOut of this.#fanOuts.values()) {
      fanOut.announce('bye', { retryAfterMs }, () => true);
      fanOut.close();
    }
    await new Promise<void>((resolve) => setTimeout(resolve, 50));
    await this.io.close();
  }

  #welcome(socket: Connection): void {
    // Whoever is let in needs the request of the handshake no more; keeping it keeps it for the socket's life.
    Reflect.set(socket.conn, 'request', null);
    const { running, badge, leftOff, display } = socket.data.admitted;
    const { live, presence, ticker } = running;
    if (deadBadge(live, badge, live.clock()) !== null) {
      socket.disconnect(true);
      return;
    }
    this.#door.open(socket.conn);
    watchFlood(socket, badge, this.#options.limits.gross);
    const screen =
      display === undefined || badge.role !== 'projector'
        ? undefined
        : presence.displayOf(badge.scope.room, display);
    const seat: Seat = { ...seatOf(badge), display: screen };
    const viewer = () => viewerOf(badgeOf(socket));
    const fanOut = this.fanOutOf(live.slug);
    const { participant } = badge;
    const person = `${live.slug} ${participant}`;
    const audience = audienceOf(seat).key;
    const backlog: Backlog = new Backlog(socket.conn, () => {
      fanOut.pause(socket, participant);
      backlog.dropEvents();
      if (backlog.isOver) socket.disconnect(true);
      else socket.emit('stale', { seq: live.state.seq });
    });
    const sendFirst = (from: LeftOff) => {
      fanOut.pause(socket, participant);
      this.#first.serve(person, socket.id, {
        backlog,
        isView: () => ticker.views.isLost(from),
        rests: badge.role === 'attendee',
        send() {
          const patch = ticker.views.resumed(seat, viewer(), from);
          if (patch === null) backlog.writeFirst(`2["view",${ticker.views.encodedView(seat, viewer())}]`);
          else {
            socket.emit('patch', patch);
            for (const more of ticker.views.meanwhile(seat, viewer(), patch.from)) socket.emit('patch', more);
          }
          fanOut.enter(socket, participant, audience);
        },
        cut: () => socket.disconnect(true),
      });
    };
    fanOut.add(socket, viewer, backlog);
    sendFirst(leftOff);
    presence.enter({
      ...{ connection: socket.id, ...viewer(), ...describedBy(live.state, badge) },
      ...{ actsAs: badge.actsAs, display: screen },
      screen: isScreen(seat),
    });
    this.#headCount.entered(live.slug, audience);
    socket.on('disconnect', () => {
      this.#first.leave(person, socket.id);
      presence.leave(socket.id);
      if (screen === undefined || presence.isOpen(screen)) return;
      ticker.forget(audience);
      fanOut.forget(audience);
    });
    socket.on('error', () => undefined);
    hearFrom(socket, { running, badge: () => badgeOf(socket), fanOut, sendFirst }, this.#options);
  }

  /** Cuts off whose badge has run out: nobody says so in an entry. */
  #cutExpired(): void {
    const now = this.#options.clock();
    for (const fanOut of this.#fanOuts.values()) fanOut.cut((socket) => badgeOf(socket).expiresAt <= now);
  }
}

function badgeOf(socket: Connection): Badge {
  return socket.data.admitted.badge;
}
