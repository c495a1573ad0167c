import type { CollectionLens, Scene } from '../../shared/views/lens.ts';
import { changedFields } from '../../shared/views/patch.ts';

/** What changed in a collection: fields by id to set, ids to drop. */
export interface RowDelta {
  set: Record<string, object>;
  gone: string[];
}

/** One collection of an audience's view, with the seq at which each row last changed or left. */
export class KeptRows {
  readonly rows: Record<string, object> = {};
  readonly #lens: CollectionLens;
  readonly #changedAt = new Map<string, number>();
  readonly #leftAt = new Map<string, number>();

  constructor(lens: CollectionLens, scene: Scene) {
    this.#lens = lens;
    this.look(lens.ids(scene), scene);
  }

  /** Looks at rows again and gives what differs from what was kept. */
  look(ids: Iterable<string>, scene: Scene): RowDelta {
    const delta: RowDelta = { set: {}, gone: [] };
    for (const id of ids) {
      const after = this.#lens.row(scene, id);
      if (after === null) {
        if (this.rows[id] === undefined) continue;
        delete this.rows[id];
        this.#changedAt.delete(id);
        this.#leftAt.set(id, scene.state.seq);
        delta.gone.push(id);
        continue;
      }
      const fields = changedFields(this.rows[id], after);
      if (fields === null) continue;
      this.rows[id] = after;
      this.#changedAt.set(id, scene.state.seq);
      this.#leftAt.delete(id);
      delta.set[id] = fields;
    }
    return delta;
  }

  /** Looks at every row that is there or could be. */
  lookAtAll(scene: Scene): RowDelta {
    return this.look(new Set([...this.#lens.ids(scene), ...Object.keys(this.rows)]), scene);
  }

  /** Whole rows that changed after a seq, and ids that left after it. */
  since(seq: number): RowDelta {
    const set: Record<string, object> = {};
    for (const [id, row] of Object.entries(this.rows))
      if ((this.#changedAt.get(id) ?? 0) > seq) set[id] = row;
    return { set, gone: [...this.#leftAt].filter(([, at]) => at > seq).map(([id]) => id) };
  }

  /** Everything that is there, and everything that somebody may have seen and that is there no more. */
  everything(scene: Scene): RowDelta {
    const wasSeen = this.#lens.wasSeen ?? (() => true);
    const gone = [...this.#lens.ids(scene)].filter((id) => this.rows[id] === undefined && wasSeen(scene, id));
    return { set: this.rows, gone };
  }
}
