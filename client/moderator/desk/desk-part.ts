import { useRef, useState } from 'react';
import { useMedia } from '../../look/use-media.ts';
import type { ListName } from '../actions/list-name.ts';

/** Windows that hold one part of the desk at a time: phones, and tablets upright. */
export const handheld = '(max-width: 52rem)';

/** The parts of a desk in the hand: what is to be reviewed, the open questions, and what the room sees. */
export type DeskPart = 'review' | 'queue' | 'screen';

/** Which part of the desk is in sight, and how to go to another; null where all of it is. It follows the frame. */
export function useDeskPart(
  list: ListName,
  beside: ListName,
  onList: (list: ListName) => void,
): {
  part: DeskPart | null;
  open: (part: DeskPart) => void;
  /** To where words for the screen are written, and back from there to where one was. */
  toWords: () => void;
  fromWords: () => void;
} {
  const one = useMedia(handheld);
  const [screen, setScreen] = useState(false);
  const before = useRef(false);
  return {
    part: one ? (screen ? 'screen' : list === 'waiting' ? 'review' : 'queue') : null,
    open(part) {
      setScreen(part === 'screen');
      if (part !== 'screen') onList(part === 'review' ? 'waiting' : beside);
    },
    toWords() {
      before.current = screen;
      setScreen(true);
    },
    fromWords: () => setScreen(before.current),
  };
}
