import { useEffect, useRef } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';

/** Says once to whoever waits that no moderator is here, and once that one is here again. */
export function useSpokenDesk(mine: readonly QuestionView[]): void {
  const say = useText(boardMessages);
  const announce = useAnnounce();
  const unattended = useView((view) => view.event?.unattended) ?? false;
  const waits = mine.some(({ status }) => status === 'inReview');
  const said = useRef(false);
  useEffect(() => {
    const changed = unattended ? waits && !said.current : said.current;
    if (!changed) return;
    said.current = unattended;
    announce(say(unattended ? 'mine.deskEmpty' : 'mine.deskBack'));
  }, [unattended, waits, announce, say]);
}
