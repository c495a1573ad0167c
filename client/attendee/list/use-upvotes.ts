import { useCallback, useMemo, useState } from 'react';
import { useSend, useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { askerSentence } from '../../refusals/asker.ts';
import { boardMessages } from '../messages/board.en.ts';

/** What I pressed and the view does not show yet. */
type Pressed = Readonly<Record<string, boolean>>;

/** How long an accepted upvote may be missing from the view before the view is believed, in milliseconds. */
const patience = 5_000;

/** My upvotes as they are shown, and the way to press. */
export interface Upvotes {
  supported: (id: string) => boolean;
  /** A count with my press in it that the server has not counted yet. */
  counted: (id: string, upvotes: number | null) => number | null;
  upvote: (id: string, on: boolean) => void;
}

/** My upvotes with an answer at once: what was pressed lies over the view until the view says the same. */
export function useUpvotes(): Upvotes {
  const say = useText(boardMessages);
  const send = useSend();
  const announce = useAnnounce();
  const upvoted = useView((view) => view.me?.upvoted);
  const known = useMemo(() => new Set(upvoted), [upvoted]);
  const [pressed, setPressed] = useState<Pressed>({});

  const upvote = useCallback(
    (id: string, on: boolean) => {
      setPressed((before) => ({ ...before, [id]: on }));
      const lift = () =>
        setPressed(({ [id]: latest, ...others }) =>
          latest === on || latest === undefined ? others : { ...others, [id]: latest },
        );
      void send({ type: 'question.upvote', question: id, on }).then((outcome) => {
        if (outcome.ok) {
          setTimeout(lift, patience);
          return;
        }
        lift();
        announce(say('upvote.failed', { message: askerSentence(outcome) }));
      });
    },
    [send, announce, say],
  );
  return useMemo(
    () => ({
      supported: (id) => pressed[id] ?? known.has(id),
      counted: (id, upvotes) =>
        upvotes === null ? null : upvotes + Number(pressed[id] ?? known.has(id)) - Number(known.has(id)),
      upvote,
    }),
    [pressed, known, upvote],
  );
}
