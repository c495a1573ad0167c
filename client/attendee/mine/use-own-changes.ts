import { useEffect, useRef } from 'react';
import { isOnScreen } from '../../../shared/stage/on-screen.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';

/**
 * Tells each change of a question of mine once, in one sentence: to the ear, and to `tell`, which shows it. Null where
 * nothing is to be told any more: what I did myself I know.
 */
export function useOwnChanges(mine: readonly QuestionView[], tell: (words: string | null) => void): void {
  const say = useText(boardMessages);
  const announce = useAnnounce();
  const stages = useView((view) => view.stages);
  const before = useRef<Map<string, MyState> | null>(null);
  useEffect(() => {
    const statuses = new Map(
      mine.map((question) => {
        const onScreen = isOnScreen(question.id, Object.values(stages ?? {}));
        return [question.id, stateOf(question, onScreen)];
      }),
    );
    for (const question of mine) {
      const state = statuses.get(question.id);
      const old = before.current?.get(question.id);
      if (old === undefined || state === undefined || old === state) continue;
      const words = say(`changed.${state}`, { text: shortened(question.text ?? '') });
      announce(words);
      tell(question.status === 'withdrawn' ? null : words);
    }
    before.current = statuses;
  }, [mine, stages, announce, say, tell]);
}

/** How a question of mine is, as far as its changes are told: its status, and where it stands while it is live. */
type MyState = QuestionView['status'] | 'onScreen' | 'upNext';

function stateOf({ status, upNext }: QuestionView, onScreen: boolean): MyState {
  if (onScreen) return 'onScreen';
  return status === 'live' && upNext !== null ? 'upNext' : status;
}

/** How much of a question tells which one it is, in characters. */
const enough = 60;

function shortened(text: string): string {
  return text.length > enough ? `${text.slice(0, enough).trimEnd()}…` : text;
}
