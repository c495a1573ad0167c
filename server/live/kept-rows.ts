import type { ViewContext } from '../../shared/views/context.ts';
import type { CollectionLens } from '../../shared/views/lens.ts';
import { changedFields } from '../../shared/views/patch.ts';
import type { MadeRows, WorkedOut } from './worked-out.ts';

/** What changed in a collection: fields by id to set, ids to drop. */
export interface RowDelta {
  set: Record<string, object>;
  gone: string[];
}

/** One collection of an audience's view, with the seq at which each row last changed or left. */
export class KeptRows {
  readonly rows: Record<string, object> = {};
  readonly #lens: CollectionLens;
  readonly #worked: WorkedOut;
  readonly #made: MadeRows;
  /** Ids of the rows that changed since they were last brought up to a context. */
  readonly #changed: Set<string>;
  readonly #changedAt = new Map<string, number>();
  readonly #leftAt = new Map<string, number>();

  constructor(lens: CollectionLens, context: ViewContext, worked: WorkedOut) {
    this.#lens = lens;
    this.#worked = worked;
    const { made, changed } = worked.follow(lens, context);
    this.#made = made;
    this.#changed = changed;
    this.advance(context);
  }

  /** Brings the rows up to a context, and gives what differs from those before. */
  advance(context: ViewContext): RowDelta {
    const { seq } = context.state;
    const delta: RowDelta = { set: {}, gone: [] };
    this.#made.look(context);
    for (const id of this.#changed) {
      const [before, row] = [this.rows[id], this.#made.rows.get(id)];
      if (row === undefined) {
        if (before === undefined) continue;
        delete this.rows[id];
        this.#changedAt.delete(id);
        this.#leftAt.set(id, seq);
        delta.gone.push(id);
        continue;
      }
      const fields = changedFields(before, row);
      if (fields === null) continue;
      this.rows[id] = row;
      this.#changedAt.set(id, seq);
      this.#leftAt.delete(id);
      delta.set[id] = fields;
    }
    this.#changed.clear();
    return delta;
  }

  /** Whole rows that changed after a seq, and ids that left after it. */
  since(seq: number): RowDelta {
    const set: Record<string, object> = {};
    for (const [id, row] of Object.entries(this.rows))
      if ((this.#changedAt.get(id) ?? 0) > seq) set[id] = row;
    return { set, gone: [...this.#leftAt].filter(([, at]) => at > seq).map(([id]) => id) };
  }

  /** Everything that is there, and everything that somebody may have seen and that is there no more. */
  everything(context: ViewContext): RowDelta {
    const wasSeen = this.#lens.wasSeen ?? (() => true);
    const gone = [...this.#lens.ids(context)].filter(
      (id) => this.rows[id] === undefined && wasSeen(context, id),
    );
    return { set: this.rows, gone };
  }

  /** Lets go of what it followed. */
  close(): void {
    this.#worked.leave(this.#lens, this.#changed);
  }
}
