import type { Attendance } from '../people/participant.ts';
import type { Role } from '../people/role.ts';
import type { ViewContext } from './context.ts';
import type { SingleName } from './patch.ts';
import { type Asked, type Reader, readerOf } from './reader.ts';
import type { OwnQuestion } from './role-views.ts';
import type { MeView } from './view.ts';

/** Who looks: identity and role of one badge. Attendance and name are those of the badge until the log knows better. */
export interface Viewer {
  participant: string;
  role: Role;
  name: string | null;
  attendance: Attendance;
}

/** A single thing of a view; null where there is none. */
export type Single<Thing extends object> = (context: ViewContext) => Thing | null;

/** One collection of a view: which ids could be in it, and the row of one, null where this role may not see it. */
export interface CollectionLens<Row extends object = object> {
  ids(context: ViewContext): Iterable<string>;
  row(context: ViewContext, id: string): Row | null;
  /** How rows of questions are made; without it a row is made anew each time somebody looks. */
  maker?: QuestionMaker<Row, unknown>;
  /** Its rows are no facts of the log alone: they come and go without an entry. */
  unlogged?: true;
  /** Whether a row that is hidden now may ever have been seen; without it: any. Keeps the ids of unseen things secret. */
  wasSeen?(context: ViewContext, id: string): boolean;
}

/**
 * How rows of questions are made, of which there may be ten thousand: of the question and of what was read, and of nothing
 * else. So a row is made again exactly where its question was written or something that it read is another.
 */
export interface QuestionMaker<Row extends object, Where> {
  /** Whether a question is in the collection; where it looks at anything else, that is `where`, or what it reads. */
  may(question: Asked, where: Where, read: Reader): boolean;
  /** What `may` looks at besides the question; where it is another, every question is looked at. */
  where(context: ViewContext): Where;
  make(question: Asked, read: Reader): Row;
}

/** The collection of questions that a maker makes. */
export function questionsMadeBy<Row extends object, Where>(
  maker: QuestionMaker<Row, Where>,
): CollectionLens<Row> {
  return {
    // A view that is made at once looks at all questions there are.
    ids: ({ state }) => state.tables.questions.keys(),
    row(context, id) {
      const question = context.state.tables.questions.get(id);
      const read = question && readerOf(context, question);
      return read && maker.may(question, maker.where(context), read) ? maker.make(question, read) : null;
    },
    maker,
  };
}

/** The names of a view's single things that are common to an audience, and of its collections. */
type SinglesOf<View> = Exclude<keyof View & SingleName, 'me'>;
type CollectionsOf<View> = Exclude<keyof View, SingleName>;

/**
 * How a role looks at the state: one function for each part of its view, typed by what that holds. `collections` and `singles`
 * are the same for everybody of an audience; `own` is what one person sees besides, where the view says who they are. A lens
 * never gives what its role may not see: it is the privacy wall.
 */
export type Lens<View> = {
  singles: { [Name in keyof View as Name & SinglesOf<View>]: Single<NonNullable<View[Name]>> };
  collections: {
    [Name in keyof View as Name & CollectionsOf<View>]: View[Name] extends Readonly<Record<string, infer Row>>
      ? CollectionLens<Row & object>
      : never;
  };
} & (View extends { me: MeView } ? OwnLens : { own?: never; ownRows?: never });

/** What one person sees besides what is common. */
interface OwnLens {
  own(context: ViewContext, viewer: Viewer): Own;
  /** The rows that `own` gives besides `me`, of everybody at once: each is its author's. */
  ownRows?: CollectionLens<OwnQuestion>;
}

/** The lens of some role: for whoever follows a view without knowing what is in it. */
export interface AnyLens {
  singles: Readonly<Record<string, Single<object>>>;
  collections: Readonly<Record<string, CollectionLens>>;
  own?: OwnLens['own'] | undefined;
  ownRows?: OwnLens['ownRows'] | undefined;
}

/** The part of a view that is one person's: who they are, and their own questions in whatever status. */
export interface Own {
  me: MeView;
  questions: Record<string, OwnQuestion>;
}

/** A view's parts that are common to an audience, as plain data. */
export function commonView(lens: AnyLens, context: ViewContext): Record<string, object | null> {
  const view: Record<string, object | null> = {};
  for (const [name, single] of Object.entries(lens.singles)) view[name] = single(context);
  for (const [name, collection] of Object.entries(lens.collections)) view[name] = rowsOf(collection, context);
  return view;
}

/** All visible rows of a collection, by id. */
function rowsOf(collection: CollectionLens, context: ViewContext): Record<string, object> {
  const rows: Record<string, object> = {};
  for (const id of collection.ids(context)) {
    const row = collection.row(context, id);
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
