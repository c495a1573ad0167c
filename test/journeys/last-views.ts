// At the end of a journey: what each page saw last is what the log makes of it, and nothing of what a server keeps.
import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import * as z from 'zod';
import { apply } from '../../shared/log/apply.ts';
import type { Entry } from '../../shared/log/entry.ts';
import { model } from '../../shared/model.ts';
import { attendanceSchema } from '../../shared/people/participant.ts';
import { type Scope, scopeSchema } from '../../shared/people/scope.ts';
import { initialState } from '../../shared/state/model.ts';
import type { State } from '../../shared/state/state.ts';
import type { DrawnView, Surroundings } from '../../shared/views/context.ts';
import type { Viewer } from '../../shared/views/lens.ts';
import { type View, viewSchema } from '../../shared/views/view.ts';
import { differing, Oracle, type Place } from '../world/oracle.ts';
import { until } from '../world/waiting.ts';
import type { People } from './people.ts';
import { type Seen, seenBy } from './witness.ts';

/** What stands in a log after some seq, and its epoch; null where there is no such log. */
export interface Logged {
  epoch: string | null;
  entries: Entry[];
}

/** A server that can be closed, with its logs, which can be read before and afterwards. */
interface Server {
  logged(slug: string, after: number): Promise<Logged>;
  close(): Promise<void>;
}

/** An open page with the badge under which it looks. */
interface Watched {
  name: string;
  slug: string;
  page: Page;
  place: Place;
  viewer: Viewer;
}

/**
 * Closes the server of a journey and expects of every page still open: what it saw last is what the log says, read from its
 * beginning. A page that heard the server to the end has to know the end; one that did not is asked for its own seq.
 * Where several servers share a browser, `below` is how the addresses of this one's pages begin.
 */
export async function endOf(people: People, server: Server, below = ''): Promise<void> {
  const pages = people.pages.filter((page) => page.url().startsWith(below));
  const watched = (await Promise.all(pages.map(watch))).flat();
  const logs = new Map<string, Replayed>();
  for (const { slug } of watched) if (!logs.has(slug)) logs.set(slug, new Replayed(slug, server));
  for (const log of logs.values()) await log.readOn();
  const ends = new Map([...logs].map(([slug, { end }]) => [slug, end]));
  const live = new Map<Watched, boolean>();
  const look = async (each: Watched): Promise<string> => {
    const log = logs.get(each.slug);
    const seen = (await seenBy(each.page)).find(({ role }) => role === each.place.role);
    if (!log || !seen) return '';
    const heardAll = live.get(each) ?? seen.live;
    return wrong(each, seen, log, heardAll ? (ends.get(each.slug) ?? 0) : 0);
  };
  // What is on its way to a page when its journey ends is waited for; what never comes is found below.
  for (const each of watched) {
    await until(async () => {
      await logs.get(each.slug)?.readOn();
      return (await look(each)) === '';
    }).catch(() => undefined);
    live.set(
      each,
      (await seenBy(each.page)).some((seen) => seen.role === each.place.role && seen.live),
    );
  }
  await server.close();
  for (const log of logs.values()) await log.readOn();
  const found: string[] = [];
  for (const each of watched) found.push(await look(each));
  const differences = found.filter((difference) => difference !== '');
  if (differences.length > 0) throw new Error(differences.join('\n'));
}

const badgeSchema = z.object({
  sub: z.string(),
  scope: scopeSchema,
  name: z.string().nullable(),
  attendance: attendanceSchema,
});

/**
 * The events that a page follows, and as whom: its browser's badge says so, a display by its own id. Where the browser has
 * none of that role for the place in the page's address, an organizer's stands in.
 */
