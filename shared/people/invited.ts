import type { State } from '../state/state.ts';

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
