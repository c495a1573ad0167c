import type { State } from '../state/state.ts';
import { mostBehind, type Resting } from './invite-origin.ts';
import type { InviteRow } from './participant.ts';

/** Who made an invite of which nobody knows a maker: the command line, or the server itself. */
export const installationMaker = 'installation';

/** The invites on which one rests, itself first, and the people who made them. */
export interface Chain {
  invites: string[];
  makers: string[];
}

/**
 * [P13] What an invite rests on: the invite of the badge with which it was made, that of the badge with which that one was
 * made, and so on, as far as the log knows them or a text says. Where one of them ends, all that rest on it do.
 */
export function chainOf({ tables }: State, invite: string, said: Resting = {}): Chain {
  const invites = new Set([invite]);
  const makers = new Set<string>();
  const add = ({ maker, through = [], makers: others = [] }: Resting) => {
    for (const id of through) invites.add(id);
    for (const id of [maker ?? installationMaker, ...others]) if (id !== installationMaker) makers.add(id);
  };
  // What is added while it goes on is gone through, too.
  for (const id of invites) {
    const row = tables.invites.get(id);
    if (row) add({ maker: row.maker, ...(row.through != null && { through: [row.through] }) });
    if (row?.rests) add(row.rests);
    if (id === invite) add(said);
  }
  return { invites: [...invites], makers: [...makers] };
}

/** [P13] What the text of an invite says of what it rests on: who makes it, and the nearest of those behind it. */
export function restingOn(maker: string, { invites: [, ...through], makers }: Chain): Resting {
  const others = makers.filter((id) => id !== maker).slice(0, mostBehind);
  return {
    maker,
    ...(through.length > 0 && { through: through.slice(0, mostBehind) }),
    ...(others.length > 0 && { makers: others }),
  };
}

/** Whether an invite has ended: it was revoked, or one that it rests on; or whoever made one of them was revoked or banned. */
export function isWithdrawn({ tables }: State, { invites, makers }: Chain): boolean {
  return (
    invites.some((id) => tables.invites.get(id)?.revokedAt != null) ||
    makers.some((id) => {
      const maker = tables.participants.get(id);
      return maker?.revokedAt != null || maker?.banned === true;
    })
  );
}

/**
 * Whether an invite takes nobody new once somebody who came by it is revoked. A screen's does: it hangs on a wall, and whoever
 * has it reads what everybody sees. One of the installation does: an event's organizers do not reach it.
 */
export function closesWith({ role, scope, installation }: InviteRow): boolean {
  return role !== 'projector' && scope?.room === undefined && installation !== true;
}

/** Whether somebody came by an invite before. */
export function hasComeBy({ tables }: State, invite: string, participant: string): boolean {
  return tables.participants.get(participant)?.invites?.includes(invite) === true;
}

/** Whether an invite would let somebody in who never came by it, though it takes nobody new. */
export function isClosedTo(state: State, invite: string, participant: string): boolean {
  return state.tables.invites.get(invite)?.closed === true && !hasComeBy(state, invite, participant);
}
