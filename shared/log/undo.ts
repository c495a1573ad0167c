import { nameOf } from '../people/known.ts';
import type { Role } from '../people/role.ts';
import type { Actor } from '../state/actor.ts';
import { type Change, inverse, same } from '../state/change.ts';
import { may } from '../state/model.ts';
import type { Rule } from '../state/rule.ts';
import type { StaffEntry, State } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import type { Refusal } from '../wire/refusals.ts';
import type { undoSchema } from './commands.ts';
import { fieldKey } from './conflicts.ts';
import { repair, violates } from './invariants.ts';
import { refuse } from './refusals.ts';

/**
 * [U1–U6] Undo: each field back to its value before, unless somebody set it since. What was made stays, withdrawn or
 * ended. What that entails (off stages, places in Up next) happens in the same entry. An undo can be undone.
 * Refuses: `undo-unknown`, `undo-changed-by`, `undo-changed`, `undo-built-on`, `undo-never`, `undo-organizer`.
 */
export const undo: Rule<typeof undoSchema> = {
  decide(state, data, { by, rules }) {
    const target = state.staff.get(data.seq);
    if (!target) return refuse('unknown', 'undo-unknown');
    // Under rules 4 a moderator could take back what an organizer did to a colleague.
    const above = rules >= 5 && by.role !== 'organizer' && isGuarded(state, target);
    return (
      forbidden(state, target, by.role) ??
      (above ? organizerOnly : null) ??
      clash(state, target) ??
      (violates(state, back(state, target)) ? builtOn : null)
    );
  },
  evolve(state, data, { now }) {
    const target = state.staff.get(data.seq);
    return target ? repair(state, back(state, target), now) : [];
  },
};

/**
 * Whether somebody of a role could take an entry back, as far as a quick look tells: it is of a kind that can be undone, and
 * nobody has changed what it set. Whether later entries build on it is found only when it is tried.
 */
export function canTakeBack(state: State, target: StaffEntry, role: Role): boolean {
  const mayReach = role === 'organizer' || !isGuarded(state, target);
  return mayReach && forbidden(state, target, role) === null && clash(state, target) === null;
}

/** Why entries of a kind are not taken back by a role, whatever came after them. */
function forbidden(state: State, target: StaffEntry, role: Actor['role']): Refusal | null {
  const kind = state.model.kind(target.type);
  if (kind.lasting === true || madeToLast(state, target))
    return refuse('not-now', 'undo-never', { now: { type: target.type } });
  // What only an organizer may do, only an organizer takes back.
  return role !== 'server' && may(role, kind) ? null : organizerOnly;
}

const organizerOnly = refuse('not-allowed', 'undo-organizer');

/** Whether an entry changed what only an organizer takes back: it banned somebody who runs the event, or let them back in. */
function isGuarded(state: State, { changes }: StaffEntry): boolean {
  return changes.some(
    (change) => 'field' in change && state.model.table(change.of).guarded?.(state, change.id) === true,
  );
}

const builtOn = refuse('conflict', 'undo-built-on', { of: 'undo', now: {} });

/** The changes that take an entry back. A row that it made is not dropped, so that nobody is left with a ghost of it. */
function back(state: State, target: StaffEntry): Change[] {
  return inverse(target.changes).flatMap((change): Change[] => {
    const { of, id } = change;
    const { permanent, gone: goneAs } = state.model.table(of);
    if ('field' in change) return permanent?.includes(change.field) ? [] : [change];
    const gone = goneAs?.(state, id) ?? {};
    return Object.entries(gone).map(([field, after]) => ({
      of,
      id,
      field,
      before: fieldOf(state.tables[of].get(id), field),
      after,
    }));
  });
}

/** Whether an entry made a row that lasts: the event itself. */
function madeToLast({ model }: State, { changes }: StaffEntry): boolean {
  return changes.some((change) => !('field' in change) && model.table(change.of).lasting === true);
}

/** Why an entry cannot be taken back for what came after it: somebody set one of its fields, or it is not as it left it. */
function clash(state: State, target: StaffEntry): Refusal | null {
  for (const change of target.changes) {
    if ('member' in change) continue;
    const { of, id } = change;
    const { permanent, sets, follows } = state.model.table(of);
    if ('field' in change && permanent?.includes(change.field)) continue;
    const row: object | undefined = state.tables[of].get(id);
    const made: [string, unknown][] =
      'field' in change ? [[change.field, change.after]] : Object.entries(change.after ?? {});
    for (const [field, value] of made) {
      const last = state.lastWrites.get(fieldKey({ of, id, field }));
      if (last && last.seq > target.seq) {
        return refuse('conflict', 'undo-changed-by', {
          of: 'undo',
          by: nameOf(state, last.by),
          at: iso(last.at),
          now: { seq: last.seq },
        });
      }
      const stands =
        sets?.includes(field) || (row && follows?.(row, field)) || same(fieldOf(row, field), value);
      if (!stands) return refuse('conflict', 'undo-changed', { of: 'undo', now: {} });
    }
  }
  return null;
}

function fieldOf(row: object | undefined, field: string): unknown {
  return row && Reflect.get(row, field);
}
