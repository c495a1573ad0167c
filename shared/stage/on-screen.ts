import type { Show } from './show.ts';

/** [S8] Whether the rooms see a question now: it stands on a stage over which no black lies. Stages of a state or a view. */
export function isOnScreen(question: string, stages: Iterable<{ show: Show; black: boolean }>): boolean {
  for (const { show, black } of stages)
    if (!black && show.kind === 'question' && show.question === question) return true;
  return false;
}
