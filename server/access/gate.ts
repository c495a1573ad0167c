import type { IncomingMessage } from 'node:http';
import { type Role, roleSchema, strongestRole } from '../../shared/people/role.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import type { LiveEvent } from '../live/live-event.ts';
import { refuse } from '../refusals/refuse.ts';
import type { Badge, Badges } from './badges.ts';
import { tokensOf } from './cookies.ts';
import { deadBadge } from './dead-badge.ts';
import { isFor, placeSchema, standIn } from './stand-in.ts';

/** What somebody shows at the door of an event. */
export interface Shown {
  /** A token said outright: its person alone counts. */
  token?: string | undefined;
  /** The Cookie header; undefined where it may not be read. */
  cookie?: string | undefined;
  /** Which role the page acts as; without it the highest held. */
  as?: unknown;
  /** The room and session that the page is about, where it is about one. */
  room?: unknown;
  session?: unknown;
}

/** Decides who somebody is in an event, by the badges they show. */
export class Gate {
  readonly #badges: Badges;

  constructor(badges: Badges) {
    this.#badges = badges;
  }

  /**
   * The badge that counts, or why there is none. [W55] Where none is for the page, an organizer's stands in.
   * Refuses: `role-unknown`, `join-first`, `speaker-needed`, `moderator-needed`, `organizer-needed`, `screen-needed`,
   * `access-withdrawn`, `access-expired`.
   */
  async badge(live: LiveEvent, shown: Shown): Promise<Badge | Refusal> {
    const as = shown.as === undefined ? undefined : roleSchema.safeParse(shown.as).data;
    if (shown.as !== undefined && as === undefined)
      return refuse('malformed', 'role-unknown', {
        issues: [{ path: 'as', message: 'no such role' }],
      });
    const place = placeSchema.safeParse({ room: shown.room, session: shown.session });
    const held = await this.shown(live.slug, shown);
    const living = held.filter((badge) => deadBadge(live, badge, live.clock()) === null);
    const role = as ?? strongestRole(living.map((badge) => badge.role));
    const badge = living.find((each) => each.role === role);
    const organizer = living.find((each) => each.role === 'organizer');
    const instead = as && organizer && place.success ? standIn(organizer, as, place.data) : null;
    if (badge && (!instead || !place.success || isFor(badge, place.data))) return badge;
    if (instead) return instead;
    const [dead] = held.filter((each) => as === undefined || each.role === as);
    const why = dead ? deadBadge(live, dead, live.clock()) : null;
    return why ?? refuse('no-badge', needs[as ?? 'attendee'], { of: as ?? 'attendee' });
  }

  /**
   * The badges of an event that are shown: the one of a token that is said, else all that a Cookie header holds. Where
   * the browser holds a newer one of the same person and role than the page that says the token, that one speaks.
   */
  async shown(slug: string, { token, cookie }: Pick<Shown, 'token' | 'cookie'>): Promise<Badge[]> {
    const held = await Promise.all([...tokensOf(cookie, slug)].map(([, each]) => this.#said(slug, each)));
    if (token === undefined) return held.flat();
    const said = await this.#said(slug, token);
    return said.map((badge) => held.flat().find((each) => replaces(each, badge)) ?? badge);
  }

  async #said(slug: string, token: string): Promise<Badge[]> {
    const badge = await this.#badges.read(token);
    return badge && badge.event === slug ? [badge] : [];
  }
}

/** Whether a badge that a browser holds was made in the place of one that a page still says. */
function replaces(held: Badge, said: Badge): boolean {
  return held.participant === said.participant && held.role === said.role && held.madeAt >= said.madeAt;
}

/** The token of an `Authorization: Bearer` header. */
export function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** What is missing where a page acts as a role. */
const needs = {
  attendee: 'join-first',
  speaker: 'speaker-needed',
  moderator: 'moderator-needed',
  organizer: 'organizer-needed',
  projector: 'screen-needed',
} as const satisfies Record<Role, string>;
