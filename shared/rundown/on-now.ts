import { type QuestionsWindow, type SessionStatus, takesQuestions } from './session.ts';
import type { SessionKind } from './session-kind.ts';

/**
 * A session as somebody knows it at a moment: what is asked for what is on now. The sessions of every view are such.
 * Instants are ISO, UTC, all of one form.
 */
export interface Standing {
  readonly id: string;
  readonly room: string | null;
  readonly kind: SessionKind;
  readonly status: SessionStatus;
  /** A later one of its room has begun: nobody waits for it. */
  readonly passed: boolean;
  readonly plannedStart: string;
  readonly expectedStart: string | null;
}

/**
 * The sessions of a room in the order in which they are expected (those without an expected time by their plan), with
 * those that are everybody's; of all rooms side by side where `room` is null.
 */
export function inOrder<S extends Standing>(sessions: Iterable<S>, room: string | null): S[] {
  return [...sessions]
    .filter((session) => session.room === null || room === null || session.room === room)
    .sort(
      (a, b) =>
        compare(beginOf(a), beginOf(b)) || compare(a.plannedStart, b.plannedStart) || compare(a.id, b.id),
    );
}

/**
 * What is on now in a room and what comes next, of its programme in order. `now` is on air: the room's own before
 * everybody's, the latest begun first. `next` has not begun and was not passed over; what is due comes before what is not.
 */
export function whereWeAre<S extends Standing>(programme: readonly S[]): { now: S | null; next: S | null } {
  const onAir = programme.filter(({ status }) => status === 'onAir');
  const now = onAir.findLast(({ room }) => room !== null) ?? onAir.at(-1) ?? null;
  return { now, next: comingOf(programme)[0] ?? null };
}

/**
 * The same for whoever looks at all rooms, of their programmes side by side: all that is on air, else what is due and has
 * not begun; and the first thing besides that is still to come.
 */
export function onNow<S extends Standing>(programme: readonly S[]): { now: S[]; next: S | null } {
  const coming = comingOf(programme);
  const onAir = programme.filter(({ status }) => status === 'onAir');
  const now = onAir.length > 0 ? onAir : coming.filter(({ status }) => status === 'due');
  return { now, next: coming.find((session) => !now.includes(session)) ?? null };
}

/** The session at which a room is, whatever its kind: what is on, else what comes, else the last that was; null without any. */
export function sessionOf<S extends Standing>(programme: readonly S[]): S | null {
  const { now, next } = whereWeAre(programme);
  const held = programme.filter(({ status }) => status !== 'cancelled');
  return now ?? next ?? held.findLast(({ status }) => status === 'ended') ?? held.at(-1) ?? null;
}

/**
 * The session that questions are about where nobody names one, of a programme in order: what is on air and has somebody
 * to ask; in a break what ended last while its questions are still taken; else what comes, else the last that was; null
 * where nobody is ever asked.
 */
export function sessionAsked<S extends Standing & { readonly questions: QuestionsWindow }>(
  programme: readonly S[],
): S | null {
  const asked = programme.filter((session) => takesQuestions(session) && session.status !== 'cancelled');
  const { now, next } = whereWeAre(asked);
  const lastCall = asked.findLast(({ status, questions }) => status === 'ended' && questions !== 'closed');
  return now ?? lastCall ?? next ?? asked.at(-1) ?? null;
}

function comingOf<S extends Standing>(programme: readonly S[]): S[] {
  const waited = programme.filter(({ passed }) => !passed);
  return [
    ...waited.filter(({ status }) => status === 'due'),
    ...waited.filter(({ status }) => status === 'upcoming'),
  ];
}

function beginOf({ expectedStart, plannedStart }: Standing): string {
  return expectedStart ?? plannedStart;
}

/** Instants of one form sort as text. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
