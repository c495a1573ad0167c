import type { KeptFor, QuestionRow } from '../questions/question.ts';

/** Where a question belongs: what it is kept for, else where it was asked or moved to. */
export interface Home {
  session: string | null;
  poster: string | null;
}

/** The home of a question. */
export function homeOf({ session, poster, keptFor }: Home & { keptFor?: Home | null | undefined }): Home {
  const kept = keptFor != null && (keptFor.session !== null || keptFor.poster !== null);
  return kept ? { session: keptFor.session, poster: keptFor.poster } : { session, poster };
}

/** What a question is kept for, and was, without the session or poster: it belongs where it was asked or moved to. */
export function keptNowhere({
  keptFor,
  past,
}: Pick<QuestionRow, 'keptFor' | 'past'>): Pick<QuestionRow, 'keptFor' | 'past'> {
  return {
    keptFor: keptFor && forNothing(keptFor),
    past: past.map((place) => ({ ...place, keptFor: place.keptFor && forNothing(place.keptFor) })),
  };
}

/** What something is kept for, without the session or poster of it. */
export function forNothing(kept: KeptFor): KeptFor {
  return { ...kept, session: null, poster: null };
}
