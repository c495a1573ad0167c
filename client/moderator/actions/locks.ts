import { type Action, type ActionName, actionTable, type Pace } from './action-table.ts';

/** How long a key that changes something stays deaf after it acted, in milliseconds. */
export const keyLock = 600;

/** The same for keys that are pressed once per minute to add or take: only a bouncing key is held off. */
export const stepLock = 60;

/** How long a row that the desk moved to by itself must be in focus before a key acts on it, in milliseconds. */
export const settleTime = 400;

function paceOf(name: ActionName): Pace {
  const action: Action = actionTable[name];
  return action.pace ?? (action.on === 'desk' ? 'once' : 'row');
}

/** Whether an action is done to the row in the frame: it waits until the operator can have seen which row it is. */
export function isOnRow(name: ActionName): boolean {
  const pace = paceOf(name);
  return pace === 'row' || pace === 'air';
}

/** Whether an action's lock is that of its row: the same key on the next row is another press. What goes on air is not. */
export function isLockedByRow(name: ActionName): boolean {
  return paceOf(name) === 'row';
}

/** What comes of a press: it acts, it is one press with the one before, or its row has only just come to the frame. */
type Guarded = 'acts' | 'locked' | 'unsettled';

/** Whether an action may act now: not within its own lock, and on a row only once that row has been in focus a while. */
export function guardOf(
  name: ActionName,
  at: number,
  lastActed: number | undefined,
  rowSince: number,
): Guarded {
  const pace = paceOf(name);
  if (pace === 'free') return 'acts';
  if (lastActed !== undefined && at - lastActed < (pace === 'step' ? stepLock : keyLock)) return 'locked';
  return isOnRow(name) && at - rowSince < settleTime ? 'unsettled' : 'acts';
}
