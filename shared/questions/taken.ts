import { takenFrom } from '../event/taken-from.ts';
import type { State } from '../state/state.ts';
import type { Tables } from '../state/tables.ts';
import type { QuestionRow } from './question.ts';

/** What a room's projector shows, as the table of stages holds it. */
export type Stage = Tables['stages'];

/** [V25] Whether a question was taken: answered, or on a screen for ten seconds. */
export function isTaken({ status, stood }: Pick<QuestionRow, 'status' | 'stood'>): boolean {
  return status === 'answered' || stood === true;
}

/** [V25] The question that has stood on a stage for ten seconds by now; undefined where none has. */
export function stoodOn(stage: Stage, now: number): string | undefined {
  const from = takenFrom(stage);
  return stage.show.kind === 'question' && from !== null && from <= now ? stage.show.question : undefined;
}

/** [V25] The questions that have stood on a screen for ten seconds by now, and stand there still. */
export function standingLong({ tables, at }: State): ReadonlySet<string> {
  return new Set([...tables.stages.values()].flatMap((stage) => stoodOn(stage, at) ?? []));
}
