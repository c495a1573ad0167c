import type { Logger } from 'pino';
import { model as workshopDay } from '../shared/model.ts';
import type { Model } from '../shared/state/model.ts';
import type { Refusal } from '../shared/wire/refusals.ts';
import { type Origins, originsOf } from './access/addresses.ts';
import { Badges } from './access/badges.ts';
import { baseOf, standBelow } from './access/base-path.ts';
import { isControl } from './access/control-permission.ts';
import { Gate } from './access/gate.ts';
import { Installation } from './access/installation-file.ts';
import { Invites } from './access/invites.ts';
import { Limits } from './access/limits.ts';
import { PasscodeDoor } from './access/passcode-door.ts';
import { StaffCodes } from './access/staff-codes.ts';
import { StandingInvites } from './access/standing-invites.ts';
import { trustOf } from './access/trust.ts';
import { withdrawnEverywhere } from './access/withdrawn.ts';
import { execute } from './admin-commands.ts';
import type { Config } from './config.ts';
import { Connections } from './connections.ts';
import { DataFolder } from './data-folder.ts';
import { giveSamples, markKeyOf, renewDemo } from './first-data.ts';
import { httpApp } from './http/app.ts';
import { MadeFiles } from './http/made-files.ts';
import { answerWhileStarting } from './http/startup-answers.ts';
import { type Links, linksTo, makingLink } from './links.ts';
import { listen, serverFor } from './listen.ts';
import { Events } from './live/events.ts';
import type { RunningEvent } from './live/running-event.ts';
import type { LogStore, Trouble } from './log/log.ts';
import { SqliteLogStore } from './log/sqlite/store.ts';
import { filled, tellTrouble, whyNotWritable } from './log-trouble.ts';
import { Metrics } from './metrics.ts';
import { refuse } from './refusals/refuse.ts';
import { CommandReader } from './socket/command-reader.ts';
import { Sockets } from './socket/sockets.ts';
import { SteadyClock, type TimeSources, watchClock } from './steady-clock.ts';
import { unwritable, writing } from './unusable.ts';

/** What a server is started with besides its configuration. */
export interface AppOptions {
  log: Logger;
  /** Folder of the built client. */
  clientDir: string;
  /** Whether an empty data folder gets the sample events. */
  samples: boolean;
  /** What the events are made of; without it, a workshop day. */
  model?: Model;
  /** Another filling than SQLite in the data folder: tests of what lies above the log use one in memory. */
  store?: LogStore;
  /** The time of a test, which may go as it likes. */
  clock?: () => number;
  /** Where a real server reads the time. */
  time?: TimeSources;
  /** The clock that limits count on, which only goes forward, in milliseconds. */
  monotonic?: () => number;
}

/** How long people have to hang up by themselves when the server closes, in milliseconds. */
const farewell = 1_000;

/** A server that is open. */
export interface App {
  port: number;
  host: string;
  origins: Origins;
  events: Events;
  badges: Badges;
  invites: Invites;
  /** The links to the demo, or to the next event; null where there is none. */
  links(): Promise<(Links & { title: string }) | null>;
  /** The link by which the organizer of this installation makes events, and the id of its invite. */
  makingLink(): Promise<{ link: string; id: string }>;
  /** Whether the link of an invite is another than the one that was printed in its place before. */
  isNew(invite: string): boolean;
  /** Remembers the invites behind the links that were printed. */
  printed(invites: readonly string[]): void;
  /** Says goodbye, finishes what is under way and closes. */
  close(): Promise<void>;
}

/** Opens a server: the lock, the port, the log, then everybody. Throws where the folder is taken or of another version, or the port is taken. */
export async function openApp(config: Config, options: AppOptions): Promise<App> {
  const folder = options.store ? null : DataFolder.open(config);
  const opened: (() => unknown)[] = [() => folder?.close()];
  try {
    return await openOn(folder, opened, config, options);
  } catch (error) {
    for (const close of opened.toReversed()) await Promise.resolve(close()).catch(() => undefined);
    throw error;
  }
}

