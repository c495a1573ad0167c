import type { QuestionView, StageView, View } from '../../shared/views/view.ts';

/** What is on the room's screen, for the one who cannot see it. */
export type OnScreen =
  | { kind: 'question'; question: QuestionView }
  | { kind: 'message'; text: string }
  | { kind: 'black' | 'otherQuestion' | Exclude<StageView['show']['kind'], 'question' | 'message'> };

/** What is on the screen of the speaker's room, as far as speakers may know. */
export function onScreen({ stage, questions }: View): OnScreen {
  if (!stage) return { kind: 'auto' };
  if (stage.black) return { kind: 'black' };
  const { show } = stage;
  if (show.kind === 'message') return { kind: 'message', text: show.text };
  if (show.kind !== 'question') return { kind: show.kind };
  const question = questions?.[show.question];
  return question && isPublic(question) ? { kind: 'question', question } : { kind: 'otherQuestion' };
}

/** The next two questions in their order, without the one on screen. Nothing that is not in the list. */
export function nextTwo({ upNext = {}, questions = {}, stage, session }: View): QuestionView[] {
  const shown = stage?.show.kind === 'question' ? stage.show.question : null;
  return Object.entries(upNext)
    .sort(([, a], [, b]) => a.position - b.position)
    .flatMap(([id]) => questions[id] ?? [])
    .filter(
      ({ id, session: of, status, text }) => id !== shown && of === session?.id && status === 'live' && text,
    )
    .slice(0, 2);
}

function isPublic({ status }: QuestionView): boolean {
  return status === 'live' || status === 'answered';
}
