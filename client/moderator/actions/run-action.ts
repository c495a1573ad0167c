import type { QuestionView } from '../../../shared/views/view.ts';
import type { ActionContext } from './action-context.ts';
import { type Action, type ActionName, actionTable, type QuestionAction } from './action-table.ts';
import { oneTarget, targets } from './targets.ts';

/** Does what a key asks for: to the row in the frame or to all that are selected, or at the desk; or says why not. */
export function pressAction(name: ActionName, desk: ActionContext): void {
  const action: Action = actionTable[name];
  if (action.on === 'desk') action.run(desk);
  else if (action.press) action.press(desk);
  else {
    const found = action.on === 'rows' ? targets(desk, action.allowed) : oneTarget(desk, action.allowed);
    if (found) runOn(action, found, desk);
  }
}

/** Does what a button or a menu of a row asks for: to that row, wherever the frame is. */
export function runAction(name: QuestionAction, question: QuestionView, desk: ActionContext): void {
  runOn(actionTable[name], [question], desk);
}

function runOn(
  action: Exclude<Action, { on: 'desk' }>,
  questions: readonly QuestionView[],
  desk: ActionContext,
): void {
  const act = () => {
    if (action.on === 'rows') action.run(desk, questions);
    else for (const question of questions) action.run(desk, question);
  };
  if (action.leaves) desk.leaving(questions, act);
  else act();
}
