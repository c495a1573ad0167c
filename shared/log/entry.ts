import type { nouns } from '../model.ts';
import type { Kind } from '../state/noun.ts';
import type { Fields, Stamp } from '../state/rule.ts';

type AnyKind = (typeof nouns)[number]['kinds'][number];

/** The name of every type of entry. */
export type EntryType = AnyKind['type'];

/** The data of every entry type: a command's own fields, personal texts replaced by their digests. */
export type EntryData = {
  [K in AnyKind as K['type']]: K extends Kind<string, infer _S, infer D> ? Fields<D> : never;
};

/** What is handed to the log: an entry without its place. */
export type Draft<T extends EntryType = EntryType> = {
  [K in T]: Stamp & { type: K; data: EntryData[K] };
}[T];

/** One line of the log. `seq` counts from 1 without gaps. */
export type Entry<T extends EntryType = EntryType> = Draft<T> & { seq: number };
