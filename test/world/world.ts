import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { ManagerOptions, SocketOptions } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { Badge } from '../../server/access/badges.ts';
import { type App, openApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { LiveEvent } from '../../server/live/live-event.ts';
import type { RunningEvent } from '../../server/live/running-event.ts';
import type { LogStore } from '../../server/log/log.ts';
import { MemoryLogStore } from '../../server/log/memory.ts';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import type { TimeSources } from '../../server/steady-clock.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import type { Role } from '../../shared/people/role.ts';
import type { Scope } from '../../shared/people/scope.ts';
import { serverActor } from '../../shared/state/actor.ts';
import type { Model } from '../../shared/state/model.ts';
import { joinedSchema, redeemedSchema } from '../../shared/wire/http.ts';
import { type Answered, type Asked, call } from './calling.ts';
import { Member, type Seat } from './member.ts';
import { type EventWish, smallEvent } from './programme.ts';

/** What a test wants of its server. */
export interface WorldWish extends EventWish {
  /** `file` keeps the log in a folder, so that the server can be opened again; the default is memory. */
  log?: 'memory' | 'file';
  /** Settings, as the environment gives them. */
  env?: Record<string, string>;
  clock?: () => number;
  /** What the events are made of; the default is a workshop day. */
  model?: Model;
  /** Where the server reads the time itself, as a real one does. */
  time?: TimeSources;
  /** The clock that limits count on, in milliseconds. */
  monotonic?: () => number;
  /** Further events, beside the one that the wish itself describes. */
  others?: EventWish[];
}

/** How somebody joins. */
export interface Joining {
  event?: string;
  name?: string;
  attendance?: 'inRoom' | 'remote';
  scope?: Scope;
  auth?: object;
  options?: Partial<ManagerOptions & SocketOptions>;
}

/** What stands in the page of the built client. */
export const pageText = '<!doctype html><title>The page</title>';

/** What the badges of some roles are limited to, unless a test says otherwise. */
const usualScope: Partial<Record<Role, Scope>> = {
  projector: { room: 'main' },
  speaker: { session: 'talk-1' },
};

/** What the servers of tests sign with. */
export const testSecret = 'a secret that only tests know';

/** A server on a free port of this computer with one small event, which is gone when the test is. */
export async function openWorld(wish: WorldWish = {}): Promise<World> {
  const world = new World(wish);
  onTestFinished(() => world.close());
  await world.make();
  await world.open();
  return world;
}

export class World {
  app!: App;
  readonly folder = mkdtempSync(join(tmpdir(), 'backrow-world-'));
  readonly dataDir = join(this.folder, 'data');
  /** What the server logged as an error, a line each. */
  readonly alarms: string[] = [];
  readonly #wish: WorldWish;
  readonly #store: LogStore | null;
  readonly #members: Member[] = [];
  #isOpen = false;

  constructor(wish: WorldWish) {
    this.#wish = wish;
    this.#store = wish.log === 'file' ? null : new MemoryLogStore(wish.model);
  }

  get origin(): string {
    return this.app.origins.here;
  }

  get slug(): string {
    return this.#wish.slug ?? 'small';
  }

  now(): number {
    return (this.#wish.clock ?? Date.now)();
  }

  /** The running event itself, to look at what no wire tells. */
  running(event = this.slug): RunningEvent {
    const running = this.app.events.get(event);
    if (!running) throw new Error(`There is no event ${event}`);
    return running;
  }

  /** How many entries the event's log has. */
  get seq(): number {
    return this.running().live.state.seq;
  }

  /** Writes the programmes of the events into their logs, before any server opens them. */
  async make(): Promise<void> {
    const {
      log: _log,
      env: _env,
      clock: _clock,
      time: _time,
      monotonic: _monotonic,
      model,
      ...rest
    } = this.#wish;
    const { others = [], ...first } = rest;
    const store = this.#store ?? (await SqliteLogStore.open(this.dataDir, model ? { model } : {}));
    const clock = () => this.now();
    for (const wish of [first, ...others]) {
      const programme = smallEvent(this.now(), wish);
      const live = await LiveEvent.open(programme.slug, store, { clock, alarm: () => undefined });
      const id = randomUUID();
      const draft = {
        type: 'programme.apply',
        id,
        at: this.now(),
        by: serverActor,
        rules: rulesVersion,
      } as const;
      const outcome = await live.submit({ ...draft, data: { programme } });
      if (!outcome.ok) throw new Error(outcome.code);
      await live.close();
    }
    if (!this.#store) await store.close();
  }

  async open(): Promise<void> {
    const env = {
      SECRET: testSecret,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: this.dataDir,
      ...this.#wish.env,
    };
    const read = readConfig(env);
    if (!read.ok) throw new Error(read.errors.join('\n'));
    writeFileSync(join(this.folder, 'index.html'), pageText);
    const options = {
      log: pino({ level: 'error' }, { write: (line: string) => this.alarms.push(line) }),
      clientDir: this.folder,
      samples: false,
      ...(this.#wish.time ? { time: this.#wish.time } : { clock: () => this.now() }),
      ...(this.#wish.monotonic && { monotonic: this.#wish.monotonic }),
      ...(this.#wish.model && { model: this.#wish.model }),
    };
    this.app = await openApp(read.config, this.#store ? { ...options, store: this.#store } : options);
    this.#isOpen = true;
  }

  /** Closes the server and opens it again on the same folder; its port is another one. */
  async restart(): Promise<void> {
    for (const member of this.#members) member.drop();
    await this.shut();
    await this.open();
    this.follow();
  }

  /** Tells everybody where the server is now. */
  follow(): void {
    for (const member of this.#members) member.seat.origin = this.origin;
  }

  /** Closes the server; what it kept stays. */
  async shut(): Promise<void> {
    if (this.#isOpen) await this.app.close();
    this.#isOpen = false;
  }

  async close(): Promise<void> {
    for (const member of this.#members) member.drop();
    await this.shut();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** One request to this server. */
  call(path: string, asked?: Asked): Promise<Answered> {
    return call(this.origin, path, asked);
  }

  /** One request about the event of this world. */
  at(path: string, asked?: Asked): Promise<Answered> {
    return this.call(`/api/events/${this.slug}${path}`, asked);
  }

  /** The text of an invite. */
  invite(invite: Partial<Parameters<App['invites']['sign']>[0]> & { role: Role }): Promise<string> {
    return this.app.invites.sign({
      id: `invite-${invite.role}`,
      event: this.slug,
      scope: {},
      name: null,
      uses: null,
      expiresAt: this.now() + 3_600_000,
      ...invite,
    });
  }

  /** A badge's token as this server signs it, whatever the badge says. */
  sign(badge: Partial<Badge> & { role: Role }): Promise<string> {
    return this.app.badges.sign({
      event: this.slug,
      participant: randomUUID(),
      scope: {},
      name: null,
      attendance: 'remote',
      invite: null,
      madeAt: this.now(),
      expiresAt: this.now() + 3_600_000,
      ...badge,
    });
  }

  /** Joins or redeems an invite, connects, and waits for the first message or the refusal. */
  async joinAs(role: Role, joining: Joining = {}): Promise<Member> {
    const event = joining.event ?? this.slug;
    const { token, participant } = await this.#badge(role, event, joining);
    const { id, name, attendance } = participant;
    const scope = role === 'attendee' ? {} : (joining.scope ?? usualScope[role] ?? {});
    const seat = { event, role, token, participant: id, name, attendance, scope };
    return this.connect(seat, joining.auth, joining.options);
  }

  /** Connects with a token. */
  connect(
    seat: Partial<Seat> & Pick<Seat, 'role' | 'token'>,
    auth?: object,
    options?: Partial<ManagerOptions & SocketOptions>,
  ): Promise<Member> {
    const member = new Member(
      {
        origin: this.origin,
        event: this.slug,
        participant: '',
        ...seat,
      },
      auth,
      options,
    );
    this.#members.push(member);
    return member.arrived();
  }

  async #badge(role: Role, event: string, { name, attendance = 'inRoom', scope }: Joining) {
    if (role === 'attendee') {
      const body = { attendance, ...(name !== undefined && { name }) };
      return joinedSchema.parse((await this.call(`/api/events/${event}/join`, { body })).body);
    }
    const invite = await this.invite({
      role,
      event,
      name: name ?? null,
      id: `invite-of-${role}`,
      scope: scope ?? usualScope[role] ?? {},
    });
    return redeemedSchema.parse((await this.call(`/api/events/${event}/redeem`, { body: { invite } })).body);
  }
}
