import { setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import { iso } from '../wire/instant.ts';
import type { cancelSchema, notYetSchema, resetSchema } from './commands.ts';
import { findSession, unknownSession } from './find.ts';
import { ownStart } from './order.ts';
import { refuse } from './refusals.ts';
import { unbegun } from './start.ts';
import { timeline } from './timing.ts';

/**
 * [T5] Not yet: a due session runs late from now on; its times follow by the minute.
 * Refuses: `session-not-due`, `session-cancelled`, `session-begun`, `session-unknown`.
 */
export const notYet: Rule<typeof notYetSchema> = {
  decide(state, data, { now }) {
    const session = findSession(state, data.session);
    if (!session) return unknownSession;
    const times = timeline(state.tables.sessions.values(), now, 'internal').get(session.id);
    if (!session.notYet && times?.due != null && times.due > now)
      return refuse('not-now', 'session-not-due', {
        now: { status: 'upcoming', expectedStart: iso(times.start) },
      });
    if (session.cancelled) return refuse('not-now', 'session-cancelled', { now: { status: 'cancelled' } });
    return session.startedAt === null
      ? null
      : refuse('not-now', 'session-begun', { now: { status: 'onAir' } });
  },
  evolve(state, data) {
    const session = findSession(state, data.session);
    return session ? setFields('sessions', session, { notYet: true }) : [];
  },
};

/**
 * [T6] Reset: back to before its start, uncancelled, by the plan and its shifts; one whose time has come runs late.
 * Refuses: `session-unknown`.
 */
export const reset: Rule<typeof resetSchema> = {
  decide: (state, data) => (findSession(state, data.session) ? null : unknownSession),
  evolve(state, data, { now }) {
    const session = findSession(state, data.session);
    if (!session) return [];
    const late = ownStart(session) <= now;
    if (session.startedAt === null && !session.cancelled)
      return setFields('sessions', session, { notYet: session.notYet && late });
    const { parts, ...fields } = unbegun(session);
    return setFields('sessions', session, {
      ...fields,
      notYet: late,
      cancelled: false,
      ...(parts && { parts }),
    });
  },
};

/**
 * [T7] Cancel: planned times stay, expected are none, what follows does not move up.
 * Refuses: `cancel-begun`, `session-unknown`.
 */
export const cancel: Rule<typeof cancelSchema> = {
  decide(state, data) {
    const session = findSession(state, data.session);
    if (!session) return unknownSession;
    return session.startedAt === null
      ? null
      : refuse('not-now', 'cancel-begun', {
          now: { status: session.endedAt === null ? 'onAir' : 'ended' },
        });
  },
  evolve(state, data) {
    const session = findSession(state, data.session);
    return session ? setFields('sessions', session, { cancelled: true, notYet: false }) : [];
  },
};
