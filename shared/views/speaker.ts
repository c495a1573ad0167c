import { attendeeLens, publicMessages } from './attendee.ts';
import type { Lens } from './lens.ts';
import { ownPart, publicQuestion } from './questions.ts';
import { eventView, sessionView, stageView } from './rows.ts';

/** What a speaker may know: the public's programme, the live and answered questions of their session, their stage, Up next. */
export function speakerLens(session: string): Lens {
  return {
    singles: {
      event: eventView,
      session(scene) {
        const row = scene.state.tables.sessions.get(session);
        return row && !row.removed ? sessionView(scene, row, 'told') : null;
      },
      stage({ state }) {
        const room = state.tables.sessions.get(session)?.room;
        const stage = room == null ? undefined : state.tables.stages.get(room);
        return stage ? stageView(stage) : null;
      },
      note: () => null,
    },
    collections: {
      sessions: attendeeLens.collections['sessions'] ?? { ids: () => [], row: () => null },
      questions: {
        ids: ({ state }) => state.tables.questions.keys(),
        row(scene, id) {
          const question = scene.state.tables.questions.get(id);
          const theirs =
            question &&
            question.session === session &&
            (question.status === 'live' || question.status === 'answered');
          return theirs ? publicQuestion(scene, question) : null;
        },
        wasSeen: ({ state }, id) => state.tables.questions.get(id)?.n != null,
      },
      upNext: {
        ids: ({ state }) => state.tables.questions.keys(),
        row({ state }, id) {
          const question = state.tables.questions.get(id);
          return question?.session === session && question.upNext !== null
            ? { position: question.upNext }
            : null;
        },
        wasSeen: ({ state }, id) => state.tables.questions.get(id)?.n != null,
      },
      messages: publicMessages(['all', 'speakers']),
    },
    own: ownPart,
  };
}
