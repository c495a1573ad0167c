import type { QuestionView } from '../../../shared/views/view.ts';

/** My questions, newest first. The server lists them as they were asked; the times of anonymous ones are cut to the minute. */
export function myOwn(
  ids: readonly string[] | undefined,
  questions: Readonly<Record<string, QuestionView>> | undefined,
): QuestionView[] {
  return (ids ?? []).flatMap((id) => questions?.[id] ?? []).reverse();
}
