import { homeOf } from '../../../shared/rundown/home.ts';
import type {
  DisplayView,
  EventView,
  QuestionView,
  SessionView,
  StageView,
  View,
} from '../../../shared/views/view.ts';
import type { ShownQuestion, StageSource } from '../../stage/scene.ts';

/** What the desk knows of a room's stage, in the words of the stage itself. */
export function stageSource(view: View, room: string): StageSource | null {
  const { event, sessions = {} } = view;
  if (!event) return null;
  const stage = view.stages?.[room] ?? null;
  const asked = stage?.show.kind === 'question' ? view.questions?.[stage.show.question] : undefined;
  return {
    event,
    room: event.rooms.find(({ id }) => id === room) ?? null,
    stage,
    question: asked ? publicly(asked, event, sessions) : null,
    sessions: told(sessions),
  };
}

/** Sessions as the room was told of them: minutes that only the crew knows are on no screen. */
function told(sessions: Readonly<Record<string, SessionView>>): Record<string, SessionView> {
  return Object.fromEntries(
    Object.entries(sessions).map(([id, session]) => {
      const { toldStart, toldEnd, toldQaStart } = session;
      return [
        id,
        {
          ...session,
          expectedStart: toldStart === undefined ? session.expectedStart : toldStart,
          expectedEnd: toldEnd === undefined ? session.expectedEnd : toldEnd,
          qaStart: toldQaStart === undefined ? session.qaStart : toldQaStart,
        },
      ];
    }),
  );
}

/** The same stage as a display drew it: what it said it shows, where that is something else than it was asked for. */
export function drawnSource(view: View, room: string, display: DisplayView | null): StageSource | null {
  const source = stageSource(view, room);
  if (source === null || source.stage === null || display === null) return source;
  const drawn = drawnStage(source.stage, display);
  const question = display.question === null ? undefined : view.questions?.[display.question];
  return {
    ...source,
    stage: drawn,
    question: question ? publicly(question, source.event, source.sessions) : null,
  };
}

/** The stage of the room if this question were shown now, in other words where somebody writes them. */
export function previewOf(
  view: View,
  room: string,
  question: QuestionView | null,
  draft: string | null,
): StageSource | null {
  const source = stageSource(view, room);
  if (source === null || question === null) return null;
  const shown = publicly(question, source.event, source.sessions);
  return {
    ...source,
    stage: { room, show: { kind: 'question', question: question.id }, black: false, since: '' },
    question: draft === null ? shown : { ...shown, text: draft },
  };
}

/** The stage of the room if something that is no question were shown now. */
export function scenePreview(view: View, room: string, show: StageView['show']): StageSource | null {
  const source = stageSource(view, room);
  return source && { ...source, stage: { room, show, black: false, since: '' }, question: null };
}

/** A question as everybody may see it: no name of the anonymous, no counts while the session collects. */
export function publicly(
  question: QuestionView,
  event: EventView,
  sessions: Readonly<Record<string, SessionView>>,
): ShownQuestion {
  const session = question.session === null ? undefined : sessions[question.session];
  const { id, n, text, attendance, part } = question;
  const home = homeOf(question);
  const named = event.policy.names !== false && question.anonymous !== true;
  return {
    id,
    n,
    text,
    attendance,
    author: named ? question.author : null,
    upvotes: session?.phase === 'collect' ? null : question.upvotes,
    session: home.session,
    part: home.session === question.session ? part : null,
  };
}

/** What a stage would have to say for a display to have drawn this. */
function drawnStage(stage: StageView, { kind, question }: DisplayView): StageView {
  if (kind === 'black') return { ...stage, black: true };
  if (question !== null) return { ...stage, black: false, show: { kind: 'question', question } };
  const isAsked = stage.show.kind === kind || stage.show.kind === 'scene';
  const show = isAsked ? stage.show : fixed.find((known) => known.kind === kind);
  return { ...stage, black: false, show: show ?? { kind: 'auto' } };
}

const fixed: readonly StageView['show'][] = [
  { kind: 'timeline' },
  { kind: 'timer' },
  { kind: 'join' },
  { kind: 'blank' },
  { kind: 'test' },
];
