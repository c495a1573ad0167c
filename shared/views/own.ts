import { describedBy } from '../people/described.ts';
import { rootOf } from '../questions/find.ts';
import { byAuthor, byVoter } from '../questions/indexes.ts';
import { isHidden } from '../questions/question.ts';
import { rowsBy, rowsOf } from '../state/rows-by.ts';
import type { State } from '../state/state.ts';
import type { ViewContext } from './context.ts';
import type { Own, Viewer } from './lens.ts';
import { ownQuestions } from './questions.ts';
import type { MeView } from './view.ts';

/** Who somebody is here, and what they support and asked. */
export function meView({ state }: ViewContext, viewer: Viewer): MeView {
  return {
    participant: viewer.participant,
    ...describedBy(state, viewer),
    role: viewer.role,
    upvoted: supported(state, viewer.participant),
    mine: rowsBy(state, byAuthor, viewer.participant)
      .filter((question) => !isHidden(question))
      .map(({ id }) => id),
  };
}

/** The questions that somebody supports, by those that what they supported was merged into. */
function supported(state: State, participant: string): string[] {
  const roots = rowsBy(state, byVoter, participant).map((question) => rootOf(state, question).id);
  return rowsOf(state, 'questions', new Set(roots)).flatMap(({ id, by }) => (by === participant ? [] : [id]));
}

/** The own part of an attendee's or speaker's view. */
export function ownPart(context: ViewContext, viewer: Viewer): Own {
  const questions: Own['questions'] = {};
  for (const { id } of rowsBy(context.state, byAuthor, viewer.participant)) {
    const row = ownQuestions.row(context, id);
    if (row !== null) questions[id] = row;
  }
  return { me: meView(context, viewer), questions };
}
