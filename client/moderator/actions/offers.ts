import type { ActionName, QuestionAction } from './action-table.ts';
import type { ListName } from './list-name.ts';

/**
 * The buttons of a row in each list, in their order: Show and Decline are never neighbours, and Show is last, at the row's
 * end, where no press that is meant for the row itself falls on it.
 */
export const rowButtons = {
  waiting: ['approve', 'dismiss'],
  live: ['upNext', 'show'],
  answered: ['restore', 'show'],
  kept: ['approve', 'upNext', 'show'],
  notTaken: ['restore', 'approve'],
} as const satisfies Record<ListName, readonly QuestionAction[]>;

/** The buttons of the row that is on screen: it is not shown again. */
const onScreenButtons = ['markAnswered'] as const satisfies readonly QuestionAction[];

/** An action that has a button at a row. */
export type RowButton = (typeof rowButtons)[ListName][number] | (typeof onScreenButtons)[number];

/** The buttons of a row: by its list, others while the room sees it; what is up next already is not queued again. */
export function buttonsOf(list: ListName, onScreen: boolean, upNext: boolean): readonly RowButton[] {
  if (!onScreen) return rowButtons[list].filter((action) => !upNext || action !== 'upNext');
  return list === 'live' ? onScreenButtons : rowButtons[list].filter((action) => action !== 'show');
}

/** What has a button of its own in the desk's header, in its order. */
export const headerTools = ['roomQuestion', 'note', 'screens'] as const satisfies readonly ActionName[];

/** What the menu at the end of the desk's header offers, in its order. */
export const deskMenu = [
  'palette',
  'chair',
  'prepare',
  'announce',
  'people',
  'programme',
  'activity',
  'safety',
  'settings',
] as const satisfies readonly ActionName[];

/** What the menu of a row offers, in its order, as far as each is allowed. */
export const rowMenu = [
  'edit',
  'upNextFirst',
  'upNextOut',
  'merge',
  'unmerge',
  'move',
  'keep',
  'labels',
  'reply',
  'markAnswered',
  'archive',
  'dismiss',
  'select',
  'byAsker',
  'ban',
  'banHide',
] as const satisfies readonly QuestionAction[];

/** What is offered for all rows that are selected. */
export const bulkButtons = [
  'approve',
  'keep',
  'move',
  'labels',
  'archive',
  'dismiss',
] as const satisfies readonly QuestionAction[];

/** What takes something away from people, and stands apart in menus. */
export const destroying: ReadonlySet<ActionName> = new Set(['ban', 'banHide']);
