import type { Programme } from '../../shared/rundown/programme.ts';
import type { Body } from '../../shared/state/personal.ts';
import { eventOf, type State, textOf } from '../../shared/state/state.ts';
import { seal } from '../log/personal.ts';

/**
 * [E8] A programme as it is logged: the digest of its logo in the place of the logo, with the text that lies beside. A logo that
 * the event has already keeps its digest.
 */
export function withLogoKept(
  programme: Programme,
  state: State | null,
): { programme: Programme; bodies: Body[] } {
  const { look } = programme.policy;
  if (look?.logo == null) return { programme, bodies: [] };
  const standing = (state && eventOf(state)?.policy.look?.logo) ?? null;
  const stays = state !== null && standing !== null && textOf(state, standing) === look.logo;
  const body = stays ? null : seal(look.logo);
  const logo = body?.digest ?? standing;
  return {
    programme: { ...programme, policy: { ...programme.policy, look: { ...look, logo } } },
    bodies: body === null ? [] : [body],
  };
}
