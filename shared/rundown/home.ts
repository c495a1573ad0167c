import { indexBy } from '../state/indexes.ts';

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

/** What something is kept for, without the session or poster of it. */
export function forNothing<Kept extends Home>(kept: Kept): Kept {
  return { ...kept, session: null, poster: null };
}

/** Questions by each place of the programme that they name, now or to go back to, as `placesOf` names it. */
export const byPlace = indexBy('questions', ({ session, poster, part, keptFor, past }) => {
  const homes = [{ session, poster }, keptFor, ...past.map((place) => place.keptFor)];
  return [
    ...homes.flatMap((home) => (home?.session == null ? [] : [`session/${home.session}`])),
    ...homes.flatMap((home) => (home?.poster == null ? [] : [`poster/${home.poster}`])),
    ...(part === null ? [] : [`part/${session ?? ''}/${part}`]),
  ];
});

/** The names of all places in a programme that a question can be of. */
export function placesOf(
  sessions: Iterable<{ id: string; parts: readonly { id: string }[] }>,
  posters: Iterable<{ id: string }>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { id, parts } of sessions) {
    names.add(`session/${id}`);
    for (const part of parts) names.add(`part/${id}/${part.id}`);
  }
  for (const { id } of posters) names.add(`poster/${id}`);
  return names;
}
