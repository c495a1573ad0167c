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

/**
 * What can be done now whose words hold all of these, what is done to the row in the frame first; what begins with what was
 * typed before all else.
 */
export function paletteEntries(desk: Pick<ActionContext, 'row' | 'selected'>, words: string): PaletteEntry[] {
  const wanted = folded(words).split(/\s+/);
  return names
    .filter((action) => isOffered(action, desk))
    .map((action) => ({ action, name: say(`help.${action}`), key: printedKey(action) }))
    .filter(({ name }) => wanted.every((word) => folded(name).includes(word)))
    .toSorted((a, b) => Number(begins(b.name, words)) - Number(begins(a.name, words)));
}

function begins(name: string, words: string): boolean {
  return words.trim() !== '' && folded(name).startsWith(folded(words.trim()));
}

function isOffered(name: ActionName, { row, selected }: Pick<ActionContext, 'row' | 'selected'>): boolean {
  const action: Action = actionTable[name];
  if (action.on === 'desk') return name !== 'palette';
  const { allowed } = action;
  if (action.on === 'row' && selected.some(({ id }) => id !== row?.id)) return false;
  const meant = selected.length > 0 ? selected : row === null ? [] : [row];
  return meant.some((question) => isAllowed(allowed, question));
}

/** What is wanted most often stands first, and the places of Up next, which are five lines, after all else of the row. */
const rankOf = (name: ActionName): number =>
  actionTable[name].on === 'desk' ? 4 : /^place\d$/.test(name) ? 3 : (firsts.get(name) ?? 2);

const firsts: ReadonlyMap<ActionName, number> = new Map([
  ['show', 0],
  ['approve', 0],
  ['upNext', 1],
]);

const names = Object.keys(actionTable)
  .filter(isActionName)
  .toSorted((a, b) => rankOf(a) - rankOf(b));

function isActionName(name: string): name is ActionName {
  return name in actionTable;
}
