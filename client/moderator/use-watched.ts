import { useMemo } from 'react';
import type { DisplayView, QuestionView, SessionView, StageView, View } from '../../shared/views/view.ts';
import { programmeOf } from '../stage/room-programme.ts';
import type { Watch } from './desk-header.tsx';
import { type Focus, sessionToWatch } from './lists.ts';

/** What a desk looks at: the pieces of the view that belong to its room and to the session it watches. */
export interface Watched {
  questions: Readonly<Record<string, QuestionView>>;
  sessions: Readonly<Record<string, SessionView>>;
  programme: readonly SessionView[];
  /** Null while it looks at the whole event. */
  session: SessionView | null;
  focus: Focus;
  stage: StageView | null;
  /** The question that the stage points at. */
  onScreen: QuestionView | null;
  displays: readonly DisplayView[];
}

/** Picks what a desk looks at out of its view. */
export function useWatched(view: View, room: string, watch: Watch): Watched {
  const questions = useMemo(() => view.questions ?? {}, [view.questions]);
  const sessions = useMemo(() => view.sessions ?? {}, [view.sessions]);
  const programme = useMemo(
    () => programmeOf({ sessions, room: { id: room, name: room }, stage: null }),
    [sessions, room],
  );
  const displays = useMemo(
    () => Object.values(view.displays ?? {}).filter((display) => display.room === room),
    [view.displays, room],
  );
  const session = watchedSession(watch, sessions, programme);
  const stage = view.stages?.[room] ?? null;
  const onScreen = stage?.show.kind === 'question' ? (questions[stage.show.question] ?? null) : null;
  const focus: Focus = session ? { session: session.id } : 'all';
  return { questions, sessions, programme, session, focus, stage, onScreen, displays };
}

function watchedSession(
  watch: Watch,
  sessions: Readonly<Record<string, SessionView>>,
  programme: readonly SessionView[],
): SessionView | null {
  if (watch === 'all') return null;
  return watch === 'follow' ? sessionToWatch(programme) : (sessions[watch.session] ?? null);
}
