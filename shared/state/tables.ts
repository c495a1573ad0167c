/** Every kind of thing that an event is made of, each by id: a noun declares its rows here, beside their type. */
// biome-ignore lint/suspicious/noEmptyInterface: the nouns fill it.
export interface Tables {}
export type Collection = keyof Tables & string;

/** The names of a row's fields that are sets of ids. */
export type SetsOf<Row> = { [F in keyof Row]: Row[F] extends Set<string> ? F : never }[keyof Row] & string;
