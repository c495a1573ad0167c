import { passedOver } from '../rundown/order.ts';
import { type Times, timeline } from '../rundown/timing.ts';
import { phaseOf } from '../rundown/windows.ts';
import { eventOf, type State } from '../state/state.ts';
import { type Merges, mergesOf } from './merges.ts';
import type { DisplayView, StaffView } from './view.ts';

/** What surrounds an event and is no fact of its log: where people reach it, who is connected, what displays drew. */
export interface Surroundings {
  /** Link that brings people in; null where no address is known that they could reach. */
  joinUrl: string | null;
  people: { inRoom: number; remote: number } | null;
  staff: ReadonlyMap<string, StaffView>;
  displays: ReadonlyMap<string, DrawnView>;
  /** When somebody of the staff or a speaker was last connected, by participant; `null`: they are now. */
  seen: ReadonlyMap<string, number | null>;
  /** Nobody has been at a desk for a minute while a session runs. */
  unattended: boolean;
  /** By how much the server's wall clock is ahead of the time that is used (behind: negative), in milliseconds; null: it is not. */
  clockAhead: number | null;
  /** How full the event is, in percent, from 80 on; null below. */
  filled?: number | null;
}

/** Around an event that is read from its log alone: nobody is known to be here. */
export const nobodyAround: Surroundings = {
  joinUrl: null,
  people: null,
  staff: new Map(),
  displays: new Map(),
  seen: new Map(),
  unattended: false,
  clockAhead: null,
};

/** What a display drew last, as it said so itself; `scope` is the room that its link names. */
export interface DrawnView
  extends Omit<DisplayView, 'room' | 'name' | 'claimed' | 'layout' | 'background' | 'theme'> {
  scope: string | null;
}

/**
 * What all lenses look at: the state as it stands after an entry, and what surrounds it. The rest is worked out of these when
 * somebody first asks, once for all; a context is not asked any more after the next entry.
 */
export interface ViewContext {
  readonly state: State;
  readonly around: Surroundings;
  /** The expected times as the staff knows them, by session. */
  readonly internal: ReadonlyMap<string, Times>;
  /** The expected times as everybody was told, by session. */
  readonly announced: ReadonlyMap<string, Times>;
  /** Ids of the sessions that were passed over: a later one of their room has begun. */
  readonly passed: ReadonlySet<string>;
  /** Ids of the sessions that collect: the audience sees no counts of their questions. */
  readonly collecting: ReadonlySet<string>;
  readonly merges: Merges;
}

/** The context of a state as it stands now. */
export function contextOf(state: State, around: Surroundings): ViewContext {
  return {
    state,
    around,
    get internal() {
      return internalTimes(this);
    },
    get announced() {
      return announcedTimes(this);
    },
    get passed() {
      return passedSessions(this);
    },
    get collecting() {
      return collectingSessions(this);
    },
    get merges() {
      return merges(this);
    },
  };
}

/** Something that is worked out of a context when it is first asked for, and once for each. */
export function oncePerContext<T>(work: (context: ViewContext) => T): (context: ViewContext) => T {
  const worked = new WeakMap<ViewContext, { value: T }>();
  return (context) => {
    const known = worked.get(context) ?? { value: work(context) };
    worked.set(context, known);
    return known.value;
  };
}

const internalTimes = oncePerContext(({ state }) =>
  timeline(state.tables.sessions.values(), state.at, 'internal'),
);
const announcedTimes = oncePerContext(({ state }) =>
  timeline(state.tables.sessions.values(), state.at, 'announced'),
);
const passedSessions = oncePerContext(({ state }) => passedOver(state.tables.sessions.values()));
const merges = oncePerContext(({ state }) => mergesOf(state));

const collectingSessions = oncePerContext(({ state, announced }): ReadonlySet<string> => {
  const policy = eventOf(state)?.policy;
  if (!policy) return new Set();
  const sessions = [...state.tables.sessions.values()];
  const collecting = sessions.filter(
    (session) => phaseOf(session, announced.get(session.id), policy, state.at) === 'collect',
  );
  return new Set(collecting.map(({ id }) => id));
});
