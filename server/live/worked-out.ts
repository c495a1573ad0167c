import type { Change } from '../../shared/state/change.ts';
import type { ViewContext } from '../../shared/views/context.ts';
import type { CollectionLens } from '../../shared/views/lens.ts';
import { changedFields } from '../../shared/views/patch.ts';
import { MadeQuestions } from './made-questions.ts';

type Single = (context: ViewContext) => object | null;

/** The rows of a collection as they were last made; what comes out as before stays the same object. */
export interface MadeRows {
  readonly rows: ReadonlyMap<string, object>;
  /** Brings the rows up to a context, and tells every follower the ids of those that changed, came or went. */
  look(context: ViewContext): void;
  readonly followers: Set<Set<string>>;
}

/**
 * What lenses give for the latest context, worked out once for all audiences that share them. Nobody says what to look at:
 * everything is looked at, row by row, save questions, of which there may be thousands: there what a row read decides.
 */
export class WorkedOut {
  readonly #collections = new Map<CollectionLens, MadeRows>();
  readonly #singles = new WeakMap<Single, { context: ViewContext; value: object | null }>();

  /** Notes what an entry wrote, and the digests of texts that it let go of. */
  applied(changes: readonly Change[], forgotten: readonly string[]): void {
    for (const made of this.#collections.values()) {
      if (!(made instanceof MadeQuestions)) continue;
      made.written(changes);
      made.forgotten(forgotten);
    }
  }

  /** Follows a collection from a context on: its rows, and the ids of those that changed since they were last taken out. */
  follow(lens: CollectionLens, context: ViewContext): { made: MadeRows; changed: Set<string> } {
    const made =
      this.#collections.get(lens) ?? (lens.maker ? new MadeQuestions(lens.maker) : new MadeAnew(lens));
    this.#collections.set(lens, made);
    made.look(context);
    const changed = new Set(made.rows.keys());
    made.followers.add(changed);
    return { made, changed };
  }

  /** Follows it no more; what nobody follows is forgotten. */
  leave(lens: CollectionLens, changed: Set<string>): void {
    const followers = this.#collections.get(lens)?.followers;
    followers?.delete(changed);
    if (followers?.size === 0) this.#collections.delete(lens);
  }

  /** A single thing. */
  single(single: Single, context: ViewContext): object | null {
    const known = this.#singles.get(single);
    if (known?.context === context) return known.value;
    const now = single(context);
    const value = known && now !== null && changedFields(known.value, now) === null ? known.value : now;
    this.#singles.set(single, { context, value });
    return value;
  }
}

/** Rows that are all made anew at every look. */
class MadeAnew implements MadeRows {
  readonly rows = new Map<string, object>();
  readonly followers = new Set<Set<string>>();
  readonly #lens: CollectionLens;
  #context: ViewContext | null = null;

  constructor(lens: CollectionLens) {
    this.#lens = lens;
  }

  look(context: ViewContext): void {
    if (context === this.#context) return;
    this.#context = context;
    const gone = new Set(this.rows.keys());
    for (const id of this.#lens.ids(context)) {
      const row = this.#lens.row(context, id);
      if (row === null) continue;
      gone.delete(id);
      const before = this.rows.get(id);
      if (before !== undefined && changedFields(before, row) === null) continue;
      this.rows.set(id, row);
      for (const changed of this.followers) changed.add(id);
    }
    for (const id of gone) {
      this.rows.delete(id);
      for (const changed of this.followers) changed.add(id);
    }
  }
}
