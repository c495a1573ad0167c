import { chainOf, isWithdrawn } from '../../shared/people/invited.ts';
import type { State } from '../../shared/state/state.ts';
import { LiveEvent } from '../live/live-event.ts';
import type { LogStore } from '../log/log.ts';
import type { Withdrawn } from './installation-known.ts';

/** Which invites and participants an event withdrew: also invites that ended with what they rest on. */
export function withdrawnIn(state: State): Withdrawn {
  const { invites, participants } = state.tables;
  return {
    invites: [...invites.keys()].filter((id) => isWithdrawn(state, chainOf(state, id))),
    participants: [...participants.values()]
      .filter(({ revokedAt }) => revokedAt !== null)
      .map(({ id }) => id),
  };
}

/**
 * What every event of a store withdrew. Before there was an `installation.json`, revoking for `*` was an entry in each
 * of them; one that stands in only some of the events counts in those alone. Null where there is no event.
 */
export async function withdrawnEverywhere(store: LogStore, clock: () => number): Promise<Withdrawn | null> {
  const all: Withdrawn[] = [];
  for (const slug of await store.list()) {
    const live = await LiveEvent.open(slug, store, { clock, alarm: () => undefined });
    all.push(withdrawnIn(live.state));
    await live.close();
  }
  if (all.length === 0) return null;
  const inAll = (of: (each: Withdrawn) => readonly string[]) =>
    all
      .slice(1)
      .reduce((ids, each) => ids.filter((id) => of(each).includes(id)), [...(all[0] ? of(all[0]) : [])]);
  return {
    invites: inAll(({ invites }) => invites),
    participants: inAll(({ participants }) => participants),
  };
}
