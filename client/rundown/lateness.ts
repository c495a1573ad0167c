import type { SessionView } from '../../shared/views/view.ts';
import { endOf, startOf } from './on-now.ts';

const minute = 60_000;

/** Below so many minutes nothing is said: it is noise. */
const worthSaying = 2;
/** Below so many it is "about" that much, and the planned time stands. */
const about = 5;
/** Times further away than this are rounded up to five minutes: they will move again. In milliseconds. */
const farAway = 60 * minute;

/** How late a session is, as the public is told. `shown` is the time to read, epoch milliseconds. */
export interface Lateness {
  /** Nothing, about five minutes, or so many whole minutes. */
  of: 'onTime' | 'about' | 'late';
  minutes: number;
  shown: number;
}

/**
 * What the public is told of something planned and expected (epoch milliseconds), seen at `at`. Early is never told:
 * nothing starts early.
 */
export function latenessOf(planned: number, expected: number, at: number): Lateness {
  const late = Math.floor(expected / minute) - Math.floor(planned / minute);
  if (late < worthSaying) return { of: 'onTime', minutes: 0, shown: planned };
  if (late < about) return { of: 'about', minutes: about, shown: planned };
  const minutes = expected - at > farAway ? Math.ceil(late / about) * about : late;
  return { of: 'late', minutes, shown: planned + minutes * minute };
}

/**
 * How late a session's start is, as it is expected: what only waits for its start is not late by that. One that has begun
 * stands where it began, also where that was early; one that is cancelled at its plan.
 */
export function expectedLateness(session: SessionView, at: number): Lateness {
  const planned = Date.parse(session.plannedStart);
  if (session.startedAt !== null) {
    const shown = startOf(session);
    const late = Math.floor(shown / minute) - Math.floor(planned / minute);
    if (late >= worthSaying) return { of: 'late', minutes: late, shown };
    return { of: 'onTime', minutes: 0, shown: late > -worthSaying ? planned : shown };
  }
  return latenessOf(planned, session.status === 'cancelled' ? planned : startOf(session), at);
}

/**
 * How late a session's start is. What stays where it is although its time has gone by (it is fixed, or nobody has said
 * that it began) is late by the time since: [T35] no time that has gone by is shown as if it were to come.
 */
export function startLateness(session: SessionView, at: number): Lateness {
  const expected = expectedLateness(session, at);
  if (session.status !== 'due' || session.passed || startOf(session) > at) return expected;
  const { of, minutes } = latenessOf(Date.parse(session.plannedStart), at, at);
  return { of, minutes, shown: expected.shown };
}

/** How late the day is, by the session that is on: its end while it runs, its start while it is awaited. */
export function dayLateness(session: SessionView, at: number): Lateness {
  return session.status === 'onAir'
    ? latenessOf(Date.parse(session.plannedEnd), Math.max(endOf(session), at), at)
    : startLateness(session, at);
}
