import type { CollectionLens, Lens } from './lens.ts';
import { ownPart } from './own.ts';
import { ownQuestions, publicQuestions } from './questions.ts';
import type { AttendeeView, PublicSession } from './role-views.ts';
import { eventView, messageView, posterView, sessionView, stageView, tallies } from './rows.ts';
import type { MessageView } from './view.ts';

/** The sessions of an event as everybody was told. */
export const publicSessions: CollectionLens<PublicSession> = {
  ids: ({ state }) => state.tables.sessions.keys(),
  row(context, id) {
    const session = context.state.tables.sessions.get(id);
    return session && !session.removed ? sessionView(context, session, 'announced') : null;
  },
};

/** What the public may know: every session as told, the questions in the list or answered, and what is on screen. */
export const attendeeLens: Lens<AttendeeView> = {
  singles: { event: eventView },
  collections: {
    sessions: publicSessions,
    questions: publicQuestions(
      () => null,
      ({ status }) => status === 'live' || status === 'answered',
      ({ state }, id) => state.tables.questions.get(id)?.n != null,
    ),
    stages: {
      ids: ({ state }) => state.tables.stages.keys(),
      row(context, id) {
        const { stages, rooms } = context.state.tables;
        const stage = stages.get(id);
        return stage && !rooms.get(id)?.removed ? stageView(context, stage) : null;
      },
    },
    posters: {
      ids: ({ state }) => state.tables.posters.keys(),
      row({ state }, id) {
        const poster = state.tables.posters.get(id);
        return poster && !poster.removed ? posterView(poster) : null;
      },
    },
    /** There are none yet. */
    polls: { ids: () => [], row: () => null },
    tallies,
    messages: publicMessages(['all', 'inRoom', 'remote']),
  },
  own: ownPart,
  ownRows: ownQuestions,
};

/** The announcements for these audiences that hold now. */
export function publicMessages(audiences: readonly string[]): CollectionLens<MessageView> {
  return {
    ids: ({ state }) => state.tables.messages.keys(),
    row: (context, id) => messageView(context, id, audiences),
  };
}
