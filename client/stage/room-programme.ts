import type { PartView, RoomView, SessionView, StageView } from '../../shared/views/view.ts';

/** What a room's programme is read from. */
interface Programme {
  sessions: Readonly<Record<string, SessionView>>;
  room: RoomView | null;
  stage: StageView | null;
}

/** The sessions of a room in the order in which they are expected; those without a room are everybody's. */
export function programmeOf({ sessions, room, stage }: Programme): SessionView[] {
  const here = room?.id ?? (typeof stage?.room === 'string' ? stage.room : stage?.room.id) ?? null;
  return Object.values(sessions)
    .filter((session) => session.room === null || here === null || session.room === here)
    .sort((a, b) => begin(a) - begin(b) || begin(a, 'planned') - begin(b, 'planned'));
}

/** The session on air (the room's own before everybody's, the latest begun first), and the next one to come, never one that was passed over. */
export function whereWeAre(
  programme: readonly SessionView[],
  at: number,
): { now: SessionView | null; next: SessionView | null } {
  const onAir = programme.filter((session) => session.status === 'onAir');
  const now = onAir.filter((session) => session.room !== null).at(-1) ?? onAir.at(-1) ?? null;
  const coming = programme.filter(
    ({ status, passed }) => !passed && (status === 'upcoming' || status === 'due'),
  );
  const next = coming.find((session) => session.status === 'due' || endOf(session) > at) ?? null;
  return { now, next };
}

/** The part of a session that is running; null between parts and where there are none. */
export function partOnAir(session: SessionView): PartView | null {
  return session.parts.findLast((part) => part.startedAt !== null && part.endedAt === null) ?? null;
}

/** Whether a session has come to its Q&A part. */
export function inQuestions(session: SessionView, at: number): boolean {
  return session.qaStart !== null && at >= Date.parse(session.qaStart);
}

/** The programme of the event's own day that a session belongs to; of the last day without one. */
export function dayOf(programme: readonly SessionView[], around: SessionView | null): SessionView[] {
  const day = around?.day ?? programme.at(-1)?.day;
  return programme.filter((session) => session.day === day);
}

function begin(session: SessionView, of: 'expected' | 'planned' = 'expected'): number {
  return Date.parse((of === 'expected' ? session.expectedStart : null) ?? session.plannedStart);
}

function endOf(session: SessionView): number {
  return Date.parse(session.expectedEnd ?? session.plannedEnd);
}
