import { useCallback, useEffect, useRef } from 'react';
import type { DisplayView, QuestionView, StageView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { keyLock } from '../actions/locks.ts';
import type { StageActions } from '../actions/stage-actions.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { displayStatus } from './display-status.ts';

const say = catalogue(deskMessages);

/** How long Take next is deaf at most after something was put on screen, in milliseconds; less once every display confirmed. */
const lockTime = 1_000;

/**
 * Puts questions on screen, one a press: whoever presses twice, by key or by mouse, takes one. Take next is locked until
 * every display has confirmed, a second at most; Show, which names its question, only as long as any key.
 */
export function useShow(props: {
  actions: StageActions;
  upNext: readonly QuestionView[];
  stage: StageView | null;
  displays: readonly DisplayView[];
  /** Why nothing can be shown now; null where it can. */
  refuse: (line: string) => void;
}): { show: (question: QuestionView) => void; takeNext: () => void } {
  const { actions, upNext, stage, displays, refuse } = props;
  const lock = useRef({ pressed: Number.NEGATIVE_INFINITY, open: true, question: '' });
  const next = upNext[0] ?? null;

  useEffect(() => {
    const { current } = lock;
    const isThere = stage?.show.kind === 'question' && stage.show.question === current.question;
    const { confirmed, total } = displayStatus(displays, stage, Date.now());
    if (isThere && total > 0 && confirmed === total) current.open = true;
  }, [stage, displays]);

  const put = useCallback(
    (question: QuestionView, unconfirmed = keyLock) => {
      const { current } = lock;
      const since = performance.now() - current.pressed;
      if (since < (current.open ? keyLock : unconfirmed)) return;
      lock.current = { pressed: performance.now(), open: false, question: question.id };
      void actions.show(question).then((done) => {
        if (!done) lock.current.open = true;
      });
    },
    [actions],
  );
  const takeNext = useCallback(() => {
    if (next === null) {
      if (performance.now() - lock.current.pressed >= lockTime) refuse(say('no.upNext'));
      return;
    }
    put(next, lockTime);
  }, [next, put, refuse]);
  const show = useCallback((question: QuestionView) => put(question), [put]);
  return { show, takeNext };
}
