import type { QuestionView } from '../../../shared/views/view.ts';

/** Who could be taken next, and why; never done by itself. */
export interface Suggestion {
  question: QuestionView;
  /** The audience that was taken less often, with what was taken of both; null where they are even. */
  behind: { attendance: 'inRoom' | 'remote'; taken: number; of: number } | null;
  /** Nobody has heard this asker yet. */
  first: boolean;
}

/**
 * The question to suggest next out of a session's list, which comes in the list's order: the first of the audience with
 * fewer taken; where both are even, the first of somebody never heard at this event, else the first. Whoever was on
 * screen in this session comes only where nobody else is left. `taken` counts by where the askers are; `heard` and
 * `heardEver` hold the marks of askers who were taken in this session, and in any.
 */
export function suggestNext(
  candidates: readonly QuestionView[],
  taken: { inRoom: number; remote: number },
  heard: ReadonlySet<string>,
  heardEver: ReadonlySet<string>,
): Suggestion | null {
  const outside = (known: ReadonlySet<string>) =>
    candidates.filter(({ asker }) => asker == null || !known.has(asker));
  const unheard = outside(heard);
  const pool = unheard.length > 0 ? unheard : candidates;
  const behind =
    taken.inRoom === taken.remote
      ? null
      : taken.inRoom < taken.remote
        ? ('inRoom' as const)
        : ('remote' as const);
  const theirs = pool.find(({ attendance }) => attendance === behind);
  if (behind !== null && theirs)
    return {
      question: theirs,
      behind: { attendance: behind, taken: taken[behind], of: taken.inRoom + taken.remote },
      first: false,
    };
  const fresh = outside(heardEver).find((question) => question.asker != null && pool.includes(question));
  const question = fresh ?? pool[0];
  return question ? { question, behind: null, first: fresh !== undefined } : null;
}

/** The marks of everybody of whom a question was taken, or is on screen now. */
export function heardIn(questions: readonly QuestionView[], onScreen: string | null): ReadonlySet<string> {
  const heard = new Set<string>();
  for (const { id, asker, taken } of questions)
    if (asker != null && (taken === true || id === onScreen)) heard.add(asker);
  return heard;
}
