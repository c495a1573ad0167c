import type { Actor } from './actor.ts';
import type { Digest } from './personal.ts';
import type { State } from './state.ts';

/** The digests that a field holds now, as far as they are known: words that stay the same keep theirs. */
type Standing = readonly (Digest | null | undefined)[];

/**
 * What a noun is given to turn what a command says into what is recorded: texts go beside the log, their digests into the
 * entry. Whatever a table of the runtime can change is looked at here, and never again. A text that cannot be kept is an issue
 * of the command, by its path. What only one noun needs, that noun declares beside its own.
 */
export interface Recorder {
  readonly id: string;
  readonly by: Actor;
  /** The event that the command is for; null: what it says is only looked at. */
  readonly state: State | null;
  /** The invite of the sender's badge; null where it has none. */
  readonly through: string | null;
  /** A short text in the form in which it is kept; something has to be left of it. */
  cleaned(path: string, raw: string): string;
  /** Keeps a cleaned text beside the log. */
  keep(text: string, standing?: Standing): Digest;
  /** Cleans a short text and keeps it. */
  line(path: string, raw: string, standing?: Standing): Digest;
  /** Keeps a text of which nothing need be left: then it is empty, and no digest. */
  reply(path: string, raw: string): Digest | '';
  /** Keeps a name on one line; null where nothing is left of it. */
  name(raw: string, standing?: Standing): Digest | null;
}
