import { canShow, unknownQuestion, wrongStatus } from '../questions/find.ts';
import { leaveShortlists, numbered, screenedUntil, stood } from '../questions/places.ts';
import type { QuestionRow } from '../questions/question.ts';
import { type Change, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { State } from '../state/state.ts';
import type { stageBlackSchema, stageShowSchema } from './commands.ts';
import { refuse } from './refusals.ts';
import type { Show } from './show.ts';
import type { StageRow } from './stage.ts';

/**
 * [S1–S2, S5] Show: names its target, so that a second press changes nothing; only what was approved is ever shown, and
 * what is on screen is no longer up next.
 * Refuses: `room-unknown`, `poll-unknown`, `question-unknown`, `question-status`.
 */
export const show: Rule<typeof stageShowSchema> = {
  decide(state, data) {
    if (!hasStage(state, data.room)) return refuse('unknown', 'room-unknown');
    if (data.show.kind === 'poll') return refuse('unknown', 'poll-unknown');
    if (data.show.kind !== 'question') return null;
    const question = state.tables.questions.get(data.show.question);
    if (!question) return unknownQuestion;
    return canShow(question) ? null : wrongStatus(question);
  },
  evolve(state, data, { now }) {
    const stage = state.tables.stages.get(data.room);
    if (!stage) return [];
    const shown = setFields('stages', stage, { show: data.show });
    const before = questionOf(state, stage.show);
    const question = questionOf(state, data.show);
    const leaves = question ? leaveShortlists(state, [question]) : [];
    if (shown.length === 0) return leaves;
    return [
      ...shown,
      ...setFields('stages', stage, { since: now }),
      ...(before ? screenedUntil(before, [stage], now) : []),
      ...(question ? setFields('questions', question, { shown: true }) : []),
      ...(question ? numbered(state, question) : []),
      ...leaves,
    ];
  },
};

/** [S3] Black: lies over one stage or all of them, and says its state; what is below stays. Refuses: `room-unknown`. */
export const black: Rule<typeof stageBlackSchema> = {
  decide: (state, data) =>
    data.room === '*' || hasStage(state, data.room) ? null : refuse('unknown', 'room-unknown'),
  evolve: (state, data, { now }): Change[] =>
    stagesIn(state, data.room)
      .filter(({ black }) => black !== data.on)
      .flatMap((stage) => [
        ...setFields('stages', stage, {
          black: data.on,
          ...(!data.on && stage.show.kind === 'question' && { seenFrom: now }),
        }),
        ...(data.on ? unseen(state, stage, now) : []),
      ]),
};

/** [V25] The changes as the rooms see the show of a stage no more. */
export function unseen(state: State, stage: StageRow, now: number): Change[] {
  const question = questionOf(state, stage.show);
  return question ? stood(question, stage, now) : [];
}

function questionOf(state: State, show: Show): QuestionRow | undefined {
  return show.kind === 'question' ? state.tables.questions.get(show.question) : undefined;
}

function hasStage(state: State, room: string): boolean {
  return state.tables.stages.has(room) && state.tables.rooms.get(room)?.removed === false;
}

function stagesIn(state: State, room: string): StageRow[] {
  return [...state.tables.stages.values()].filter((stage) => room === '*' || stage.id === room);
}
