import { useCallback, useState } from 'react';

/** What is being written at this desk. */
export interface DeskDraft {
  text: string;
  write: (text: string) => void;
  /** Hands the text on, without the spaces round it. It is gone once that was done, and stays where it was not. */
  hand: (deed: (text: string) => Promise<boolean>) => Promise<boolean>;
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
  const [text, setText] = useState(() => kept(name) ?? first);
  const [underway, setUnderway] = useState(false);
  const write = useCallback(
    (next: string) => {
      keep(name, next);
      setText(next);
    },
    [name],
  );
  const drop = useCallback(() => {
    keep(name, null);
    setText(first);
  }, [name, first]);
  const hand = useCallback(
    async (deed: (text: string) => Promise<boolean>) => {
      setUnderway(true);
      const done = await deed(text.trim());
      setUnderway(false);
      // What was typed meanwhile has not been handed on.
      if (done && (kept(name) ?? text) === text) drop();
      return done;
    },
    [name, text, drop],
  );
  return { text, write, hand, underway, drop };
}

/** Where a browser keeps nothing, the texts last as long as the page. */
const here = new Map<string, string>();

function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(name) ?? here.get(name) ?? null;
  } catch {
    return here.get(name) ?? null;
  }
}

function keep(name: string, text: string | null): void {
  if (text === null) here.delete(name);
  else here.set(name, text);
  try {
    if (text === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // Private windows and full disks.
  }
}
