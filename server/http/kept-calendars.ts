import { createHash } from 'node:crypto';
import { type Published, published } from '../../shared/rundown/published.ts';
import type { Change } from '../../shared/state/change.ts';
import { written } from '../export/calendar.ts';
import type { LiveEvent } from '../live/live-event.ts';

/** A calendar as it is sent, with the ETag that is another where it is. */
export interface KeptCalendar {
  body: Buffer;
  etag: string;
}

interface Kept {
  /** The minute of the event that it is of: what is published may change with each. */
  minute: number;
  url: string | null;
  sessions: ReadonlyMap<string, Published>;
  /** Of one session each, and under null of all. */
  made: Map<string | null, Promise<KeptCalendar>>;
}

/** Of what a calendar tells. */
const told: ReadonlySet<Change['of']> = new Set(['event', 'rooms', 'sessions']);

/**
 * Calendars of running events, each made once and kept until what it tells may be another: nobody needs a badge for one,
 * and all programs of a venue ask for the same.
 */
export class KeptCalendars {
  readonly #kept = new WeakMap<LiveEvent, Kept | null>();

  /** The calendar of an event, or of one of its sessions; null where there is no such session. */
  of(live: LiveEvent, url: string | null, session: string | null): Promise<KeptCalendar> | null {
    const kept = this.#current(live, url);
    const known = kept.made.get(session);
    if (known) return known;
    const one = session === null ? undefined : kept.sessions.get(session);
    if (session !== null && one === undefined) return null;
    const sessions = session !== null && one ? new Map([[session, one]]) : kept.sessions;
    const made = written(live.state, url, sessions).then((text) => ({
      body: Buffer.from(text),
      etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 20)}"`,
    }));
    kept.made.set(session, made);
    made.catch(() => kept.made.delete(session));
    return made;
  }

  #current(live: LiveEvent, url: string | null): Kept {
    if (!this.#kept.has(live))
      live.onApplied((_entry, { changes }) => {
        if (changes.some(({ of }) => told.has(of))) this.#kept.set(live, null);
      });
    const before = this.#kept.get(live);
    const minute = Math.floor(live.state.at / 60_000);
    if (before && before.minute === minute && before.url === url) return before;
    const kept = { minute, url, sessions: published(live.state), made: new Map() };
    this.#kept.set(live, kept);
    return kept;
  }
}
