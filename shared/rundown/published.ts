import { eventOf, type State } from '../state/state.ts';
import { minute } from './session.ts';
import { timeline } from './timing.ts';

/** A session as calendars outside show it: expected times as everybody was told, to the minute (epoch milliseconds). */
export interface Published {
  start: number;
  end: number;
  title: string;
  /** Who speaks: `Ada (Analytical Society), Grace`. */
  speakers: string;
  /** Room and venue. */
  place: string;
  cancelled: boolean;
}

/** Everything that calendars outside show of an event, by session; cancelled sessions at their planned times. */
export function published(state: State): Map<string, Published> {
  const times = timeline(state.tables.sessions.values(), state.at, 'announced');
  const venue = eventOf(state)?.venue ?? null;
  const found = new Map<string, Published>();
  for (const session of state.tables.sessions.values()) {
    if (session.removed) continue;
    const { start, end } = times.get(session.id) ?? { start: null, end: null };
    const room = session.room === null ? null : (state.tables.rooms.get(session.room)?.name ?? session.room);
    found.set(session.id, {
      start: toMinute(start ?? session.start),
      end: toMinute(end ?? session.end),
      title: session.title,
      speakers: session.speakers
        .map(({ name, affiliation }) => (affiliation === null ? name : `${name} (${affiliation})`))
        .join(', '),
      place: [room, venue].filter((part) => part !== null).join(', '),
      cancelled: session.cancelled,
    });
  }
  return found;
}

/** [T34] Counts what differs from what was published before, and keeps when; a new session begins at none. */
export function revise(state: State, before: ReadonlyMap<string, Published>): void {
  for (const [id, now] of published(state)) {
    const old = before.get(id);
    const revision = state.revisions.get(id);
    if (old === undefined && revision === undefined) state.revisions.set(id, { count: 0, at: state.at });
    if (old === undefined || JSON.stringify(old) === JSON.stringify(now)) continue;
    state.revisions.set(id, { count: (revision?.count ?? 0) + 1, at: state.at });
  }
}

function toMinute(instant: number): number {
  return Math.floor(instant / minute) * minute;
}
