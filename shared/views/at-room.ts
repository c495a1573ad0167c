import type { SessionRow } from '../rundown/session.ts';
import { statusOf } from '../rundown/windows.ts';
import type { Scene } from './lens.ts';

/**
 * The session at which a room is, as everybody was told: on air (the room's own before everybody's, the latest begun
 * first), else due, else the next to come, else the last one that was; null where it has none.
 */
export function sessionAtRoom({ state, told, passed }: Scene, room: string): SessionRow | null {
  const all = [...state.tables.sessions.values()];
  const begin = (row: SessionRow) => told.get(row.id)?.start ?? row.start;
  const here = all
    .filter((row) => !row.removed && !row.cancelled && (row.room === room || row.room === null))
    .map((row) => ({ row, status: statusOf(row, told.get(row.id), state.at) }))
    .sort((a, b) => begin(a.row) - begin(b.row));
  const onAir = here.filter(({ status }) => status === 'onAir');
  const waiting = here.filter(({ row }) => !passed.has(row.id));
  const found =
    onAir.findLast(({ row }) => row.room !== null) ??
    onAir.at(-1) ??
    waiting.find(({ status }) => status === 'due') ??
    waiting.find(({ status }) => status === 'upcoming') ??
    here.findLast(({ status }) => status === 'ended') ??
    here.at(-1);
  return found?.row ?? null;
}
