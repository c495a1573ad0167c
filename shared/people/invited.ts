import type { State } from '../state/state.ts';
import type { InviteRow } from './participant.ts';

/**
 * [P13] The invites on which one rests, itself first: that of the badge with which it was made, that of the badge with which
 * that one was made, and so on. Where one of them ends, all that rest on it do.
 */
export function invitesBehind(state: State, invite: string): string[] {
  const chain: string[] = [];
  for (let id: string | null = invite; id !== null && !chain.includes(id); ) {
    chain.push(id);
    id = state.tables.invites.get(id)?.through ?? null;
  }
  return chain;
}

/** Whether an invite has ended: it was revoked, or one that it rests on; or whoever made one of them was revoked or banned. */
export function isWithdrawn({ tables }: State, chain: readonly string[]): boolean {
  return chain.some((id) => {
    const invite = tables.invites.get(id);
    const maker = tables.participants.get(invite?.maker ?? '');
    return invite?.revokedAt != null || maker?.revokedAt != null || maker?.banned === true;
  });
}

/**
 * Whether an invite takes nobody new once somebody who came by it is revoked. A screen's does: it hangs on a wall, and whoever
 * has it reads what everybody sees. One of the installation does: an event's organizers do not reach it.
 */
export function closesWith({ role, scope, installation }: InviteRow): boolean {
  return role !== 'projector' && scope?.room === undefined && installation !== true;
}

/** Whether an invite would let somebody in who never came by it, though it takes nobody new. */
export function isClosedTo({ tables }: State, invite: string, participant: string): boolean {
  if (tables.invites.get(invite)?.closed !== true) return false;
  return tables.participants.get(participant)?.invites?.includes(invite) !== true;
}
