import { useMemo } from 'react';
import { sessionAsked } from '../../../shared/rundown/on-now.ts';
import type { DisplayView, QuestionView, SessionView, StageView, View } from '../../../shared/views/view.ts';
import { programmeOf } from '../../stage/room-programme.ts';
import { stageIn } from '../../stage/scene.ts';
import { type Focus, upNextOf } from '../lists/lists.ts';
import { waitingElsewhere } from '../lists/rest.ts';
import type { Watch } from './talk-picker.tsx';

/** What a desk looks at: the pieces of the view that belong to its room and to the session it watches. */
export interface Watched {
  questions: Readonly<Record<string, QuestionView>>;
  /** The same, as a list in no order. */
  all: readonly QuestionView[];
  sessions: Readonly<Record<string, SessionView>>;
  programme: readonly SessionView[];
  /** Null while it looks at the whole event. */
  session: SessionView | null;
  /** The session whose questions are taken: the one it looks at, else the one the room is at. */
  active: SessionView | null;
  focus: Focus;
  stage: StageView | null;
  /** The question that the stage points at. */
  onScreen: QuestionView | null;
  /** Up next in the active session, the next first. */
  upNext: readonly QuestionView[];
  /** How many questions wait outside of what it looks at. */
  elsewhere: number;
  displays: readonly DisplayView[];
}

/** Picks what a desk looks at out of its view and the questions that it knows. */
export function useWatched(view: View, questions: Watched['questions'], room: string, watch: Watch): Watched {
  const all = useMemo(() => rowsIn(questions), [questions]);
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
  const active = session ?? sessionAsked(programme);
  const stage = stageIn(view.event, view.stages?.[room] ?? null);
  const onScreen = stage?.show.kind === 'question' ? (questions[stage.show.question] ?? null) : null;
  const focus: Focus = session ? { session: session.id } : 'all';
  const upNext = useMemo(() => (active ? upNextOf(all, active.id) : []), [all, active]);
  const elsewhere = waitingElsewhere(view, session?.id ?? null);
  return {
    questions,
    all,
    sessions,
    programme,
    session,
    active,
    focus,
    stage,
    onScreen,
    upNext,
    elsewhere,
    displays,
  };
}

function watchedSession(
  watch: Watch,
  sessions: Readonly<Record<string, SessionView>>,
  programme: readonly SessionView[],
): SessionView | null {
  if (watch === 'all') return null;
  return watch === 'follow' ? sessionAsked(programme) : (sessions[watch.session] ?? null);
}

/** The rows of a collection. Of ten thousand `Object.values` takes three times as long. */
function rowsIn<T>(collection: Readonly<Record<string, T>>): T[] {
  const rows: T[] = [];
  for (const id of Object.keys(collection)) {
    const row = collection[id];
    if (row !== undefined) rows.push(row);
  }
  return rows;
}
