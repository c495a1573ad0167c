import { setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { phaseModeSchema, questionsModeSchema } from './commands.ts';
import { findSession, unknownSession } from './find.ts';

/**
 * [T13] Whether questions are taken: by the clock, or by hand until it is given back to the clock.
 * Refuses: `session-unknown`.
 */
export const setQuestions: Rule<typeof questionsModeSchema> = {
  decide: (state, data) => (findSession(state, data.session) ? null : unknownSession),
  evolve(state, data, { now }) {
    const session = findSession(state, data.session);
    if (!session || session.questionsMode === data.mode) return [];
    return setFields('sessions', session, { questionsMode: data.mode, questionsModeAt: now });
  },
};

/** [T14] Collect or decide: by the clock, or by hand. Refuses: `session-unknown`. */
export const setPhase: Rule<typeof phaseModeSchema> = {
  decide: (state, data) => (findSession(state, data.session) ? null : unknownSession),
  evolve(state, data) {
    const session = findSession(state, data.session);
    return session ? setFields('sessions', session, { phaseMode: data.phase }) : [];
  },
};
