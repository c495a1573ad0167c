import { serverActor } from '../../shared/state/actor.ts';
import { eventOf } from '../../shared/state/state.ts';
import { derivedId } from './derived-id.ts';
import type { LiveEvent } from './live-event.ts';

/** A day in milliseconds. */
const day = 24 * 60 * 60_000;

/**
 * [P10] Erases names and texts of everybody once `keepDays` have passed since the event's end, also of those who wrote
 * something after they were erased. Each erasure is an entry under an id that is the same on every node, so that several
 * make one.
 */
export async function eraseWhenOver(live: LiveEvent): Promise<void> {
  const event = eventOf(live.state);
  if (!event || event.policy.keepDays === null || live.readOnly !== null) return;
  if (live.clock() < event.endsAt + event.policy.keepDays * day) return;
  const writers = new Set([...live.state.bodies.values()].map(({ owner }) => owner));
  for (const { id, erasedAt, erasedSeq } of [...live.state.tables.participants.values()]) {
    if (erasedAt !== null && !writers.has(id)) continue;
    const once = derivedId(`${live.slug} erase ${id}${erasedSeq === undefined ? '' : ` after ${erasedSeq}`}`);
    await live.submitAs(serverActor, 'participant.erase', { participant: id }, { id: once });
  }
}
