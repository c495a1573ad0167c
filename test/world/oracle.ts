import type { State } from '../../shared/state/state.ts';
import { attendeeLens } from '../../shared/views/attendee.ts';
import { contextOf, type Surroundings, type ViewContext } from '../../shared/views/context.ts';
import { type AnyLens, commonView, fullView, type Viewer } from '../../shared/views/lens.ts';
import { moderatorLens } from '../../shared/views/moderator.ts';
import { organizerLens } from '../../shared/views/organizer.ts';
import { projectorLens } from '../../shared/views/projector.ts';
import { lecternLens, speakerLens } from '../../shared/views/speaker.ts';

/** Who looks, and through what: a role, the session of a speaker, the room of a screen or lectern, a display's own id. */
export interface Place {
  role: Viewer['role'];
  session?: string | undefined;
  room?: string | undefined;
  display?: string | undefined;
}

/** What a place looks through, as the contract has it. */
export function lensAt({ role, session, room, display }: Place): AnyLens {
  if (role === 'attendee') return attendeeLens;
  if (role === 'moderator') return moderatorLens;
  if (role === 'organizer') return organizerLens;
  if (role === 'projector') return projectorLens(room ?? null, display ?? null);
  if (session !== undefined) return speakerLens(session);
  return room === undefined ? attendeeLens : lecternLens(room);
}

/**
 * What everybody has to see: a function of the state, and of who is here as the test itself arranged it. Made anew for each
 * comparison; nothing of what a server keeps, touches or remembers has a part in it.
 */
export class Oracle {
  readonly #context: ViewContext;
  readonly #commons = new Map<string, Record<string, object | null>>();

  constructor(state: State, around: Surroundings) {
    this.#context = contextOf(state, around);
  }

  /** The right view of somebody at a place. */
  view(place: Place, viewer: Viewer): object {
    const lens = lensAt(place);
    const { role, session, room, display } = place;
    const key = [role, session, room, display].join(' ');
    const common = this.#commons.get(key) ?? commonView(lens, this.#context);
    this.#commons.set(key, common);
    return fullView(common, lens.own?.(this.#context, viewer) ?? null);
  }
}

/** Where two views first differ, in words; empty where they do not. Null, absent and undefined are the same on the wire. */
export function differing(got: unknown, right: unknown, path = ''): string {
  if (Object.is(got, right) || (got == null && right == null)) return '';
  if (typeof got !== 'object' || typeof right !== 'object' || got === null || right === null)
    return `${path}: ${JSON.stringify(got)} instead of ${JSON.stringify(right)}`;
  for (const key of Object.keys(got)) {
    const found = differing(Reflect.get(got, key), Reflect.get(right, key), `${path}/${key}`);
    if (found !== '') return found;
  }
  for (const key of Object.keys(right)) {
    const missing: unknown = key in got ? null : Reflect.get(right, key);
    if (missing != null) return `${path}/${key}: nothing instead of ${JSON.stringify(missing)}`;
  }
  return '';
}
