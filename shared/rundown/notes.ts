import { setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import type { notedSchema, noteSchema } from './commands.ts';
import { findSession, unknownSession } from './find.ts';
import { refuse } from './refusals.ts';

/**
 * [T30] Note: a message to a session's speaker takes the place of the one before it; null takes it back.
 * Refuses: `session-unknown`.
 */
export const note: Rule<typeof noteSchema> = {
  decide: (state, data) => (findSession(state, data.session) ? null : unknownSession),
  evolve(state, { session: id, text }, { id: noteId, now }) {
    const session = findSession(state, id);
    if (!session || (text === null && !session.note)) return [];
    const written = text === null ? null : { id: noteId, text, at: now, notedAt: null };
    return setFields('sessions', session, { note: written });
  },
};

/**
 * [T31, T32] Noted: the message was read, or without one: the speaker sees their page. Nobody answers for another.
 * Refuses: `note-elsewhere`, `note-replaced`, `session-unknown`.
 */
export const noted: Rule<typeof notedSchema> = {
  decide(state, data, { by }) {
    const session = findSession(state, data.session);
    if (by.role === 'speaker' && by.session !== data.session) return refuse('not-allowed', 'note-elsewhere');
    if (!session) return unknownSession;
    return data.note === undefined || session.note?.id === data.note
      ? null
      : refuse('not-now', 'note-replaced', { now: {} });
  },
  evolve(state, data, { now }) {
    const session = findSession(state, data.session);
    if (!session) return [];
    if (data.note === undefined) return setFields('sessions', session, { speakerSawAt: now });
    return session.note?.notedAt === null
      ? setFields('sessions', session, { note: { ...session.note, notedAt: now } })
      : [];
  },
};
