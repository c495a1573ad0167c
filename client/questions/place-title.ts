import type { View } from '../../shared/views/view.ts';

/** The title of the session or poster that a question belongs to, came from or is kept for; null where it has none. */
export function titleOf(
  place: { session: string | null; poster: string | null } | null | undefined,
  { sessions, posters }: Pick<View, 'sessions' | 'posters'>,
): string | null {
  if (!place) return null;
  const poster = place.poster === null ? undefined : posters?.[place.poster]?.title;
  const session = place.session === null ? undefined : sessions?.[place.session]?.title;
  return poster ?? session ?? null;
}
