import { folded } from '../../../shared/views/search.ts';
import { catalogue } from '../../look/messages.ts';
import type { ActionContext } from '../actions/action-context.ts';
import { type Action, type ActionName, actionTable } from '../actions/action-table.ts';
import { printedKey } from '../actions/printed-key.ts';
import { isAllowed } from '../actions/targets.ts';
import { deskMessages } from '../messages/desk.en.ts';

const say = catalogue(deskMessages);

/** An action as the list of every action has it. */
export interface PaletteEntry {
  action: ActionName;
  name: string;
  key: string | undefined;
}

/** What can be done now whose words hold all of these, what is done to the row in the frame first. */
export function paletteEntries(desk: Pick<ActionContext, 'row' | 'selected'>, words: string): PaletteEntry[] {
  const wanted = folded(words).split(/\s+/);
  return names
    .filter((action) => isOffered(action, desk))
    .map((action) => ({ action, name: say(`help.${action}`), key: printedKey(action) }))
    .filter(({ name }) => wanted.every((word) => folded(name).includes(word)));
}

function isOffered(name: ActionName, { row, selected }: Pick<ActionContext, 'row' | 'selected'>): boolean {
  const action: Action = actionTable[name];
  if (action.on === 'desk') return name !== 'palette';
  const { allowed } = action;
  if (action.on === 'row' && selected.some(({ id }) => id !== row?.id)) return false;
  const meant = selected.length > 0 ? selected : row === null ? [] : [row];
  return meant.some((question) => isAllowed(allowed, question));
}

const names = Object.keys(actionTable)
  .filter(isActionName)
  .toSorted((a, b) => Number(actionTable[a].on === 'desk') - Number(actionTable[b].on === 'desk'));

function isActionName(name: string): name is ActionName {
  return name in actionTable;
}
