import { isFollowedIn } from '../rundown/held.ts';
import { inOrder, type Standing, sessionOf } from '../rundown/on-now.ts';
import type { SessionRow } from '../rundown/session.ts';
import { statusOf } from '../rundown/windows.ts';
import { iso } from '../wire/instant.ts';
import type { ViewContext } from './context.ts';

/** The session at which a room is, as everybody was told; null where it has none. */
export function sessionAtRoom({ state, announced, passed }: ViewContext, room: string): SessionRow | null {
  const here: (Standing & { row: SessionRow })[] = [];
  for (const row of state.tables.sessions.values()) {
    if (row.removed || (row.room !== null && !isFollowedIn(state, row, room))) continue;
    const { id, kind, start } = row;
    const times = announced.get(id);
    here.push({
      ...{ row, id, kind, room: row.room && room },
      status: statusOf(row, times, state.at),
      passed: row.startedAt === null && passed.has(id),
      plannedStart: iso(start),
      expectedStart: iso(times?.start ?? null),
    });
  }
  return sessionOf(inOrder(here, room))?.row ?? null;
}
