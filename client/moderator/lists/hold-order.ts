import { compareOrder } from '../../questions/held-order.ts';

/** A list as it is on the screen now: ids in the order they are drawn, those that left among them. */
export interface Held {
  order: readonly string[];
  /** Ids that are drawn and belong here no longer: their places stay until the reader moves on. */
  left: ReadonlySet<string>;
  /** How many wait to come in, and how many would have to move. */
  fresh: number;
  moved: number;
}

/** A list with nothing on it. */
export const nothingHeld: Held = { order: [], left: new Set(), fresh: 0, moved: 0 };

/**
 * Brings a list to what it should be without moving a row that somebody points at or has the focus in. While it
 * is held, rows keep their places, what left keeps its place too, and only what belongs at the very end comes in;
 * everything else waits. When it is not held, it becomes what it should be.
 */
export function hold(before: Held, wanted: readonly string[], held: boolean): Held {
  if (!held || before.order.length === 0)
    return sameHeld(before, { order: [...wanted], left: new Set(), fresh: 0, moved: 0 });
  const drawn = new Set(before.order);
  const lastDrawn = wanted.findLastIndex((id) => drawn.has(id));
  const order = [...before.order, ...wanted.slice(lastDrawn + 1)];
  const { fresh, moved, gone } = compareOrder(order, wanted);
  return sameHeld(before, { order, left: new Set(gone), fresh: fresh.length, moved: moved.length });
}

/** Takes places of rows that left out of a held list: those that nobody sees, so that nothing seems to move. */
export function dropLeft(before: Held, unseen: (id: string) => boolean): Held {
  const order = before.order.filter((id) => !before.left.has(id) || !unseen(id));
  if (order.length === before.order.length) return before;
  return { ...before, order, left: new Set(order.filter((id) => before.left.has(id))) };
}

/** The row to go to from a row: the next that still belongs here, else the one before; null where there is none. */
export function neighbour({ order, left }: Held, from: string | null, step: 1 | -1): string | null {
  const here = from === null ? -1 : order.indexOf(from);
  if (here === -1) return order.find((id) => !left.has(id)) ?? null;
  for (let index = here + step; index >= 0 && index < order.length; index += step) {
    const id = order[index];
    if (id !== undefined && !left.has(id)) return id;
  }
  return null;
}

/** Where the focus goes when a row leaves: work flows down, and never to nowhere. */
export function afterLeaving(held: Held, from: string): string | null {
  return neighbour(held, from, 1) ?? neighbour(held, from, -1);
}

/** The row that took the place of one that is drawn no longer: the next of those around it that are still here. */
export function nextOf({ order, left }: Held, before: readonly string[], from: string): string | null {
  const at = before.indexOf(from);
  if (at === -1) return null;
  const here = new Set(order.filter((id) => !left.has(id)));
  return (
    before.slice(at + 1).find((id) => here.has(id)) ??
    before.slice(0, at).findLast((id) => here.has(id)) ??
    null
  );
}

function sameHeld(before: Held, after: Held): Held {
  const same =
    before.fresh === after.fresh &&
    before.moved === after.moved &&
    before.left.size === after.left.size &&
    before.order.length === after.order.length &&
    before.order.every((id, index) => after.order[index] === id) &&
    [...before.left].every((id) => after.left.has(id));
  return same ? before : after;
}
