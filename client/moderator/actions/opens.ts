import type { ActionName } from './action-table.ts';
import type { PanelName } from './use-panels.ts';

/** The panels that a key opens, and closes again. */
const opened: Partial<Record<ActionName, PanelName>> = {
  help: 'help',
  note: 'note',
  roomQuestion: 'room',
  prepare: 'prepare',
};

/** Whether an action opens this panel, and closes it where it is open. */
export function opens(name: ActionName, panel: PanelName): boolean {
  return opened[name] === panel;
}
