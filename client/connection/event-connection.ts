import { io, type Socket } from 'socket.io-client';
import type * as z from 'zod/mini';
import { isStaff, type Role } from '../../shared/people/role.ts';
import {
  beatMessageSchema,
  byeMessageSchema,
  clockAnswerSchema,
  type Down,
  identifyMessageSchema,
  patchMessageSchema,
  presenceMessageSchema,
  staleMessageSchema,
  viewMessageSchema,
  type WireOutcome,
} from '../../shared/wire/down.ts';
import type { Joined } from '../../shared/wire/http.ts';
import { refusalSchema, type SpokenRefusal } from '../../shared/wire/refusals.ts';
import type { At, Drawn, Up } from '../../shared/wire/up.ts';
import { base } from './base.ts';
import type { Connection, UnsentCommand } from './connection.ts';
import { followPatch, followView, type Step } from './follow.ts';
import type { Answer } from './http.ts';
import { Outbox } from './outbox.ts';
import { randomId } from './random-id.ts';
import { isPassing } from './refusal.ts';
import { ServerClock } from './server-clock.ts';
import { judgeFreshness, makeViewStore, type ViewStore } from './view-store.ts';
import { tellWitness } from './witness.ts';

/** What a page is about: a room or a session; a screen says which one it is, by the id that it keeps for itself. */
export interface About {
  room?: string | undefined;
  session?: string | undefined;
  display?: string | undefined;
}

/** How often the server's clock is asked after connecting, how often after that, in milliseconds. */
const clockPace = { first: 4, every: 250, later: 5 * 60_000 };

/** How long a page that comes back waits for a sign of life before it connects anew, in milliseconds. */
const glance = 2_000;

/** One page's connection to one event in one role: follows the log's view, sends commands, keeps the server's time. */
export class EventConnection implements Connection {
  readonly store: ViewStore = makeViewStore();
  readonly clock = new ServerClock();
  readonly role: Role;
  private readonly socket: Socket<Down, Up>;
  private readonly outbox: Outbox;
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private ticking: ReturnType<typeof setInterval> | undefined;
  private resumingUntil = 0;
  private readonly identifiers = new Set<(forMs: number) => void>();
  /** Whether the next view is the first message of a connection. */
  private firstView = true;
  private requestsFirst = false;
  private token: string | undefined;
  private started = false;
  private awaited: Promise<Answer<Joined>> | undefined;

  /** Whoever has no badge waits for the one that is on its way: nothing is connected before it is here. */
  constructor(slug: string, role: Role, about: About = {}, awaited?: Promise<Answer<Joined>>) {
    this.role = role;
    this.awaited = awaited;
    this.socket = io({
      path: `${base}/socket.io`,
      autoConnect: false,
      forceNew: true,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 500,
      // A room looks at the screen and a desk: they come back before the crowd does.
      reconnectionDelayMax: role === 'attendee' ? 10_000 : 2_000,
      randomizationFactor: 1,
      timeout: 6_000,
      auth: (say) =>
        say({
          event: slug,
          as: role,
          ...(this.token && { token: this.token }),
          ...about,
          ...this.whereWeAre(),
        }),
    });
    this.outbox = new Outbox((command, within, answer) => {
      if (this.socket.connected) this.socket.timeout(within).emit('command', command, answer);
    });
    this.listen();
  }

  open(): void {
    this.ticking = setInterval(() => judgeFreshness(this.store, this.role, Date.now()), 500);
    document.addEventListener('visibilitychange', this.shown);
    addEventListener('pageshow', this.cameBack);
    addEventListener('online', this.shown);
    tellWitness(this.role, this.store, true);
    this.start();
  }

  /** Begins to connect before `open`: a page that is still being drawn gains that time. Whoever was closed begins anew. */
  start(): void {
    if (this.started) return;
    this.started = true;
    if (this.awaited === undefined) this.socket.connect();
    else void this.awaited.then((answer) => this.join(answer));
  }

  private join(answer: Answer<Joined>): void {
    const isNews = this.awaited !== undefined && this.started;
    this.awaited = undefined;
    if (!isNews) return;
    if (answer.ok) this.admit(answer.value);
    else this.refused(answer.refusal);
  }

  close(): void {
    clearInterval(this.ticking);
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    document.removeEventListener('visibilitychange', this.shown);
    removeEventListener('pageshow', this.cameBack);
    removeEventListener('online', this.shown);
    tellWitness(this.role, this.store, false);
    this.started = false;
    this.socket.disconnect();
  }

  get badge(): string | undefined {
    return this.token;
  }

  /**
   * Connects anew with a badge that was just made, also where the browser keeps no cookies. What it says of its person is
   * what the next command carries, so the page says so from now on, not when the connection is back.
   */
  admit({ token, participant: { id, name, attendance } }: Joined): void {
    this.token = token;
    const { view } = this.store.getState();
    if (view?.me?.participant === id)
      this.store.setState({ view: { ...view, me: { ...view.me, name, attendance } } });
    this.reconnect();
  }

  reconnect(): void {
    this.store.setState({ refusal: null });
    this.socket.disconnect().connect();
  }

  send(command: UnsentCommand, within?: number): Promise<WireOutcome> {
    const seen = isStaff(this.role) ? { seen: this.store.getState().seq } : {};
    return this.outbox.submit({ id: randomId(), ...command, ...seen }, within);
  }

  drawn(body: Drawn): void {
    if (this.socket.connected) this.socket.emit('drawn', body);
  }

  at(body: At): void {
    if (this.socket.connected) this.socket.emit('at', body);
  }

  identify(display?: string): void {
    if (this.socket.connected) this.socket.emit('identify', display === undefined ? {} : { display });
  }

