import type { QuestionAction } from './action-table.ts';
import type { ListName } from './list-name.ts';

/** The buttons of a row in each list, in their order: Show and Not taken are never neighbours. */
export const rowButtons = {
  waiting: ['approve', 'dismiss', 'more'],
  live: ['show', 'upNext', 'markAnswered', 'more'],
  answered: ['restore', 'show', 'more'],
  kept: ['show', 'upNext', 'approve', 'more'],
  notTaken: ['restore', 'approve', 'more'],
} as const satisfies Record<ListName, readonly QuestionAction[]>;

/** An action that has a button at a row. */
export type RowButton = (typeof rowButtons)[ListName][number];

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
