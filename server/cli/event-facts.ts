import { eventOf } from '../../shared/state/state.ts';
import { type EventList, eventListSchema } from '../../shared/wire/http.ts';
import { noSuchEvent } from '../admin-commands.ts';
import type { Config } from '../config.ts';
import { sentenceOf } from '../refusals/spoken.ts';
import { factsOf, hasLog, withLog } from './open-log.ts';
import { Complaint, type Terminal } from './terminal.ts';

/** What an invite has to know of its event. */
export interface EventFacts {
  slug: string;
  startsAt: number;
  /** Epoch milliseconds. */
  endsAt: number;
  /** Ids of what an invite may be limited to; null where only the public list could be asked. */
  ids: { rooms: string[]; sessions: string[]; posters: string[] } | null;
}

/** Longest wait for a server elsewhere, in milliseconds. */
const timeoutMs = 3_000;

/**
 * The facts of one event, or of the first one a person would be led to (`*`): from the log in the data folder, else
 * from the server at PUBLIC_URL. Null where neither can be read, which is said; complains where the event does not exist.
 */
export async function factsOfEvent(
  config: Config,
  event: string,
  terminal: Terminal,
): Promise<EventFacts | null> {
  if (hasLog(config.DATA_DIR)) {
    const events = inLog(config.DATA_DIR, event);
    const facts = events.find(({ slug }) => event === '*' || slug === event);
    if (!facts && event !== '*')
      throw new Complaint(
        sentenceOf(
          noSuchEvent(
            event,
            events.map(({ slug }) => slug),
          ),
        ),
      );
    return facts ?? null;
  }
  const [origin] = config.PUBLIC_URL ?? [];
  const listed = origin === undefined ? [] : await publicList(origin);
  const found = listed.find(({ slug }) => event === '*' || slug === event);
  if (!found) {
    if (event !== '*')
      terminal.err(
        `Whether there is an event "${event}" could not be read here: no log in ${config.DATA_DIR}.`,
      );
    return null;
  }
  return {
    slug: found.slug,
    startsAt: Date.parse(found.startsAt),
    endsAt: Date.parse(found.endsAt),
    ids: null,
  };
}

/** The events of a log, the demo first, then the latest, as the server leads people to them. */
function inLog(dataDir: string, event: string): EventFacts[] {
  return withLog(dataDir, (reader) => {
    const slugs = reader.slugs();
    const meant = slugs.includes(event) ? [event] : slugs;
    const events = meant.flatMap((slug) => {
      const state = factsOf(reader, slug);
      const row = eventOf(state);
      if (!row) return [];
      const idsIn = (table: ReadonlyMap<string, { id: string; removed: boolean }>) =>
        [...table.values()].filter(({ removed }) => !removed).map(({ id }) => id);
      const { rooms, sessions, posters } = state.tables;
      const ids = { rooms: idsIn(rooms), sessions: idsIn(sessions), posters: idsIn(posters) };
      return [{ slug, startsAt: row.startsAt, endsAt: row.endsAt, ids }];
    });
    return events.toSorted(
      (a, b) => Number(b.slug === 'demo') - Number(a.slug === 'demo') || b.startsAt - a.startsAt,
    );
  });
}

/** The listed events of a server; none where it does not answer as one. */
async function publicList(origin: string): Promise<EventList> {
  try {
    const answer = await fetch(`${origin}/api/events`, { signal: AbortSignal.timeout(timeoutMs) });
    return eventListSchema.parse(await answer.json());
  } catch {
    return [];
  }
}
