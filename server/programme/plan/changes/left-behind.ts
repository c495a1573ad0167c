import { bySession } from '../../../../shared/questions/indexes.ts';
import { isOnAir } from '../../../../shared/rundown/off-air.ts';
import type { SessionRow } from '../../../../shared/rundown/session.ts';
import { rowsBy } from '../../../../shared/state/rows-by.ts';
import type { State } from '../../../../shared/state/state.ts';
import { roomOfDisplay } from '../../../../shared/views/projector.ts';
import type { LeftBehind, Refusal } from '../../../../shared/wire/refusals.ts';

/** A display that is connected now: its id, and the room of its link. */
interface Connected {
  id: string;
  scope: string | null;
  connected: boolean;
}

/** Counts what sessions and rooms leave behind that go. */
export interface Leaving {
  session(id: string): LeftBehind;
  room(id: string): Pick<LeftBehind, 'displays' | 'links'>;
}

/**
 * Looks at what hangs on the sessions and rooms of an event: questions; displays that were claimed or are connected;
 * links that were used and not withdrawn, of speakers by session and of screens and lecterns by room.
 */
export function leavingOf(state: State, connected: Iterable<Connected> = []): Leaving {
  const { sessions, stages, invites } = state.tables;
  const rooms = roomsOfDisplays(state, connected);
  const displaysIn = (shown: ReadonlySet<string>) =>
    [...rooms.values()].filter((room) => room !== null && shown.has(room)).length;
  const linksOf = (of: 'room' | 'session', id: string) =>
    [...invites.values()].filter(({ scope, revokedAt }) => scope?.[of] === id && revokedAt === null).length;
  return {
    session(id) {
      const own = new Set(rowsBy(state, bySession, id).map((row) => row.id));
      const shown = [...stages.values()].filter(
        ({ show }) => show.kind === 'question' && own.has(show.question),
      );
      const there = new Set([
        ...shown.map((stage) => stage.id),
        ...stagesOf(sessions.get(id), [...stages.keys()]),
      ]);
      return { questions: own.size, displays: displaysIn(there), links: linksOf('session', id) };
    },
    room: (id) => ({ displays: displaysIn(new Set([id])), links: linksOf('room', id) }),
  };
}

/** The rooms whose screens show a session because it is on air there. */
function stagesOf(session: SessionRow | undefined, all: readonly string[]): readonly string[] {
  if (!session || !isOnAir(session)) return [];
  return session.room === null ? all : [session.room];
}

/** The room of each display, by its id. */
function roomsOfDisplays(state: State, connected: Iterable<Connected>): Map<string, string | null> {
  const { displays } = state.tables;
  const claimed = [...displays.values()].filter(({ removed }) => !removed);
  const scopes = new Map(claimed.map(({ id }) => [id, id.split('/')[0] || null]));
  for (const display of connected) if (display.connected) scopes.set(display.id, display.scope);
  return new Map(
    [...scopes].map(([id, scope]) => {
      const row = displays.get(id);
      return [id, roomOfDisplay(state, row && !row.removed ? row : null, scope)];
    }),
  );
}

/** A refusal that names sessions on air, with what each would leave behind. */
export function withLeftBehind(refusal: Refusal, leaving: Leaving | undefined): Refusal {
  if (refusal.onAir === undefined || leaving === undefined) return refusal;
  return {
    ...refusal,
    onAir: refusal.onAir.map((session) => ({ ...session, ...leaving.session(session.id) })),
  };
}
