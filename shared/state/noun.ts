import type * as z from 'zod/mini';
import { fields } from '../people/envelope.ts';
import type { Attendance } from '../people/participant.ts';
import type { Role } from '../people/role.ts';
import type { Codes } from '../wire/reasons.ts';
import type { Afterwards } from './afterwards.ts';
import type { Change } from './change.ts';
import type { RowIndex } from './indexes.ts';
import type { Digest } from './personal.ts';
import type { Recorder } from './recorder.ts';
import type { Fields, Recorded, Rule } from './rule.ts';
import type { StaffEntry, State } from './state.ts';
import type { Table } from './table.ts';
import type { Collection, Tables } from './tables.ts';

/** The schema of a command: its envelope, whose `type` names it, and its own fields. */
export type CommandSchema = z.ZodMiniObject<{ type: z.ZodMiniLiteral<string> } & z.core.$ZodShape>;

/** The name that a command's schema gives it. */
type NameOf<S extends CommandSchema> = S['shape']['type']['def']['values'][number];

/** How often one person may send a command: so many within so many seconds, or so many a second after a burst. */
export type RateLimit = { most: number; withinS: number } | { perSecond: number; burst: number };

/** What can be said of an entry of one type, besides its form and its rule. D: the schema of its data or of its command. */
interface Traits<D extends z.ZodMiniType> {
  rule: Rule<D>;
  /** It cannot be undone: what was forgotten or revoked is so. */
  lasting?: true;
  /**
   * Whether it is audited and can be undone: where it is not said, if somebody made it who runs the event; `never`: they do it
   * as one of its people; `always`: also where the server does it in their place.
   */
  audited?: 'never' | 'always';
  /** Where it is never audited: whether this one is, since the staff does it as such. */
  asStaff?(said: Fields<D>): boolean;
  /** It may change what is published of sessions; `anew`: what was only assumed of them is worked out anew after it. */
  timed?: 'anew' | 'itself';
  /** Badges may be worth nothing any more after it. */
  endsAccess?: true;
  /** The table in which it makes a row under its own id, which has to be new. */
  creates?: Collection;
  /** It is taken also from people who are shut out, or before there is an event. */
  evenIf?: 'shutOut' | 'noEvent';
  /** Whose texts are all forgotten by it. */
  forgets?(data: Fields<D>): string;
  /** What it says of its sender, who may not be known yet. */
  describes?(data: Fields<D>): { name?: Digest | null | undefined; attendance?: Attendance | undefined };
  /** The moment up to which everything that happens by itself has happened once it is applied, in epoch milliseconds. */
  passes?(state: State, entry: Recorded<D>): number;
  /** The field on whose value it depends: where it is refused since a colleague has just set that, the conflict says so. */
  dependsOn?(data: Fields<D>): FieldOf | undefined;
  /** Somebody says by it that the clock of the server is right. */
  trustsClock?: true;
  /** What its outcome says of what it made. */
  says?(state: State, entry: Recorded<D>): { question: string; status: string };
}

/** A field of a row. */
export interface FieldOf {
  of: Collection;
  id: string;
  field: string;
}

/** What a noun says of one of its commands. S: the schema of the command, D: that of its entry's data. */
interface CommandTraits<S extends CommandSchema, D extends z.ZodMiniType> extends Traits<D> {
  /** The roles that may send it. What its rule asks beyond the role (being the author) it says itself. */
  by: readonly Role[];
  /** How often a person may send it who does not run the event. */
  limit?: RateLimit;
  /** A phone keeps it while it is offline and says it later under its id: it means then what it meant. */
  durable?: true;
  /** Looking at what it brings takes long: that is done where it may be sent, and was not sent just now. */
  costly?: true;
  /** Whether what it asks for hangs on what its sender sent before: then that is answered first. */
  waitsForOwn?(state: State): boolean;
  /** The invite that it ends. */
  endsInvite?(said: Fields<S>): string;
  /** Whether it is about its sender alone: then the limit is everybody's. */
  aboutSender?(said: Fields<S>, sender: string): boolean;
}

/** One type of entry, as its noun declares it. S: the schema of its command; null where no command makes it. */
export interface Kind<
  T extends string = string,
  S extends CommandSchema | null = CommandSchema | null,
  D extends z.ZodMiniType = z.ZodMiniType,
