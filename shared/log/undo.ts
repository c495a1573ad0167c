import { type Change, inverse, same } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { StaffEntry, State } from '../state/state.ts';
import { permissions } from '../people/permissions.ts';
import { iso } from '../wire/instant.ts';
import { refuse, type Refusal } from '../wire/refusals.ts';
import { textOf } from '../state/state.ts';
import { fieldKey } from './touching.ts';

/** Entries that undo cannot take back: what was forgotten, revoked or published is so. */
const lasting: ReadonlySet<string> = new Set(['programme.apply', 'participant.erase', 'participant.revoke', 'invite.revoke', 'invite.use']);

/** Fields that stay as they are when an entry is undone: a number said aloud is never given twice. */
const permanent: ReadonlySet<string> = new Set(['n', 'shown']);

/** [L1–L4] Undo: each field back to its value before, unless somebody set it since; an undo can be undone. */
export const undo: Rule<'undo'> = {
  decide(state, { data, by }) {
    const target = state.staff.get(data.seq);
    if (!target) return refuse('unknown', 'There is no entry of the staff with this number.');
    if (lasting.has(target.type)) return refuse('not-now', 'This cannot be taken back.', { now: { type: target.type } });
    if (by.role !== 'organizer' && target.type === 'event.close') return refuse('not-allowed', `Only ${permissions['event.close'].join(' or ')} may do this.`);
    return clash(state, target);
  },
  evolve(state, { data }) {
    const target = state.staff.get(data.seq);
    return target ? inverse(takenBack(target)) : [];
  },
};

function takenBack(target: StaffEntry): Change[] {
  return target.changes.filter((change) => !('field' in change) || !permanent.has(change.field));
}

function clash(state: State, target: StaffEntry): Refusal | null {
  for (const change of takenBack(target)) {
    if ('member' in change) continue;
    const touch = state.touched.get(fieldKey(change));
    if (touch && touch.seq > target.seq) {
      const name = textOf(state, state.tables.participants.get(touch.by)?.name ?? null);
      return refuse('conflict', 'Somebody has changed this since.', { of: 'undo', by: { name }, at: iso(touch.at), now: { seq: touch.seq } });
    }
    const row = new Map<string, unknown>(Object.entries(state.tables[change.of].get(change.id) ?? {}));
    if ('field' in change && !same(row.get(change.field), change.after)) {
      return refuse('conflict', 'This has changed by itself or by its author since.', { of: 'undo', now: {} });
    }
  }
  return null;
}
