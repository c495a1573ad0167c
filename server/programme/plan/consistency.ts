import type { EventFile } from '../file/event-file.ts';
import type { Path } from '../file/issues.ts';
import type { Notes } from './notes.ts';
import type { Planned } from './sessions.ts';

/** Notes every session that begins before another of its room has ended, naming both. */
export function checkOverlaps(sessions: readonly Planned[], notes: Notes): void {
  const lastIn = new Map<string | null, Planned>();
  for (const session of sessions) {
    const room = session.plan.room;
    const before = lastIn.get(room);
    if (before && before.plan.end > session.plan.start) {
      const where = room === null ? 'for everybody' : `in the room ${room}`;
      const message = `${named(session, notes)} begins before ${named(before, notes)} has ended, both ${where}. Change a time, or give one of them another room.`;
      notes.error([...session.path, 'start'], message);
    }
    if (!before || before.plan.end < session.plan.end) lastIn.set(room, session);
  }
  warnOfCommonOnes(sessions, notes);
}

/** Notes posters and people that name a session or a poster which does not exist. */
export function checkReferences(
  file: EventFile,
  sessions: ReadonlySet<string>,
  posters: ReadonlySet<string>,
  notes: Notes,
): void {
  const check = (id: string, known: ReadonlySet<string>, what: string, path: Path) => {
    if (known.has(id)) return;
    const list = [...known].slice(0, 12).join(', ') + (known.size > 12 ? ' …' : '');
    notes.error(
      path,
      `There is no ${what} with the id "${id}". Ids of this event: ${list === '' ? 'none' : list}.`,
    );
  };
  for (const [index, poster] of (file.posters ?? []).entries()) {
    if (poster.session !== undefined)
      check(poster.session, sessions, 'session', ['posters', index, 'session']);
  }
  for (const [index, person] of (file.people ?? []).entries()) {
    for (const [at, id] of (person.sessions ?? []).entries())
      check(id, sessions, 'session', ['people', index, 'sessions', at]);
    for (const [at, id] of (person.posters ?? []).entries())
      check(id, posters, 'poster', ['people', index, 'posters', at]);
  }
}

/** What is for everybody and what runs in a room at the same time is allowed, but seldom meant. */
function warnOfCommonOnes(sessions: readonly Planned[], notes: Notes): void {
  const common = sessions.filter(({ plan }) => plan.room === null);
  for (const session of common) {
    const other = sessions.find(
      ({ plan }) => plan.room !== null && plan.start < session.plan.end && plan.end > session.plan.start,
    );
    if (!other) continue;
    const message = `${named(session, notes)} is for everybody, while ${named(other, notes)} runs in the room ${other.plan.room}. Give it a room if that is not meant.`;
    notes.warn([...session.path, 'start'], message);
  }
}

function named({ plan, path }: Planned, notes: Notes): string {
  return `"${plan.title}"${notes.line(path)}`;
}
