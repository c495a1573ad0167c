import { isHidden } from '../questions/question.ts';
import { homeOf } from '../rundown/home.ts';
import type { SessionRow } from '../rundown/session.ts';
import { sessionAtRoom } from './at-room.ts';
import { publicMessages, publicSessions } from './attendee.ts';
import { oncePerContext, type ViewContext } from './context.ts';
import { type Lens, questionsMadeBy } from './lens.ts';
import { ownPart } from './own.ts';
import { ownQuestions, publicQuestions } from './questions.ts';
import type { Asked } from './reader.ts';
import type { SpeakerView } from './role-views.ts';
import { eventView, noteView, sessionView, stageView } from './rows.ts';

/**
 * What a speaker may know: the public's programme, their own session as the staff knows it (two more minutes are for
 * them first), its live and answered questions, their stage, Up next.
 */
export function speakerLens(session: string): Lens<SpeakerView> {
  const sessionOf = ({ state }: ViewContext) => {
    const row = state.tables.sessions.get(session);
    return row && !row.removed ? row : null;
  };
  return lensAt(sessionOf, (context) => sessionOf(context)?.room ?? null);
}

/** What a lectern may know: what a speaker of the session does at which its room is. It follows by itself. */
export function lecternLens(room: string): Lens<SpeakerView> {
  return lensAt(
    oncePerContext((context) => sessionAtRoom(context, room)),
    () => room,
  );
}

/** [Q24] Whether a question may ever have been seen here: whatever comes before anybody gets a number. */
function wasSeen({ state }: ViewContext, id: string): boolean {
  return state.tables.questions.get(id)?.n != null;
}

/** A question of the session that is public, or that a moderator kept for it and put Up next there. */
function isTheirs(question: Asked, session: string | null): boolean {
  const { status, upNext } = question;
  const isPublic = status === 'live' || status === 'answered';
  return (
    isAt(question, session) && (isPublic || (status === 'kept' && upNext !== null && !isHidden(question)))
  );
}

function isAt(question: Asked, session: string | null): boolean {
  return session !== null && homeOf(question).session === session;
}

function lensAt(
  sessionOf: (context: ViewContext) => SessionRow | null,
  roomOf: (context: ViewContext) => string | null,
): Lens<SpeakerView> {
  return {
    singles: {
      event: eventView,
      session(context) {
        const session = sessionOf(context);
        return session && sessionView(context, session, 'internal');
      },
      stage(context) {
        const room = roomOf(context);
        const stage = room === null ? undefined : context.state.tables.stages.get(room);
        return stage ? stageView(context, stage) : null;
      },
      note(context) {
        const session = sessionOf(context);
        return session && noteView(context, session);
      },
    },
    collections: {
      sessions: publicSessions,
      questions: publicQuestions((context) => sessionOf(context)?.id ?? null, isTheirs, wasSeen),
      upNext: {
        ...questionsMadeBy({
          where: (context) => sessionOf(context)?.id ?? null,
          may: (question, session: string | null) =>
            question.upNext !== null && !isHidden(question) && isAt(question, session),
          make: ({ upNext }) => ({ position: upNext ?? 0 }),
        }),
        wasSeen,
      },
      messages: publicMessages(['all', 'speakers']),
    },
    own: ownPart,
    ownRows: ownQuestions,
  };
}
