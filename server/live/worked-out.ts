import type { CollectionLens, Scene } from '../../shared/views/lens.ts';
import { changedFields } from '../../shared/views/patch.ts';

/** One row as it was last made. */
export interface MadeRow {
  row: object;
  sources: readonly unknown[] | null;
  /** The look at which it was last there. */
  look: number;
}

type Single = (scene: Scene) => object | null;

/**
 * What lenses give for the latest scene, worked out once for all audiences that share them. Nobody says what to look at:
 * everything is looked at, row by row, and what comes out as before stays the same object, so that `===` says what changed.
 * A row with sources is made again only where one of them is another.
 */
export class WorkedOut {
  readonly #collections = new WeakMap<CollectionLens, MadeRows>();
  readonly #singles = new WeakMap<Single, { scene: Scene; value: object | null }>();

  /** The rows of a collection, by id. */
  rows(lens: CollectionLens, scene: Scene): ReadonlyMap<string, MadeRow> {
    const made = this.#collections.get(lens) ?? new MadeRows(lens);
    this.#collections.set(lens, made);
    return made.at(scene);
  }

  /** A single thing. */
  single(single: Single, scene: Scene): object | null {
    const known = this.#singles.get(single);
    if (known?.scene === scene) return known.value;
    const now = single(scene);
    const value = known && now !== null && changedFields(known.value, now) === null ? known.value : now;
    this.#singles.set(single, { scene, value });
    return value;
  }
}

class MadeRows {
  readonly #lens: CollectionLens;
  readonly #made = new Map<string, MadeRow>();
  #scene: Scene | null = null;
  #look = 0;

  constructor(lens: CollectionLens) {
    this.#lens = lens;
  }

  at(scene: Scene): ReadonlyMap<string, MadeRow> {
    if (scene === this.#scene) return this.#made;
    this.#scene = scene;
    this.#look += 1;
    for (const id of this.#lens.ids(scene)) this.#make(scene, id);
    for (const [id, { look }] of this.#made) if (look !== this.#look) this.#made.delete(id);
    return this.#made;
  }

  #make(scene: Scene, id: string): void {
    const known = this.#made.get(id);
    const sources = this.#lens.sources?.(scene, id) ?? null;
    if (known?.sources && sources && areSame(known.sources, sources)) {
      known.look = this.#look;
      return;
    }
    const row = this.#lens.row(scene, id);
    if (row === null) return;
    if (known) {
      if (changedFields(known.row, row) !== null) known.row = row;
      known.sources = sources;
      known.look = this.#look;
    } else this.#made.set(id, { row, sources, look: this.#look });
  }
}

function areSame(before: readonly unknown[], after: readonly unknown[]): boolean {
  for (let index = 0; index < after.length; index += 1)
    if (!Object.is(before[index], after[index])) return false;
  return before.length === after.length;
}