async function watch(page: Page): Promise<Watched[]> {
  const cookies = await page.context().cookies(page.url());
  return (await seenBy(page)).flatMap(({ role, view }) => {
    const { event, display } = viewSchema.parse(view);
    const slug = event?.slug ?? '';
    const held = (of: string) => {
      const token = cookies.find((cookie) => cookie.name === `badge.${slug}.${of}`)?.value;
      return token === undefined ? undefined : badgeSchema.parse(decodeJwt(token));
    };
    const said = placeIn(page.url());
    const own = held(role);
    const fits = own && Object.entries(said).every(([key, id]) => Object(own.scope)[key] === id);
    const organizer = role === 'attendee' || role === 'organizer' || fits ? undefined : held('organizer');
    const badge = organizer ?? own;
    if (!badge) throw new Error(`${page.url()} follows ${slug} as ${role} and has no badge`);
    const { sub, name, attendance } = badge;
    const { room, session } = organizer ? said : badge.scope;
    const place = { role, room, session, display: display?.id };
    const acting = organizer && role === 'moderator' ? 'organizer' : role;
    const viewer = { participant: sub, role: acting, name, attendance };
    return [{ name: `${role} at ${page.url()}`, slug, page, place, viewer }];
  });
}

/** The room or session that the address of a screen or of a speaker's page names. */
function placeIn(url: string): Pick<Scope, 'room' | 'session'> {
  const [, page, id] = /\/(stage|monitor|speaker)\/([^/?#]+)/.exec(url) ?? [];
  if (id === undefined) return {};
  return page === 'speaker' ? { session: id } : { room: id };
}

/** A log that is replayed, forwards where it can be. */
class Replayed {
  epoch: string | null = null;
  readonly #slug: string;
  readonly #server: Server;
  readonly #entries: Entry[] = [];
  #state = initialState(model);

  constructor(slug: string, server: Server) {
    this.#slug = slug;
    this.#server = server;
  }

  /** The seq of the last entry that was read. */
  get end(): number {
    return this.#entries.at(-1)?.seq ?? 0;
  }

  /** Reads what was logged meanwhile. */
  async readOn(): Promise<void> {
    const { epoch, entries } = await this.#server.logged(this.#slug, this.end);
    this.epoch = epoch;
    this.#entries.push(...entries);
  }

  /** The state after a seq. */
  at(seq: number): State {
    if (seq < this.#state.seq) this.#state = initialState(model);
    for (const entry of this.#entries.slice(this.#state.seq, seq)) apply(this.#state, entry);
    return this.#state;
  }
}

/**
 * Where what a page saw is not what the log makes of it, in words; empty where it is. Entries that change nothing of what a
 * page sees leave its seq behind, and a person's own part comes after the common one: so it may be of any seq from its own
 * on, and of one after `from`.
 */
function wrong({ name, place, viewer }: Watched, seen: Seen, log: Replayed, from: number): string {
  if (seen.epoch !== log.epoch) return `${name}: epoch ${seen.epoch} instead of ${log.epoch}`;
  if (seen.seq > log.end) return `${name}: seq ${seen.seq} of ${log.end}`;
  const around = aroundOf(viewSchema.parse(seen.view));
  let first = '';
  for (let seq = Math.max(seen.seq, from); seq <= log.end; seq += 1) {
    const right = new Oracle(log.at(seq), around).view(place, viewer);
    const difference = differing(seen.view, JSON.parse(JSON.stringify(right)));
    if (difference === '') return '';
    first ||= `${name}, seq ${seen.seq}, at ${seq} of ${log.end}: ${difference}`;
  }
  return first;
}

/** Who was here and what displays drew: no log says it, so a page is believed. */
function aroundOf({ event, staff = {}, displays = {}, crew = {} }: View): Surroundings {
  const drawn = Object.values(displays).map((row): [string, DrawnView] => {
    const [scope = ''] = row.id.split('/');
    return [row.id, { ...row, scope: scope === '' ? null : scope }];
  });
  return {
    joinUrl: event?.joinUrl ?? null,
    people: event?.people ?? null,
    unattended: event?.unattended ?? false,
    clockAhead: event?.clockAhead ?? null,
    staff: new Map(Object.entries(staff)),
    displays: new Map(drawn),
    seen: new Map(
      Object.values(crew)
        .filter(({ connected, seenAt }) => connected || seenAt !== null)
        .map(({ id, seenAt, connected }) => [id, connected || seenAt === null ? null : Date.parse(seenAt)]),
    ),
  };
}
