import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, isIP } from 'node:net';
import express from 'express';
import type { Logger } from 'pino';
import { type Refusal, refuse } from '../shared/wire/refusals.ts';
import { type Origins, originsOf } from './access/addresses.ts';
import { Badges } from './access/badges.ts';
import { baseOf, standBelow } from './access/below.ts';
import { isControl } from './access/control.ts';
import { Gate } from './access/gate.ts';
import { Installation } from './access/installation-file.ts';
import { Invites } from './access/invites.ts';
import { Limits } from './access/limits.ts';
import type { Trust } from './access/origin.ts';
import { secretOf } from './access/secret.ts';
import { StaffCodes } from './access/staff-codes.ts';
import { StandingInvites } from './access/standing.ts';
import { withdrawnEverywhere } from './access/withdrawn.ts';
import type { Config } from './config.ts';
import { Connections } from './connections.ts';
import { giveSamples, markKeyOf, renewDemo } from './first-data.ts';
import { httpApp } from './http/app.ts';
import { answerWhileStarting } from './http/starting.ts';
import { type Links, linksTo, makingLink } from './links.ts';
import { Events } from './live/events.ts';
import type { RunningEvent } from './live/running-event.ts';
import { takeLock } from './log/lock.ts';
import type { LogStore } from './log/log.ts';
import { refuseOutdated } from './log/outdated.ts';
import { SqliteLogStore } from './log/sqlite.ts';
import { Metrics } from './metrics.ts';
import { carryOut } from './orders.ts';
import { Sockets } from './socket/sockets.ts';
import { using } from './unusable.ts';

/** What a server is started with besides its configuration. */
export interface AppOptions {
  log: Logger;
  /** Folder of the built client. */
  clientDir: string;
  /** Whether an empty data folder gets the sample events. */
  samples: boolean;
  /** Another filling than SQLite in the data folder: tests of what lies above the log use one in memory. */
  store?: LogStore;
  clock?: () => number;
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

/** Opens a server: the lock, the port, the log, then everybody. Throws where the folder is taken or outdated, or the port is taken. */
export async function openApp(
  config: Config,
  { log, clientDir, samples, store: given, clock = Date.now }: AppOptions,
): Promise<App> {
  if (!given) refuseOutdated(config.DATA_DIR);
  const lock = given ? null : using(`DATA_DIR ${config.DATA_DIR}`, () => takeLock(config.DATA_DIR));
  const secret = given
    ? (config.SECRET ?? 'a secret of tests that nobody keeps')
    : secretOf(config.SECRET, config.DATA_DIR);
  const alarm = (message: string, error?: unknown) => log.error({ error }, message);
  let whyNotReady: Refusal | null = refuse('unavailable', 'starting', { retryAfterMs: 1_000 });

  const trusted = trustOf(config.TRUST_PROXY);
  const installation = given ? Installation.inMemory() : Installation.ofFolder(config.DATA_DIR);
  const standing = new StandingInvites(secret, installation);
  const badges = new Badges(secret, clock);
  const invites = new Invites(secret, clock);
  const gate = new Gate(badges);
  const limits = new Limits(config.TRUSTED_NETWORKS);
  const codes = new StaffCodes(clock);
  const markKey = markKeyOf(secret);
  const publicUrls = config.PUBLIC_URL ?? [];
  const publicOrigins = publicUrls.map((url) => new URL(url).origin);
  const base = baseOf(publicUrls);
  const metrics = new Metrics();

  let handle = answerWhileStarting(() => whyNotReady);
  const http = serverFor(config, (request, response) => handle(request, response));
  const connections = new Connections(http);
  const sockets = new Sockets(http, {
    gate,
    limits,
    markKey,
    standing,
    publicOrigins,
    trusted,
    clock,
    alarm,
    ready: () => whyNotReady === null,
  });
  standBelow(http, base);

  const { port, address } = await listen(http, config);
  const scheme = config.TLS_CERT === undefined ? 'http' : 'https';
  const origins = originsOf(scheme, config.HOST, port, publicUrls, address);
  lock?.listening(origins.here);
  const joinUrl = (code: string) => (origins.people === null ? null : `${origins.people}/j/${code}`);

  const store =
    given ?? (await SqliteLogStore.open(config.DATA_DIR, { onFailure: (error) => fatal(log, error) }));
  if (installation.isNew) installation.begin(await withdrawnEverywhere(store, clock));
  const events = new Events(store, (slug) => sockets.outboxOf(slug), {
    clock,
    alarm,
    joinUrl,
    withdrew: (who) => installation.withdrew(who),
  });
  installation.onRevoked(() => sockets.cutDead());
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
        codes,
        installation,
        standing,
        markKey,
        publicOrigins,
        base,
        trusted,
        clock,
        joinUrl,
        log,
      },
      made: onlookers.made,
      described: (badge) => sockets.describe(badge),
    },
    { whyNotReady: () => whyNotReady, metrics: metrics.registry, metricsToken: config.METRICS_TOKEN },
    {
      whyNotReady: () => whyNotReady,
      isControl: (token) => isControl(token, secret, clock()),
      carryOut: (order) => carryOut(events, installation, order, onlookers),
    },
    clientDir,
    config.TRUST_PROXY,
  );

  await renewDemo(store, clock, markKey, installation);
  if (samples && (await store.list()).length === 0) await giveSamples(store, clock, markKey);
  await events.openAll();
  sockets.open(events);
  metrics.start(events, sockets);
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
      connections.cutAfter(farewell);
      await sockets.close(1_000 + Math.floor(Math.random() * 2_000));
      await events.close();
      lock?.release();
    },
  };
}

