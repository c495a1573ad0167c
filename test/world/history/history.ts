/*
 * What clients of a server saw, and what stands in its log at the end, as a checker looks at them. Nothing here is the
 * server's: what is true of a history is worked out from these lines alone.
 */

/** A command as it was sent: its type and fields, without id and `seen`. */
export interface Sent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Something that one client did or heard. Its place in the list is its time: one clock for all clients. */
export type Happening = { readonly client: string } & (
  | { what: 'invoke'; id: string; participant: string; role: string; sent: Sent }
  /** An acknowledgement, also of a repeat. */
  | { what: 'ok'; id: string; seq: number }
  /** A refusal that ends it: the client sends this id no more. */
  | { what: 'refused'; id: string; reason: string }
  /** A connection begins; `since` is what the client says it has, null for nothing. */
  | { what: 'connect'; since: number | null }
  | { what: 'view'; epoch: string; seq: number }
  | { what: 'patch'; epoch: string; from: number; seq: number; own: boolean }
  /** Asks for a view; `read` is the answer to the question with this number. */
  | { what: 'ask-view'; number: number }
  | { what: 'read'; number: number; epoch: string; seq: number }
);

/** One line of the log with its texts: `fields` are those of its command, `texts` what the digests among them stand for. */
export interface LogLine {
  seq: number;
  id: string;
  participant: string;
  role: string;
  type: string;
  fields: Readonly<Record<string, unknown>>;
  texts: Readonly<Record<string, string>>;
}

/** A history with the log at its end. */
export interface History {
  happenings: readonly Happening[];
  log: readonly LogLine[];
}
