import { useMemo } from 'react';
import { useServerClock, useViewAsItIs } from '../../connection/display-hooks.ts';
import { type QuestionActions, questionActions } from './question-actions.ts';
import { type SessionActions, sessionActions } from './session-actions.ts';
import { type StageActions, stageActions } from './stage-actions.ts';
import type { Commands } from './use-commands.ts';

/** What an operator can do, by what it is done to. Every action names its target and sets a state. */
export interface Actions {
  question: QuestionActions;
  stage: StageActions;
  session: SessionActions;
}

/** The actions of a desk in a room; while `internal`, changes of times are told to nobody else. */
export function useActions(
  { run, runAll }: Pick<Commands, 'run' | 'runAll'>,
  room: string,
  internal: boolean,
): Actions {
  const clock = useServerClock();
  const look = useViewAsItIs();
  return useMemo(
    () => ({
      question: questionActions(run, runAll),
      stage: stageActions(run, runAll, room),
      session: sessionActions({ run, runAll }, { internal, clock, look }),
    }),
    [run, runAll, room, internal, clock, look],
  );
}