> extends Traits<D> {
  readonly type: T;
  readonly schema: S;
  /** The schema of its entry's data. */
  readonly data: z.ZodMiniType;
  /** The roles that may send it; nobody but the server makes one that no command makes, or somebody who comes by an invite. */
  readonly by: readonly Role[] | 'server' | 'newcomers';
  readonly limit?: RateLimit;
  readonly durable?: true;
  readonly costly?: true;
  waitsForOwn?(state: State): boolean;
  endsInvite?(said: Fields<z.ZodMiniType>): string;
  aboutSender?(said: Fields<z.ZodMiniType>, sender: string): boolean;
  record?(said: Fields<z.ZodMiniType>, recorder: Recorder): Fields<D>;
}

/**
 * Declares a command whose entry has the form of what it says: its schema, who may send it, its rule, and what else there is to
 * say of it. `record` puts digests in the place of its texts.
 */
export function command<S extends CommandSchema>(
  schema: S,
  traits: CommandTraits<S, S> & { record?(said: Fields<NoInfer<S>>, recorder: Recorder): Fields<NoInfer<S>> },
): Kind<NameOf<S>, S, S> {
  return { ...traits, type: nameOf(schema), schema, data: fields(schema) };
}

/** Declares a command whose entry has another form than what it says: `data` is the schema of that, and `record` makes it. */
export function recordedCommand<S extends CommandSchema, D extends z.ZodMiniType>(
  schema: S,
  data: D,
  traits: CommandTraits<S, D> & { record(said: Fields<NoInfer<S>>, recorder: Recorder): Fields<NoInfer<D>> },
): Kind<NameOf<S>, S, D> {
  return { ...traits, type: nameOf(schema), schema, data };
}

function nameOf<S extends CommandSchema>(schema: S): NameOf<S> {
  const [name] = schema.shape.type.def.values;
  if (name === undefined) throw new Error('A command has no type');
  return name;
}

/** Declares entries of a type that no command makes, by the schema of their data. */
export function made<T extends string, D extends z.ZodMiniType>(
  type: T,
  data: D,
  traits: Traits<D> & { by: 'server' | 'newcomers' },
): Kind<T, null, D> {
  return { ...traits, type, schema: null, data };
}

/** The tables of a noun, by their names in the state. */
type NounTables = {
  readonly [C in Collection]?: Table<Tables[C]> & { indexes?: readonly RowIndex<C>[] };
};

/** How the rows of one table stand in views, where nothing else decides that: to some roles, and as what. */
export interface Shown {
  to: readonly Role[];
  /** A row as it is sent; null where nobody may see it. */
  row(state: State, id: string): object | null;
}

/** What a noun sees to besides its own entries, whatever an entry is about. All of it is pure. */
interface Care {
  /**
   * The changes that put right what an undo would leave out of order; `after`: its rows as the undo would leave them. What the
   * undo does to fields that a table calls `repaired` is dropped: what becomes of those is said here.
   */
  repair?(state: State, after: Afterwards, now: number): Change[];
  /** Whether an undo would leave its rows as they must not be. What was so in the state before it does not count. */
  violates?(after: Afterwards, state: State): boolean;
  /** The changes that follow from those of an entry; asked where the entry's kind says `timed: 'anew'`. */
  entails?(state: State, changes: readonly Change[], now: number): Change[];
  /**
   * Counts what no undo takes back. It looks at the state before an entry; what it gives is called with the entry's changes
   * once they are written, and counts.
   */
  counter?(
    state: State,
    entry: { at: number; timed: boolean },
  ): ((changes: readonly Change[]) => void) | null;
  /** Moments at which something of it changes by itself, in epoch milliseconds; those that have passed count for nothing. */
  due?(state: State): Iterable<number | null | undefined>;
  /** The changes of an entry of the staff that the audit may tell; without it, all of them. */
  disclosed?(state: State, entry: StaffEntry): readonly Change[];
}

/** A thing that an event is made of: its rows, and the types of entries by which it changes. */
export interface Noun<K extends readonly Kind[] = readonly Kind[], R extends Codes = Codes> extends Care {
  readonly name: string;
  /** Why its rules say no: finer words, each with the reason that it belongs to. */
  readonly refusals: R;
  readonly tables: NounTables;
  readonly kinds: K;
  /** Its collections in views, by the names of their tables; those of a workshop day are in `views/`. */
  readonly views: { readonly [C in Collection]?: Shown };
}

/** Declares a noun. */
export function noun<const K extends readonly Kind[], const R extends Codes>(
  name: string,
  declared: Care & { tables?: NounTables; kinds: K; refusals: R; views?: Noun['views'] },
): Noun<K, R> {
  return { name, tables: {}, views: {}, ...declared };
}
