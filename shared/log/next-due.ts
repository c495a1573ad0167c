import { eventOf, type State } from '../state/state.ts';

/** The next moment at which something changes by itself, in epoch milliseconds, as the nouns say; null where nothing will. */
export function nextDue(state: State): number | null {
  if (!eventOf(state)) return null;
  let next = Number.POSITIVE_INFINITY;
  for (const noun of state.model.nouns)
    for (const instant of noun.due?.(state) ?? [])
      if (instant != null && instant > state.passedTo) next = Math.min(next, instant);
  return Number.isFinite(next) ? next : null;
}
