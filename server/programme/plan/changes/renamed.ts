import type { Programme } from '../../../../shared/rundown/programme.ts';
import type { Renamed } from '../../../../shared/wire/import.ts';
import { iso } from '../../../../shared/wire/instant.ts';
import type { MaybeSame } from '../identity/known-ids.ts';
import type { Leaving } from './left-behind.ts';

/** [F62] What can be asked about an import, with what hangs on the session that is the same or goes. */
export function renamedIn(
  before: Programme,
  after: Programme,
  asked: readonly MaybeSame[],
  leaving: Leaving,
): Renamed[] {
  const [earlier, later] = [before, after].map(
    ({ sessions }) => new Map(sessions.map(({ id, title, start }) => [id, { id, title, start: iso(start) }])),
  );
  return asked.flatMap(({ id, before: { id: known = '' }, same }) => {
    const was = earlier?.get(known);
    const now = later?.get(same ? known : id);
    return was && now ? [{ ...now, id, was: { ...was, ...leaving.session(known) }, same }] : [];
  });
}
