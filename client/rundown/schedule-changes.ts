import type { SessionView } from '../../shared/views/view.ts';
import { expectedLateness, type Lateness } from './lateness.ts';

/** After one change was told, smaller ones wait this long, and so does what takes it back. Milliseconds. */
export const holdOff = 5 * 60_000;

/** More than this many minutes later is told at once: a desk tells everybody from there on. */
const atOnce = 3;

/** One thing to say about the schedule, however many sessions it moved. */
export interface ScheduleChange {
  /** The first session that it is about. */
  session: SessionView;
  of: 'late' | 'back' | 'cancelled';
  lateness: Lateness;
  /** How many more sessions changed with it. */
  more: number;
  /** The next fixed session that stays where it was planned. */
  stays: SessionView | null;
}

/** What was told of each session, and when last: one sentence for each change that is published, and no see-saw. */
export class ScheduleChanges {
  readonly #told = new Map<string, number>();
  #toldAt = Number.NEGATIVE_INFINITY;
  #begun = false;

  /**
   * Looks at the sessions in their order (at the server's time, epoch milliseconds) and gives what to say now. What the
   * page showed first is known; what comes by less than three minutes, or takes something back, waits five minutes
   * after the last time, and comes when it is looked at then.
   */
  hear(sessions: readonly SessionView[], at: number): ScheduleChange | null {
    const now = sessions.map((session) => ({ session, minutes: minutesOf(session, at) }));
    if (!this.#begun) {
      this.#begun = true;
      for (const { session, minutes } of now) this.#told.set(session.id, minutes);
      return null;
    }
    const changed = now.filter(
      ({ session, minutes }) => coming(session) && (this.#told.get(session.id) ?? 0) !== minutes,
    );
    const pressing = changed.some(
      ({ session, minutes }) => minutes - (this.#told.get(session.id) ?? 0) >= atOnce,
    );
    const first = changed[0];
    if (!first || (!pressing && at - this.#toldAt < holdOff)) return null;
    for (const { session, minutes } of changed) this.#told.set(session.id, minutes);
    this.#toldAt = at;
    const cancelled = first.minutes === gone;
    return {
      session: first.session,
      of: cancelled ? 'cancelled' : first.minutes === 0 ? 'back' : 'late',
      lateness: expectedLateness(first.session, at),
      more: changed.length - 1,
      stays:
        sessions.find(({ fixed, status, id }) => fixed && status === 'upcoming' && !this.#told.get(id)) ??
        null,
    };
  }
}

/** What stands for a cancelled session: later than anything. */
const gone = Number.POSITIVE_INFINITY;

function minutesOf(session: SessionView, at: number): number {
  return session.status === 'cancelled' ? gone : expectedLateness(session, at).minutes;
}

function coming({ status }: SessionView): boolean {
  return status === 'upcoming' || status === 'due' || status === 'cancelled';
}
