import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type App, openApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { LiveEvent } from '../../server/live/live-event.ts';
import { MemoryLogStore } from '../../server/log/memory.ts';
import { importEvent } from '../../server/programme/read/import-event.ts';
import type { Entry } from '../../shared/log/entry.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import type { Role } from '../../shared/people/role.ts';
import { serverActor } from '../../shared/state/actor.ts';
import { testSecret } from '../world/world.ts';
import { endOf, type Logged } from './last-views.ts';
import { People } from './people.ts';

/** A day whose clock is moved, not waited for: a server with one event, the built pages, and browsers for its people. */
export class MovedDay {
  readonly slug: string;
  readonly #folder = mkdtempSync(join(tmpdir(), 'backrow-day-'));
  readonly #text: string;
  readonly #pages: Page[] = [];
  readonly #store = new MemoryLogStore();
  #ahead: number;
  #app: App | null = null;
  #people: People | null = null;

  readonly #env: NodeJS.ProcessEnv;

  /** `file` is an event file, `from` the instant (ISO 8601) at which its day begins; `env` adds to the server's. */
  constructor(file: string, from: string, env: NodeJS.ProcessEnv = {}) {
    this.#text = file;
    this.#env = env;
    this.slug = /^slug: (\S+)$/m.exec(file)?.[1] ?? '';
    this.#ahead = Date.parse(from) - Date.now();
  }

  /** The server's time, epoch milliseconds. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  async open(): Promise<void> {
    const read = readConfig({
      SECRET: testSecret,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: this.#folder,
      ...this.#env,
    });
    if (!read.ok) throw new Error(read.errors.join('\n'));
    await this.#make(this.#store);
    this.#app = await openApp(read.config, {
      log: pino({ level: 'silent' }),
      clientDir: 'dist/client',
      samples: false,
      store: this.#store,
      clock: () => this.now(),
    });
    this.#people = await People.arrive();
  }

  /** Writes the programme into the log before the server opens it. */
  async #make(store: MemoryLogStore): Promise<void> {
    const made = importEvent(this.#text);
    if (!made.ok) throw new Error(JSON.stringify(made.issues, null, 1));
    const { programme } = made;
    const live = await LiveEvent.open(programme.slug, store, {
      clock: () => this.now(),
      alarm: () => undefined,
    });
    const draft = {
      type: 'programme.apply',
      id: randomUUID(),
      at: this.now(),
      by: serverActor,
      rules: rulesVersion,
    } as const;
    await live.submit({ ...draft, data: { programme } });
    await live.close();
  }

  get app(): App {
    if (!this.#app) throw new Error('The day has not begun');
    return this.#app;
  }

  get people(): People {
    if (!this.#people) throw new Error('Nobody is here yet');
    return this.#people;
  }

  /** Opens a page of the event in a browser, with an invite where the role asks for one. */
  async show(
    page: Page,
    path: string,
    role?: Exclude<Role, 'attendee'>,
    scope: { room?: string; session?: string } = {},
  ): Promise<Page> {
    const invite =
      role === undefined
        ? ''
        : `#invite=${await this.app.invites.sign({
            id: `invite-${role}-${scope.room ?? scope.session ?? 'all'}`,
            event: this.slug,
            role,
            scope,
            name: null,
            uses: null,
            expiresAt: this.now() + 7 * 86_400_000,
          })}`;
    await page.goto(`${this.app.origins.here}/e/${this.slug}${path}${invite}`);
    this.#pages.push(page);
    return page;
  }

  /** Moves the clock to an instant (ISO 8601): what was due meanwhile has happened, and every page knows the time. */
  async moveTo(instant: string): Promise<void> {
    this.#ahead = Date.parse(instant) - Date.now();
    await this.app.events.get(this.slug)?.catchUp();
    for (const page of this.#pages)
      if (!page.isClosed()) await page.evaluate(() => dispatchEvent(new Event('online')));
  }

  /** Keeps a picture of a page where LOOK_AT names a folder, for those who want to look at the day. */
  async picture(page: Page, name: string): Promise<void> {
    const folder = process.env['LOOK_AT'];
    if (folder !== undefined)
      await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
  }

  /** What stands in the log of an event after a seq, and the log's epoch. */
  async logged(slug: string, after: number): Promise<Logged> {
    const log = await this.#store.open(slug);
    const entries: Entry[] = [];
    for (let page = await log.read({ after }); page.length > 0; ) {
      entries.push(...page);
      page = await log.read({ after: page.at(-1)?.seq ?? after });
    }
    return { epoch: log.epoch, entries };
  }

  /** Closes the server, asks every page what it saw last, and sends everybody away. */
  async close(): Promise<void> {
    const close = async () => {
      const app = this.#app;
      this.#app = null;
      await app?.close();
    };
    try {
      if (this.#people)
        await endOf(this.#people, { logged: (slug, after) => this.logged(slug, after), close });
    } finally {
      await this.#people?.leave();
      await close();
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }
}

/** The clock only ever runs ahead of the browsers: a badge that is over by their calendar is thrown away. */
/** A moved day for the tests of one `describe`; `file` names an event file among the fixtures. */
export function movedDay(file: string, from: string, env: NodeJS.ProcessEnv = {}): MovedDay {
  const text = readFileSync(new URL(`../fixtures/events/${file}`, import.meta.url), 'utf8');
  const day = new MovedDay(text, from, env);
  beforeAll(() => day.open());
  afterAll(() => day.close());
  return day;
}
