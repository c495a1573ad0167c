import type { CollectionLens, Lens, Scene } from './lens.ts';
import { ownPart } from './own.ts';
import { ownQuestions, publicQuestions } from './questions.ts';
import { eventView, messageView, posterView, sessionView, stageView, tallies } from './rows.ts';

/** What the public may know: every session as told, the questions in the list or answered, and what is on screen. */
export const attendeeLens: Lens = {
  singles: { event: eventView },
  collections: {
    sessions: publicSessions('told'),
    questions: publicQuestions(
      () => null,
      ({ status }) => status === 'live' || status === 'answered',
      ({ state }, id) => state.tables.questions.get(id)?.n != null,
    ),
    stages: {
      ids: ({ state }) => state.tables.stages.keys(),
      row(scene, id) {
        const { stages, rooms } = scene.state.tables;
        const stage = stages.get(id);
        return stage && !rooms.get(id)?.removed ? stageView(scene, stage) : null;
      },
    },
    posters: {
      ids: ({ state }) => state.tables.posters.keys(),
      row({ state }, id) {
        const poster = state.tables.posters.get(id);
        return poster && !poster.removed ? posterView(poster) : null;
      },
    },
    polls: { ids: () => [], row: () => null },
    tallies,
    messages: publicMessages(['all', 'inRoom', 'remote']),
  },
  own: ownPart,
  ownRows: ownQuestions,
};

/** The sessions of an event as the crew or everybody knows them. */
function publicSessions(knowledge: 'crew' | 'told'): CollectionLens {
  return {
    ids: ({ state }: Scene) => state.tables.sessions.keys(),
    row(scene, id) {
      const session = scene.state.tables.sessions.get(id);
      return session && !session.removed ? sessionView(scene, session, knowledge) : null;
    },
  };
}

/** The announcements for these audiences that hold now. */
export function publicMessages(audiences: readonly string[]): CollectionLens {
  return {
    ids: ({ state }: Scene) => state.tables.messages.keys(),
    row: (scene, id) => messageView(scene, id, audiences),
  };
}
