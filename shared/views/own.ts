import { describedBy } from '../people/described.ts';
import { rootOf } from '../questions/finding.ts';
import type { QuestionRow } from '../questions/question.ts';
import type { State } from '../state/state.ts';
import type { Own, Scene, Viewer } from './lens.ts';
import { ownQuestions } from './questions.ts';
import type { MeView } from './view.ts';

/** Who somebody is here, and what they support and asked. */
export function meView({ state }: Scene, viewer: Viewer): MeView {
  const questions = [...state.tables.questions.values()];
  return {
    participant: viewer.participant,
    ...describedBy(state, viewer),
    role: viewer.role,
    upvoted: supported(state, questions, viewer.participant),
    mine: questions.filter((question) => question.by === viewer.participant).map(({ id }) => id),
  };
}

/** The questions that somebody supports, by those that what they supported was merged into. */
function supported(state: State, questions: readonly QuestionRow[], participant: string): string[] {
  const roots = new Set(
    questions.filter(({ voters }) => voters.has(participant)).map((question) => rootOf(state, question)),
  );
  return questions
    .filter((question) => roots.has(question) && question.by !== participant)
    .map(({ id }) => id);
}

/** The own part of an attendee's or speaker's view. */
export function ownPart(scene: Scene, viewer: Viewer): Own {
  const questions: Record<string, object> = {};
  for (const { id, by } of scene.state.tables.questions.values()) {
    const row = by === viewer.participant ? ownQuestions.row(scene, id) : null;
    if (row !== null) questions[id] = row;
  }
  return { me: meView(scene, viewer), questions };
}
