import { canShow } from '../questions/find.ts';
import { isFollowedIn } from '../rundown/held.ts';
import { homeOf } from '../rundown/home.ts';
import type { SessionRow } from '../rundown/session.ts';
import type { DisplayRow } from '../stage/display.ts';
import { type State, textOf } from '../state/state.ts';
import { oncePerContext, type ViewContext } from './context.ts';
import type { CollectionLens, Lens } from './lens.ts';
import { publicQuestion } from './questions.ts';
import type { ProjectorView, PublicSession } from './role-views.ts';
import { eventView, sessionView, stageView } from './rows.ts';
import type { OwnDisplayView } from './view.ts';

/**
 * What a projector may know: its room's stage, and the question on it while it is there. A display that says which one
 * it is shows the room that a desk gave it, else that of its link, and knows its own name and look.
 */
export function projectorLens(scope: string | null, display: string | null): Lens<ProjectorView> {
  const claimed = ({ state }: ViewContext) => {
    const row = display === null ? undefined : state.tables.displays.get(display);
    return row && !row.removed ? row : null;
  };
  const here = (context: ViewContext) => roomOfDisplay(context.state, claimed(context), scope) ?? '';
  return {
    singles: {
      event: eventView,
      room: (context) => roomOf(context.state, here(context)),
      stage(context) {
        const room = here(context);
        const stage = context.state.tables.stages.get(room);
        return stage
          ? { ...stageView(context, stage), room: roomOf(context.state, room) ?? { id: room, name: room } }
          : null;
      },
      question: (context) => shownQuestion(context, here(context)),
      ...(display !== null && {
        display(context: ViewContext): OwnDisplayView {
          const { name, layout, background, theme } = claimed(context) ?? unset;
          return { id: display, name: textOf(context.state, name), layout, background, theme };
        },
      }),
    },
    collections: { sessions: sessionsAt(here) },
  };
}

/** [T41] The programme, in which what a room had when it went stands as in that room, for the screens that still show it. */
function sessionsAt(here: (context: ViewContext) => string): CollectionLens<PublicSession> {
  return {
    ids: ({ state }) => state.tables.sessions.keys(),
    row(context, id) {
      const session = context.state.tables.sessions.get(id);
      if (!session || session.removed) return null;
      const room = here(context);
      const view = toldViews(context)(session);
      return session.room !== room && isFollowedIn(context.state, session, room) ? { ...view, room } : view;
    },
  };
}

/** Sessions as everybody was told, each worked out once for all the screens that look at a context. */
const toldViews = oncePerContext((context) => {
  const known = new Map<string, PublicSession>();
  return (session: SessionRow): PublicSession => {
    const view = known.get(session.id) ?? sessionView(context, session, 'announced');
    known.set(session.id, view);
    return view;
  };
});

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

function roomOf(state: State, id: string): { id: string; name: string } | null {
  const room = state.tables.rooms.get(id);
  return room ? { id, name: room.name } : null;
}

/** Only what was approved is ever shown, whatever the stage points at. */
function shownQuestion(context: ViewContext, room: string): ProjectorView['question'] | null {
  const stage = context.state.tables.stages.get(room);
  const question =
    stage?.show.kind === 'question' ? context.state.tables.questions.get(stage.show.question) : undefined;
  if (!question || !canShow(question)) return null;
  const { id, n, text, author, attendance, upvotes, part } = publicQuestion(context, question);
  const { session } = homeOf(question);
  return {
    ...{ id, n, text, author, attendance, upvotes },
    session,
    part: session === question.session ? part : null,
  };
}
