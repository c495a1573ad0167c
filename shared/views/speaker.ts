import { homeOf } from '../rundown/home.ts';
import type { SessionRow } from '../rundown/session.ts';
import { sessionAtRoom } from './at-room.ts';
import { attendeeLens, publicMessages } from './attendee.ts';
import { type Lens, questionsMadeBy, type Scene } from './lens.ts';
import { ownPart } from './own.ts';
import { ownQuestions, publicQuestions } from './questions.ts';
import type { Asked } from './reader.ts';
import { eventView, noteView, sessionView, stageView } from './rows.ts';

/**
 * What a speaker may know: the public's programme, their own session as the crew knows it (two more minutes are for
 * them first), its live and answered questions, their stage, Up next.
 */
export function speakerLens(session: string): Lens {
  const sessionOf = ({ state }: Scene) => {
    const row = state.tables.sessions.get(session);
    return row && !row.removed ? row : null;
  };
  return lensAt(sessionOf, (scene) => sessionOf(scene)?.room ?? null);
}

/** What a lectern may know: what a speaker of the session does at which its room is. It follows by itself. */
export function lecternLens(room: string): Lens {
  const found = new WeakMap<Scene, SessionRow | null>();
  const sessionOf = (scene: Scene) => {
    const known = found.get(scene);
    if (known !== undefined) return known;
    const session = sessionAtRoom(scene, room);
    found.set(scene, session);
    return session;
  };
  return lensAt(sessionOf, () => room);
}

/** [Q24] Whether a question may ever have been seen here: whatever comes before anybody gets a number. */
function wasSeen({ state }: Scene, id: string): boolean {
  return state.tables.questions.get(id)?.n != null;
}

/** A question of the session that is public, or that a moderator kept for it and put Up next there. */
function isTheirs(question: Asked, session: string | null): boolean {
  const { status, upNext } = question;
  const isPublic = status === 'live' || status === 'answered';
  return isAt(question, session) && (isPublic || (status === 'kept' && upNext !== null));
}

function isAt(question: Asked, session: string | null): boolean {
  return session !== null && homeOf(question).session === session;
}

function lensAt(
  sessionOf: (scene: Scene) => SessionRow | null,
  roomOf: (scene: Scene) => string | null,
): Lens {
  return {
    singles: {
      event: eventView,
      session(scene) {
        const session = sessionOf(scene);
        return session && sessionView(scene, session, 'crew');
      },
      stage(scene) {
        const room = roomOf(scene);
        const stage = room === null ? undefined : scene.state.tables.stages.get(room);
        return stage ? stageView(scene, stage) : null;
      },
      note(scene) {
        const session = sessionOf(scene);
        return session && noteView(scene, session);
      },
    },
    collections: {
      sessions: attendeeLens.collections['sessions'] ?? { ids: () => [], row: () => null },
      questions: publicQuestions((scene) => sessionOf(scene)?.id ?? null, isTheirs, wasSeen),
      upNext: {
        ...questionsMadeBy({
          where: (scene) => sessionOf(scene)?.id ?? null,
          may: (question, session: string | null) => question.upNext !== null && isAt(question, session),
          make: ({ upNext }) => ({ position: upNext }),
        }),
        wasSeen,
      },
      messages: publicMessages(['all', 'speakers']),
    },
    own: ownPart,
    ownRows: ownQuestions,
  };
}
