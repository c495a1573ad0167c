import type { Attendance } from '../people/participant.ts';
import type { Role } from '../people/role.ts';
import { passedOver } from '../rundown/order.ts';
import { type Times, timeline } from '../rundown/timing.ts';
import { phaseOf } from '../rundown/windows.ts';
import { eventOf, type State } from '../state/state.ts';
import { type Merges, mergesOf } from './merges.ts';
import { type Asked, type Reader, readerOf } from './reader.ts';
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

/** Who looks: identity and role of one badge. Attendance and name are those of the badge until the log knows better. */
export interface Viewer {
  participant: string;
  role: Role;
  name: string | null;
  attendance: Attendance;
}

/** The state with its expected times worked out once, for as many rows as are asked of it. */
export interface Scene {
  state: State;
  around: Surroundings;
  crew: ReadonlyMap<string, Times>;
  told: ReadonlyMap<string, Times>;
  /** Ids of the sessions that were passed over: a later one of their room has begun. */
  passed: ReadonlySet<string>;
  /** Ids of the sessions that collect: the audience sees no counts of their questions. */
  collecting: ReadonlySet<string>;
  merges: Merges;
}

/** Works out the expected times of a state as the crew knows them and as everybody was told. */
export function sceneOf(state: State, around: Surroundings): Scene {
  const sessions = state.tables.sessions;
  const told = timeline(sessions.values(), state.at, 'told');
  return {
    state,
    around,
    crew: timeline(sessions.values(), state.at, 'crew'),
    told,
    passed: passedOver(sessions.values()),
    collecting: collecting(state, told),
    merges: mergesOf(state),
  };
}

function collecting(state: State, told: ReadonlyMap<string, Times>): ReadonlySet<string> {
  const policy = eventOf(state)?.policy;
  const found = new Set<string>();
  if (!policy) return found;
  for (const session of state.tables.sessions.values())
    if (phaseOf(session, told.get(session.id), policy, state.at) === 'collect') found.add(session.id);
  return found;
}

/** One collection of a view: which ids could be in it, and the row of one, null where this role may not see it. */
export interface CollectionLens {
  ids(scene: Scene): Iterable<string>;
  row(scene: Scene, id: string): object | null;
  /** How rows of questions are made; without it a row is made anew each time somebody looks. */
  maker?: QuestionMaker<unknown>;
  /** Whether a row that is hidden now may ever have been seen; without it: any. Keeps the ids of unseen things secret. */
  wasSeen?(scene: Scene, id: string): boolean;
}

/**
 * How rows of questions are made, of which there may be ten thousand: of the question and of what was read, and of nothing
 * else. So a row is made again exactly where its question was written or something that it read is another.
 */
export interface QuestionMaker<Where> {
  /** Whether a question is in the collection; where it looks at anything else, that is `where`. */
  may(question: Asked, where: Where): boolean;
  /** What `may` looks at besides the question; where it is another, every question is looked at. */
  where(scene: Scene): Where;
  make(question: Asked, read: Reader): object;
}

/** The collection of questions that a maker makes. */
export function questionsMadeBy<Where>(maker: QuestionMaker<Where>): CollectionLens {
  return {
    ids: ({ state }) => state.tables.questions.keys(),
    row(scene, id) {
      const question = scene.state.tables.questions.get(id);
      return question && maker.may(question, maker.where(scene))
        ? maker.make(question, readerOf(scene, question))
        : null;
    },
    maker,
  };
}

/**
 * How a role looks at the state. `collections` and `singles` are the same for everybody of an audience; `own` is
 * what one person sees besides. A lens never gives what its role may not see: it is the privacy wall.
 */
export interface Lens {
  collections: Readonly<Record<string, CollectionLens>>;
  singles: Readonly<Record<string, (scene: Scene) => object | null>>;
  own?(scene: Scene, viewer: Viewer): Own;
  /** The rows that `own` gives besides `me`, of everybody at once: each is its author's. */
  ownRows?: CollectionLens;
}

/** The part of a view that is one person's: who they are, and their own questions in whatever status. */
export interface Own {
  me: object;
  questions: Record<string, object>;
}

/** A view's parts that are common to an audience, as plain data. */
export function commonView(lens: Lens, scene: Scene): Record<string, object | null> {
  const view: Record<string, object | null> = {};
  for (const [name, single] of Object.entries(lens.singles)) view[name] = single(scene);
  for (const [name, collection] of Object.entries(lens.collections)) view[name] = rowsOf(collection, scene);
  return view;
}

/** All visible rows of a collection, by id. */
function rowsOf(collection: CollectionLens, scene: Scene): Record<string, object> {
  const rows: Record<string, object> = {};
  for (const id of collection.ids(scene)) {
    const row = collection.row(scene, id);
    if (row !== null) rows[id] = row;
  }
  return rows;
}

/** A common view with one person's own part laid over it. */
export function fullView(
  common: Record<string, object | null>,
  own: Own | null,
): Record<string, object | null> {
  if (own === null) return common;
  return { ...common, me: own.me, questions: { ...common['questions'], ...own.questions } };
}
