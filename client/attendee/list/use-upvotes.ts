import { useCallback, useMemo, useState } from 'react';
import { useOwnFollowed, useSend, useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { useText } from '../../look/messages.ts';
import { askerSentence } from '../../refusals/asker.ts';
import { boardMessages } from '../messages/board.en.ts';

/** The last press on each question of which the view does not speak yet. */
type Pressed = Readonly<Record<string, { on: boolean }>>;

/** My upvotes as they are shown, and the way to press. */
export interface Upvotes {
  supported: (id: string) => boolean;
  /** A count with my press in it that the server has not counted yet. */
  counted: (id: string, upvotes: number | null) => number | null;
  upvote: (id: string, on: boolean) => void;
}

/** My upvotes with an answer at once: what was pressed lies over the view until the view speaks of it. */
export function useUpvotes(): Upvotes {
  const say = useText(boardMessages);
  const send = useSend();
  const followed = useOwnFollowed();
  const announce = useAnnounce();
  const upvoted = useView((view) => view.me?.upvoted);
  const known = useMemo(() => new Set(upvoted), [upvoted]);
  const [pressed, setPressed] = useState<Pressed>({});

  const upvote = useCallback(
    (id: string, on: boolean) => {
      const press = { on };
      setPressed((before) => ({ ...before, [id]: press }));
      const lift = () =>
        setPressed((before) => {
          const { [id]: latest, ...others } = before;
          return latest === press ? others : before;
        });
      void send({ type: 'question.upvote', question: id, on }).then((outcome) => {
        if (outcome.ok) {
          void followed(outcome.seq).then(lift);
          return;
        }
        lift();
        announce(say('upvote.failed', { message: askerSentence(outcome) }));
      });
    },
    [send, followed, announce, say],
  );
  return useMemo(
    () => ({
      supported: (id) => pressed[id]?.on ?? known.has(id),
      counted: (id, upvotes) =>
        upvotes === null ? null : upvotes + Number(pressed[id]?.on ?? known.has(id)) - Number(known.has(id)),
      upvote,
    }),
    [pressed, known, upvote],
  );
}
