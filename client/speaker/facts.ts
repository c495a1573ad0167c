import { allows } from '../../shared/questions/moves.ts';
import type { MessageView, QuestionView, StageView, View } from '../../shared/views/view.ts';
import { stageIn } from '../stage/scene.ts';

/** What is on the room's screen, for the one who cannot see it. */
export type OnScreen =
  | { kind: 'question'; question: QuestionView }
  | { kind: 'message'; text: string }
  | { kind: 'black' | 'otherQuestion' | Exclude<StageView['show']['kind'], 'question' | 'message'> };

/** What is on the screen of the speaker's room, as far as speakers may know. */
export function onScreen({ event, stage: asked = null, questions }: View): OnScreen {
  const stage = stageIn(event, asked);
  if (!stage) return { kind: 'auto' };
  if (stage.black) return { kind: 'black' };
  const { show } = stage;
  if (show.kind === 'message') return { kind: 'message', text: show.text };
  if (show.kind !== 'question') return { kind: show.kind };
  const question = questions?.[show.question];
  return question && allows('show', question.status)
    ? { kind: 'question', question }
    : { kind: 'otherQuestion' };
}

/**
 * The next two questions in their order, without the one on screen: of this session's list, or kept for it. Nothing that
 * no moderator let through.
 */
export function nextTwo({ event, upNext = {}, questions = {}, stage, session }: View): QuestionView[] {
  if (event?.closed) return [];
  const shown = stage?.show.kind === 'question' ? stage.show.question : null;
  return Object.entries(upNext)
    .sort(([, a], [, b]) => a.position - b.position)
    .flatMap(([id]) => questions[id] ?? [])
    .filter(({ id, session: of, status, text }) => {
      const theirs = status === 'kept' || (status === 'live' && of === session?.id);
      return id !== shown && theirs && text;
    })
    .slice(0, 2);
}

/** What was announced to everybody or to the speakers and still holds at a moment (epoch ms): the newest first. */
export function announced({ messages = {} }: View, at: number): MessageView[] {
  return Object.values(messages)
    .filter(({ to, until }) => {
      const over = until !== null && Date.parse(until) <= at;
      return (to === 'all' || to === 'speakers') && !over;
    })
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
