import { canShow } from '../questions/finding.ts';
import { isFollowedIn } from '../rundown/held.ts';
import { homeOf } from '../rundown/home.ts';
import type { SessionRow } from '../rundown/session.ts';
import type { DisplayRow } from '../stage/display.ts';
import { type State, textOf } from '../state/state.ts';
import type { CollectionLens, Lens, Scene } from './lens.ts';
import { publicQuestion } from './questions.ts';
import { eventView, sessionView, stageView } from './rows.ts';
import type { OwnDisplayView, SessionView } from './view.ts';

/**
 * What a projector may know: its room's stage, and the question on it while it is there. A display that says which one
 * it is shows the room that a desk gave it, else that of its link, and knows its own name and look.
 */
export function projectorLens(scope: string | null, display: string | null): Lens {
  const claimed = ({ state }: Scene) => {
    const row = display === null ? undefined : state.tables.displays.get(display);
    return row && !row.removed ? row : null;
  };
  const here = (scene: Scene) => roomOfDisplay(scene.state, claimed(scene), scope) ?? '';
  return {
    singles: {
      event: eventView,
      room: (scene) => roomOf(scene.state, here(scene)),
      stage(scene) {
        const room = here(scene);
        const stage = scene.state.tables.stages.get(room);
        return stage
          ? { ...stageView(scene, stage), room: roomOf(scene.state, room) ?? { id: room, name: room } }
          : null;
      },
      question: (scene) => shownQuestion(scene, here(scene)),
      ...(display !== null && {
        display(scene: Scene): OwnDisplayView {
          const { name, layout, background, theme } = claimed(scene) ?? unset;
          return { id: display, name: textOf(scene.state, name), layout, background, theme };
        },
      }),
    },
    collections: { sessions: sessionsAt(here) },
  };
}

/** [T41] The programme, in which what a room had when it went stands as in that room, for the screens that still show it. */
function sessionsAt(here: (scene: Scene) => string): CollectionLens {
  return {
    ids: ({ state }) => state.tables.sessions.keys(),
    row(scene, id) {
      const session = scene.state.tables.sessions.get(id);
      if (!session || session.removed) return null;
      const room = here(scene);
      const view = toldView(scene, session);
      return session.room !== room && isFollowedIn(scene.state, session, room) ? { ...view, room } : view;
    },
  };
}

/** A session as everybody was told, worked out once for all the screens that look at a scene. */
function toldView(scene: Scene, session: SessionRow): SessionView {
  const known = told.get(scene) ?? new Map<string, SessionView>();
  told.set(scene, known);
  const view = known.get(session.id) ?? sessionView(scene, session, 'told');
  known.set(session.id, view);
  return view;
}

const told = new WeakMap<Scene, Map<string, SessionView>>();

/** The room that a display shows: the one that a desk gave it, also where that went, else that of its link; null: none. */
export function roomOfDisplay(
  { tables: { rooms } }: State,
  claimed: DisplayRow | null,
  scope: string | null,
): string | null {
  const given = claimed?.room ?? null;
  return given !== null && rooms.has(given) ? given : scope;
}

const unset = { name: null, layout: null, background: null, theme: null };

function roomOf(state: Scene['state'], id: string): { id: string; name: string } | null {
  const room = state.tables.rooms.get(id);
  return room ? { id, name: room.name } : null;
}

/** Only what was approved is ever shown, whatever the stage points at. */
function shownQuestion(scene: Scene, room: string): object | null {
  const stage = scene.state.tables.stages.get(room);
  const question =
    stage?.show.kind === 'question' ? scene.state.tables.questions.get(stage.show.question) : undefined;
  if (!question || !canShow(question)) return null;
  const { id, n, text, author, attendance, upvotes, part } = publicQuestion(scene, question);
  const { session } = homeOf(question);
  return {
    ...{ id, n, text, author, attendance, upvotes },
    session,
    part: session === question.session ? part : null,
  };
}
