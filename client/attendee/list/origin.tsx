import type { QuestionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { titleOf } from '../../questions/place-title.ts';
import { boardMessages } from '../messages/board.en.ts';

/** Where a question was asked that belongs to another place now. */
export function Origin({ question }: { question: QuestionView }) {
  const say = useText(boardMessages);
  const title = useView((view) => titleOf(question.origin, view)) ?? null;
  return title === null ? null : <span>{say('list.origin', { title })}</span>;
}
