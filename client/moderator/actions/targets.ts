import { allows, type Move } from '../../../shared/questions/moves.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import type { ActionContext } from './action-context.ts';

const say = catalogue(deskMessages);

/** Which questions an action may be done to: those of the statuses of a move, or those of which this holds. */
export type Allowed = Move | ((question: QuestionView) => boolean);

/** Whether an action that is `allowed` so may be done to a question. */
export function isAllowed(allowed: Allowed, question: QuestionView): boolean {
  return typeof allowed === 'string' ? allows(allowed, question.status) : allowed(question);
}

/**
 * The questions that a key means: the selected ones, else the row in the frame, as far as it is allowed; null where the
 * operator was told why not.
 */
export function targets(desk: ActionContext, allowed: Allowed): readonly QuestionView[] | null {
  const { row, selected, refuse } = desk;
  if (selected.length > 0) {
    const can = selected.filter((question) => isAllowed(allowed, question));
    if (can.length > 0) return can;
    refuse(say('no.selection'));
    return null;
  }
  if (row === null) {
    refuse(say('no.row'));
    return null;
  }
  if (isAllowed(allowed, row)) return [row];
  refuse(allowed === 'show' ? say('no.notShown') : say('no.status', { status: say(`status.${row.status}`) }));
  return null;
}

/** The same for an action that is done to one question: the row in the frame, where no other is selected. */
export function oneTarget(desk: ActionContext, allowed: Allowed): readonly QuestionView[] | null {
  const { row, selected, refuse } = desk;
  if (!selected.some(({ id }) => id !== row?.id)) return targets(desk, allowed);
  refuse(say('no.oneOnly'));
  return null;
}
