import { useRef } from 'react';
import { allows } from '../../../shared/questions/moves.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { settleTime } from '../actions/locks.ts';
import { rowChangedLine } from '../actions/row-changed-line.ts';
import { deskMessages } from '../messages/desk.en.ts';

const say = catalogue(deskMessages);

/** How long Answered means the question on screen after it was marked, in milliseconds. */
const answeredPause = 3_000;

/** Marks the question on screen as answered, else the row in the frame; `answer` does it, `refuse` says why not. */
export function useAnswer(props: {
  onScreen: QuestionView | null;
  row: QuestionView | null;
  /** Since when the row is in the frame, in performance time. */
  rowSince: () => number;
  answer: (question: QuestionView) => void;
  refuse: (line: string) => void;
}): () => void {
  const { onScreen, row, rowSince, answer, refuse } = props;
  const answeredAt = useRef(Number.NEGATIVE_INFINITY);
  return () => {
    const isDone = onScreen?.status === 'answered';
    // Whoever presses twice to be sure means the one on screen both times, and no row besides.
    if (isDone && (row?.id === onScreen.id || performance.now() - answeredAt.current < answeredPause))
      return refuse(say('no.answered'));
    const target = onScreen && !isDone ? onScreen : row;
    if (target !== onScreen && performance.now() - rowSince() < settleTime)
      return refuse(rowChangedLine('answered'));
    answeredAt.current = performance.now();
    if (target && allows('answer', target.status)) answer(target);
    else refuse(say('no.row'));
  };
}
