import { inOrder } from '../../shared/rundown/on-now.ts';
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
  return inOrder(Object.values(sessions), here);
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
