import { takenAfter } from './policy.ts';

/** What of a stage says whether the rooms see a question there, and since when. */
interface Seen {
  show: { kind: string };
  black: boolean;
  since: number;
  seenFrom?: number | undefined;
}

/** [V25] When the question on a stage counts as taken; null where the rooms see none: black hides it (S8). */
export function takenFrom({ show, black, since, seenFrom }: Seen): number | null {
  return show.kind === 'question' && !black ? Math.max(since, seenFrom ?? since) + takenAfter : null;
}