  onIdentify(hear: (forMs: number) => void): () => void {
    this.identifiers.add(hear);
    return () => this.identifiers.delete(hear);
  }

  private listen(): void {
    const { socket } = this;
    socket.on('connect', () => {
      this.resumingUntil = 0;
      this.firstView = true;
      this.outbox.resend();
      this.askClock(clockPace.first);
    });
    socket.on('connect_error', (error: Error & { data?: unknown }) => {
      const refusal = refusalSchema.safeParse(error.data);
      if (refusal.success) this.refused(refusal.data);
      else this.tryAnotherWay();
    });
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.connectAfter(500 + Math.random() * 1_500);
    });
    this.on('view', viewMessageSchema, (message) => {
      this.hearTime(message.serverTime);
      const before = this.store.getState();
      // It replaces what was followed: where that was of a log that lost entries, what we said in it is said again.
      if (this.firstView && before.view !== undefined) void this.outbox.offer();
      this.receive(followView(before, message, this.firstView));
      this.firstView = false;
    });
    this.on('patch', patchMessageSchema, (message) => {
      this.firstView = false;
      this.receive(followPatch(this.store.getState(), message));
    });
    this.on('beat', beatMessageSchema, (message) => this.hearTime(message.serverTime));
    this.on('presence', presenceMessageSchema, (presence) => this.store.setState({ presence }));
    this.on('identify', identifyMessageSchema, ({ forMs }) => {
      for (const hear of this.identifiers) hear(forMs);
    });
    // A patch from where we are is less than the whole view over HTTP, and brings all of what was dropped.
    this.on('stale', staleMessageSchema, () => {
      // Nothing more comes until we ask, whatever we asked a moment ago.
      this.resumingUntil = 0;
      this.resume();
    });
    this.on('bye', byeMessageSchema, ({ retryAfterMs }) => {
      this.socket.disconnect();
      this.connectAfter(retryAfterMs * (0.75 + Math.random() / 2));
    });
  }

  /** Listens to one message: parses it, drops what does not fit, and counts it as a sign of life. */
  private on<S extends z.ZodMiniType>(
    name: keyof Down,
    schema: S,
    hear: (message: z.infer<S>) => void,
  ): void {
    this.socket.on(name, (raw: unknown) => {
      const message = schema.safeParse(raw);
      if (!message.success) return;
      this.alive();
      hear(message.data);
    });
  }

  private hearTime(serverTime: string): void {
    if (this.clock.heard(serverTime, Date.now())) this.exchangeClocks(glance);
  }

  private receive(step: Step): void {
    if (step.kind === 'gap') this.resume();
    if (step.kind !== 'moved') return;
    this.resumingUntil = 0;
    this.store.setState(step.to);
  }

  /** Asks for what is missing; again only where nothing came of it for a while. */
  private resume(): void {
    if (Date.now() < this.resumingUntil) return;
    this.resumingUntil = Date.now() + glance;
    this.socket.emit('resume', this.whereWeAre());
  }

  private whereWeAre(): { since?: number; epoch?: string; mark?: string | undefined } {
    const { epoch, seq, mark, view } = this.store.getState();
    return view === undefined || epoch === null ? {} : { since: seq, epoch, mark };
  }

  private alive(): void {
    this.store.setState({ lastFrameAt: Date.now(), refusal: null, state: 'live' });
  }

  private refused(refusal: SpokenRefusal): void {
    const again = isPassing(refusal);
    if (again) this.connectAfter((refusal.retryAfterMs ?? 2_000) * (1 + Math.random()));
    // One page too many waits for another to be closed: whoever looks at it can do that.
    if (!again || refusal.code === 'many-pages') this.store.setState({ refusal, state: 'refused' });
  }

  /** Every other try begins with plain requests, for networks that swallow the upgrade; what worked is kept. */
  private tryAnotherWay(): void {
    this.requestsFirst = !this.requestsFirst;
    this.socket.io.opts.transports = this.requestsFirst ? ['polling', 'websocket'] : ['websocket', 'polling'];
  }

  private connectAfter(delay: number): void {
    this.later(delay, () => this.socket.connect());
  }

  private later(delay: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      act();
    }, delay);
    this.timers.add(timer);
  }

  /** Asks the server's clock a few times, then now and then as long as the connection lasts. */
  private askClock(left: number): void {
    this.exchangeClocks(glance * 2);
    const next = left > 1 ? left - 1 : 1;
    this.later(
      left > 1 ? clockPace.every : clockPace.later,
      () => this.socket.connected && this.askClock(next),
    );
  }

  /** Asks the server's clock once; says whether it answered within so many milliseconds. */
  private exchangeClocks(within: number, say: (answered: boolean) => void = () => undefined): void {
    const sentAt = Date.now();
    this.socket
      .timeout(within)
      .emit('clock', { clientTime: sentAt }, (problem: unknown, answer?: unknown) => {
        const parsed = clockAnswerSchema.safeParse(answer);
        if (!problem && parsed.success)
          this.clock.exchange(sentAt, Date.parse(parsed.data.serverTime), Date.now());
        say(!problem);
      });
  }

  /** A page that the browser had kept is shown once more; one that is shown for the first time connects as it is. */
  private readonly cameBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.shown();
  };

  /** The page is looked at again: make sure that somebody answers, and connect anew where nobody does. */
  private readonly shown = (): void => {
    if (document.visibilityState !== 'visible' || this.store.getState().refusal) return;
    judgeFreshness(this.store, this.role, Date.now());
    if (!this.socket.connected) {
      this.reconnect();
      return;
    }
    this.exchangeClocks(glance, (answered) => (answered ? this.alive() : this.reconnect()));
  };
}
