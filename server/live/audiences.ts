import type { Role } from '../../shared/people/role.ts';
import type { Model } from '../../shared/state/model.ts';
import { attendeeLens } from '../../shared/views/attendee.ts';
import type { AnyLens, CollectionLens } from '../../shared/views/lens.ts';
import { moderatorLens } from '../../shared/views/moderator.ts';
import { organizerLens } from '../../shared/views/organizer.ts';
import { projectorLens } from '../../shared/views/projector.ts';
import { lecternLens, speakerLens } from '../../shared/views/speaker.ts';

/** Which view somebody has: a role, and for screens their room, for speakers their session or the room of their lectern. */
export interface Seat {
  role: Role;
  room?: string | undefined;
  session?: string | undefined;
  /** For screens that say which one they are: their id at the desk. */
  display?: string | undefined;
}

/** The name of an audience: everybody with this key sees the same common view. */
export type AudienceKey = string;

/** The audience of a seat, with what it may see. */
export function audienceOf(seat: Seat): { key: AudienceKey; lens: AnyLens } {
  switch (seat.role) {
    case 'attendee':
      return { key: 'attendee', lens: attendeeLens };
    case 'moderator':
      return { key: 'moderator', lens: moderatorLens };
    case 'organizer':
      return { key: 'organizer', lens: organizerLens };
    case 'projector':
      return {
        key: seat.display === undefined ? `projector/${seat.room ?? ''}` : audienceOfDisplay(seat.display),
        lens: projectorLens(seat.room ?? null, seat.display ?? null),
      };
    case 'speaker':
      if (seat.session !== undefined)
        return { key: `speaker/${seat.session}`, lens: speakerLens(seat.session) };
      return seat.room === undefined
        ? { key: 'speaker/', lens: attendeeLens }
        : { key: `speaker/room/${seat.room}`, lens: lecternLens(seat.room) };
  }
}

/** What an audience sees of the events of a model: what a workshop day shows it, and what other nouns do. */
export function lensOf(seat: Seat, model: Model): AnyLens {
  const { lens } = audienceOf(seat);
  const shown = model.views.flatMap(([name, { to, row }]): [string, CollectionLens][] =>
    to.includes(seat.role)
      ? [
          [
            name,
            {
              ids: ({ state }) => state.tables[name].keys(),
              row: ({ state }, id) => row(state, id),
            },
          ],
        ]
      : [],
  );
  return shown.length === 0
    ? lens
    : { ...lens, collections: { ...lens.collections, ...Object.fromEntries(shown) } };
}

/** Whether a seat is a screen's, on a wall or at a lectern, and nobody's own page. */
export function isScreen({ role, room, session }: Seat): boolean {
  return role === 'projector' || (role === 'speaker' && session === undefined && room !== undefined);
}

/** The audience of one display, by its id at the desk. */
export function audienceOfDisplay(display: string): AudienceKey {
  return `projector/${display}`;
}

/** Shortest time between two patches, in milliseconds: screens and desks at once, thousands of phones in ticks. */
export function windowOf(key: AudienceKey): number {
  if (key === 'attendee') return 250;
  return key.startsWith('projector/') ? 20 : 50;
}

/** Whether an audience hears of a silent line soon (every 2.5 s) or late (every 20 s). */
export function isWatchful(key: AudienceKey): boolean {
  return key !== 'attendee';
}
