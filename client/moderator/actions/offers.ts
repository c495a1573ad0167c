import type { ActionName, QuestionAction } from './action-table.ts';
import type { ListName } from './list-name.ts';

/** The buttons of a row in each list, in their order: Show and Decline are never neighbours. */
export const rowButtons = {
  waiting: ['approve', 'dismiss'],
  live: ['show', 'upNext', 'markAnswered'],
  answered: ['restore', 'show'],
  kept: ['show', 'upNext', 'approve'],
  notTaken: ['restore', 'approve'],
} as const satisfies Record<ListName, readonly QuestionAction[]>;

/** An action that has a button at a row. */
export type RowButton = (typeof rowButtons)[ListName][number];

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
