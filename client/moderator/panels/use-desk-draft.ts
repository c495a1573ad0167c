import { useCallback, useState } from 'react';
import { inTab } from '../../look/device-storage.ts';

/** What is being written at this desk. */
export interface DeskDraft {
  text: string;
  write: (text: string) => void;
  /** Hands the text on, without the spaces round it. It is gone once that was done, and stays where it was not. */
  hand: (submit: (text: string) => Promise<boolean>) => Promise<boolean>;
  /** Whether it is on its way. */
  underway: boolean;
  /** Gives it up. */
  drop: () => void;
}

/**
 * [X12] The text that is being written for one thing (`of`), beginning with `first`. It is kept until it was handed on: it
 * outlasts its panel, a refusal and a reload of the page, and never turns up under another thing. Give the component a
 * `key` where `of` may change.
 */
export function useDeskDraft(of: string, first = ''): DeskDraft {
  const name = `backrow.desk${location.pathname}.${of}`;
  const [text, setText] = useState(() => inTab.read(name) ?? first);
  const [underway, setUnderway] = useState(false);
  const write = useCallback(
    (next: string) => {
      inTab.write(name, next);
      setText(next);
    },
    [name],
  );
  const drop = useCallback(() => {
    inTab.write(name, null);
    setText(first);
  }, [name, first]);
  const hand = useCallback(
    async (submit: (text: string) => Promise<boolean>) => {
      setUnderway(true);
      const done = await submit(text.trim());
      setUnderway(false);
      // What was typed meanwhile has not been handed on.
      if (done && (inTab.read(name) ?? text) === text) drop();
      return done;
    },
    [name, text, drop],
  );
  return { text, write, hand, underway, drop };
}
