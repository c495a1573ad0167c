import { grouped } from '../plan/identity/matcher.ts';
import { idFrom, idOfKey, markedId } from '../plan/ids.ts';
import type { FoundSession } from './schedule.ts';

/** What a session can be known by at the next import. */
interface Known {
  /** Its key as an id of ours. */
  key: string | null;
  title: string;
  /** Local start, `YYYY-MM-DD HH:MM`. */
  start: string;
  room: string | null;
}

/** The ids of sessions in their order; `repeated` counts those whose key stands several times in the file. */
export interface Identities {
  /** Null for a session that stands in the file twice, word for word. */
  ids: (string | null)[];
  repeated: number;
}

/**
 * The keys of sessions (guid, UID, id) as ids of ours. A column that only counts the rows of a file names places in it,
 * which are other sessions' as soon as one comes or goes: such keys say nothing.
 */
export function keysOf(sessions: readonly Pick<FoundSession, 'key' | 'line'>[]): (string | null)[] {
  const inFile = sessions.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(({ key }) => key);
  const first = Number(inFile[0]);
  const counted =
    sessions.length > 1 &&
    sessions.every(({ line }) => line !== undefined) &&
    (first === 0 || first === 1) &&
    inFile.every((key, index) => key === String(first + index));
  return sessions.map(({ key }) => (key === null || counted ? null : idOfKey(key)));
}

/**
 * Gives sessions ids: their key, else one made of their title. Of several with the same the first in time has it,
 * and the others one to which title, start and room are added. What an event has already is known again by more
 * than its id (see plan/identity/).
 */
export function identify(sessions: readonly Known[]): Identities {
  const taken = new Set<string>();
  const met = new Set<string>();
  const keys = grouped(sessions, ({ key }) => key);
  const ids = new Map<Known, string>();
  for (const session of sessions.toSorted(inTime)) {
    const { key, title } = session;
    const content = JSON.stringify([key ?? '', ...saidOf(session)]);
    if (met.has(content)) continue;
    met.add(content);
    const id = markedId(key ?? idFrom(title), saidOf(session), taken);
    taken.add(id);
    ids.set(session, id);
  }
  const repeated = [...keys.values()].filter(({ length }) => length > 1).flat().length;
  return { ids: sessions.map((session) => ids.get(session) ?? null), repeated };
}

/** What tells sessions of one key or title apart. */
function saidOf({ title, start, room }: Known): string[] {
  return [title, start, room ?? ''];
}

/** By their start; those that begin together by their words, so that the order of a file says nothing. */
function inTime(a: Known, b: Known): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  const [one, other] = [saidOf(a).join('|'), saidOf(b).join('|')];
  return one < other ? -1 : one > other ? 1 : 0;
}
