import { canShow } from '../questions/finding.ts';
import { attendeeLens } from './attendee.ts';
import type { Lens, Scene } from './lens.ts';
import { publicQuestion } from './questions.ts';
import { eventView, stageView } from './rows.ts';

/** What one room's projector may know: its stage, and the question on it while it is there. */
export function projectorLens(room: string): Lens {
  return {
    singles: {
      event: eventView,
      room: ({ state }) => roomOf(state, room),
      stage(scene) {
        const stage = scene.state.tables.stages.get(room);
        return stage
          ? { ...stageView(stage), room: roomOf(scene.state, room) ?? { id: room, name: room } }
          : null;
      },
      question: (scene) => shownQuestion(scene, room),
    },
    collections: { sessions: attendeeLens.collections['sessions'] ?? { ids: () => [], row: () => null } },
  };
}

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
  const { id, n, text, author, attendance, upvotes } = publicQuestion(scene, question);
  return { id, n, text, author, attendance, upvotes };
}
