import { canShow } from '../questions/finding.ts';
import { homeOf } from '../rundown/home.ts';
import type { DisplayRow } from '../stage/display.ts';
import type { State } from '../state/state.ts';
import { attendeeLens } from './attendee.ts';
import type { Lens, Scene } from './lens.ts';
import { publicQuestion } from './questions.ts';
import { eventView, stageView } from './rows.ts';
import type { OwnDisplayView } from './view.ts';

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
          ? { ...stageView(stage), room: roomOf(scene.state, room) ?? { id: room, name: room } }
          : null;
      },
      question: (scene) => shownQuestion(scene, here(scene)),
      ...(display !== null && {
        display(scene: Scene): OwnDisplayView {
          const { name, layout, background, theme } = claimed(scene) ?? unset;
          return { id: display, name, layout, background, theme };
        },
      }),
    },
    collections: { sessions: attendeeLens.collections['sessions'] ?? { ids: () => [], row: () => null } },
  };
}

/** The room that a display shows: the one that a desk gave it while it is there, else that of its link; null: none. */
export function roomOfDisplay(
  { tables: { rooms } }: State,
  claimed: DisplayRow | null,
  scope: string | null,
): string | null {
  const given = claimed?.room ?? null;
  return given !== null && rooms.get(given)?.removed === false ? given : scope;
}

const unset = { name: null, layout: null, background: null, theme: null };

function roomOf(state: Scene['state'], id: string): { id: string; name: string } | null {
  const room = state.tables.rooms.get(id);
  return room && !room.removed ? { id, name: room.name } : null;
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
