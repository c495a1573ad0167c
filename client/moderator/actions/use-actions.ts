import { useMemo } from 'react';
import { useServerClock } from '../../connection/hooks.tsx';
import { type QuestionDeeds, questionDeeds } from './question-actions.ts';
import { type SessionDeeds, sessionDeeds } from './session-actions.ts';
import { type StageDeeds, stageDeeds } from './stage-actions.ts';
import type { Commands } from './use-commands.ts';

/** What an operator can do, by what it is done to. Every deed names its target and sets a state. */
export interface Deeds {
  question: QuestionDeeds;
  stage: StageDeeds;
  session: SessionDeeds;
}

/** The deeds of a desk in a room; while `crewOnly`, it keeps changes of times to the crew. */
export function useDeeds(
  { run, runAll }: Pick<Commands, 'run' | 'runAll'>,
  room: string,
  crewOnly: boolean,
): Deeds {
  const clock = useServerClock();
  return useMemo(
    () => ({
      question: questionDeeds(run, runAll),
      stage: stageDeeds(run, runAll, room),
      session: sessionDeeds(run, crewOnly, clock),
    }),
    [run, runAll, room, crewOnly, clock],
  );
}