/** Opens a server on its folder (null: on the store of a test). What is to be closed where that fails goes to `opened`. */
async function openOn(
  folder: DataFolder | null,
  opened: (() => unknown)[],
  config: Config,
  {
    log,
    clientDir,
    samples,
    model = workshopDay,
    store: given,
    clock: set,
    time,
    monotonic = () => performance.now(),
  }: AppOptions,
): Promise<App> {
  const steady = new SteadyClock(set ? { wall: set, steady: set } : time);
  const clock = () => steady.now();
  const secret = folder?.secret ?? config.SECRET ?? 'a secret of tests that nobody keeps';
  const alarm = (message: string, error?: unknown) => log.error({ error }, message);
  let whyNotReady: Refusal | null = refuse('unavailable', 'starting', { retryAfterMs: 1_000 });

  const trusted = trustOf(config.TRUST_PROXY);
  const installation = folder?.installation ?? Installation.inMemory();
  const standing = new StandingInvites(secret, installation);
  const badges = new Badges(secret, clock);
  const invites = new Invites(secret, clock);
  const gate = new Gate(badges);
  const commands = new CommandReader(model);
  const limits = new Limits(model, config.TRUSTED_NETWORKS, monotonic);
  const codes = new StaffCodes(clock);
  const markKey = markKeyOf(secret);
  const publicUrls = config.PUBLIC_URL ?? [];
  const publicOrigins = publicUrls.map((url) => new URL(url).origin);
  const base = baseOf(publicUrls);
  const metrics = new Metrics();

  let handle = answerWhileStarting(() => whyNotReady);
  const http = serverFor(config, (request, response) => handle(request, response));
  const connections = new Connections(http);
  opened.push(() => http.close());
  const sockets = new Sockets(http, {
    gate,
    limits,
    commands,
    markKey,
    standing,
    publicOrigins,
    trusted,
    clock,
    alarm,
    ready: () => whyNotReady === null,
  });
  opened.push(() => sockets.close(0));
  standBelow(http, base);

  const { port, address } = await listen(http, config);
  const scheme = config.TLS_CERT === undefined ? 'http' : 'https';
  const origins = originsOf(scheme, config.HOST, port, publicUrls, address);
  folder?.listening(origins.here);
  const joinUrl = (code: string) => (origins.people === null ? null : `${origins.people}/j/${code}`);

  const store = given ?? (await openLog(config.DATA_DIR, model, log));
  opened.push(() => store.close());
  const filling = (work: Promise<void>) => filled(work, config.DATA_DIR, store);
  if (installation.isNew) {
    const before = await withdrawnEverywhere(store, clock);
    writing('installation.json', config.DATA_DIR, () => installation.begin(before));
  }
  const notice = (message: string) => log.warn(message);
  const events = new Events(store, (slug) => sockets.fanOutOf(slug), {
    ...{ clock, alarm, notice, joinUrl },
    wallClock: steady,
    maxBytes: config.MAX_EVENT_BYTES,
    withdrew: (who, slug) => installation.withdrew(who, slug),
  });
  installation.onRevoked(() => sockets.cutDead());
  const stopWatching = watchClock(steady, alarm);
  const onlookers = {
    made: (running: RunningEvent) => {
      sockets.watch(running.live.slug);
      metrics.watch(running);
    },
    deleted: (slug: string) => sockets.forget(slug),
  };
  handle = httpApp(
    {
      ...{
        events,
        badges,
        gate,
        invites,
        limits,
        commands,
        passcodes: new PasscodeDoor(limits),
        codes,
        installation,
        standing,
        markKey,
        publicOrigins,
        base,
        trusted,
        clock,
        monotonic,
        joinUrl,
        files: new MadeFiles(),
        log,
      },
      made: onlookers.made,
      described: (badge) => sockets.describe(badge),
    },
    {
      whyNotReady: () => whyNotReady,
      whyNotWritable: () => whyNotWritable(store, events),
      metrics: metrics.registry,
      metricsToken: config.METRICS_TOKEN,
    },
    {
      whyNotReady: () => whyNotReady,
      isControl: (token) => isControl(token, secret, clock()),
      execute: (order) => execute(events, installation, order, onlookers),
    },
    clientDir,
  );

  await filling(renewDemo(store, clock, markKey, installation));
  if (samples && (await store.list()).length === 0) await filling(giveSamples(store, clock, markKey));
  await filling(events.openAll());
  sockets.open(events);
  metrics.start(events, sockets);
  folder?.watch(alarm);
  const heard = (trouble: Trouble | null) => tellTrouble(trouble, events, config.DATA_DIR, alarm);
  store.onTrouble(heard);
  if (store.trouble) heard(store.trouble);
  whyNotReady = null;

  return {
    port,
    host: config.HOST,
    origins,
    events,
    badges,
    invites,
    async links() {
      const [first] = events.list();
      const room = first?.running.live.state.tables.rooms.keys().next().value;
      if (!first || room === undefined) return null;
      return {
        ...(await linksTo(first.event, room, origins, invites, standing, first.running.live.state)),
        title: first.event.title,
      };
    },
    makingLink: () => makingLink(origins, invites, standing),
    isNew: (invite) => installation.printed !== null && !installation.printed.includes(invite),
    printed: (ids) => installation.print(ids),
    async close() {
      whyNotReady = refuse('unavailable', 'stopping', { retryAfterMs: 1_000 });
      metrics.close();
      stopWatching();
      connections.cutAfter(farewell);
      limits.close();
      await sockets.close(1_000 + Math.floor(Math.random() * 2_000));
      await events.close();
      folder?.close();
    },
  };
}

/** Opens the log of a folder; says in one sentence why it cannot be opened. */
async function openLog(dataDir: string, model: Model, log: Logger): Promise<SqliteLogStore> {
  try {
    return await SqliteLogStore.open(dataDir, {
      model,
      onFailure: (error) => fatal(log, error),
    });
  } catch (error) {
    throw unwritable('The log', dataDir, error);
  }
}

function fatal(log: Logger, error: unknown): void {
  log.fatal({ error }, 'The log cannot be written; stopping so that nothing is promised that is not kept');
  process.exitCode = 1;
  process.kill(process.pid, 'SIGTERM');
}