function serverFor({ TLS_CERT, TLS_KEY }: Config, handle: RequestListener): Server {
  const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };
  if (TLS_CERT === undefined || TLS_KEY === undefined) return createHttpServer(timeouts, handle);
  return using(`TLS_CERT ${TLS_CERT} with TLS_KEY ${TLS_KEY}`, () =>
    createHttpsServer({ ...timeouts, cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) }, handle),
  );
}

/** This computer cannot listen as it was asked to; the message says why and what to do. */
export class CannotListen extends Error {
  constructor(host: string, port: number, code: string) {
    super(
      code === 'EADDRINUSE'
        ? `PORT ${port} is in use by another program. Set another one, or leave it out.`
        : code === 'EACCES'
          ? `PORT ${port} is kept for the system. Set one from 1024 on, or leave it out.`
          : `HOST ${host} is no address that this computer can listen on (${code}). Set another one, or leave it out.`,
    );
  }
}

/** Ports that are tried where none was asked for: 3000 and the next hundred. */
const ports = { first: 3000, last: 3100 };

/** Listens, and gives the port and the address: of a name the one that it stands for, else the one asked for. */
async function listen(http: Server, { HOST, PORT }: Config): Promise<{ port: number; address: string }> {
  for (let port = PORT ?? ports.first; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, HOST, () => {
          http.off('error', reject);
          resolve();
        });
      });
      const { port: found, address } = addressOf(http.address());
      return { port: found, address: isIP(HOST) === 0 ? address : HOST };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : null;
      if (code === null) throw error;
      if (code !== 'EADDRINUSE' || PORT !== undefined || port >= ports.last)
        throw new CannotListen(HOST, port, code);
    }
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return address;
}

/** Whether the peer with an address is a proxy whose headers count, by the same setting as Express reads. */
function trustOf(trustProxy: Config['TRUST_PROXY']): Trust {
  if (trustProxy === undefined) return () => false;
  const probe = express();
  probe.set('trust proxy', trustProxy);
  const trust: unknown = probe.get('trust proxy fn');
  return (address, hop = 0) => typeof trust === 'function' && trust(address, hop) === true;
}

function fatal(log: Logger, error: unknown): void {
  log.fatal({ error }, 'The log cannot be written; stopping so that nothing is promised that is not kept');
  process.exitCode = 1;
  process.kill(process.pid, 'SIGTERM');
}
