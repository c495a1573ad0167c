import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

/** Says a sentence to screen readers: politely, or at once where waiting would cost something. */
export type Announce = (sentence: string, urgency?: 'polite' | 'alert') => void;

const Voice = createContext<Announce>(() => {});

/** Time between two announcements; quicker ones get lost in browsers and screen readers. Milliseconds. */
const spacing = 1_000;

/** How many sentences may wait; of a longer queue the oldest are dropped, the latest say how it is now. */
const queueLimit = 4;

/** The page's one polite and one assertive region, empty at load. Put one around a screen. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [spoken, setSpoken] = useState({ polite: '', alert: '' });
  const queue = useRef<string[]>([]);
  const announce = useCallback<Announce>((sentence, urgency = 'polite') => {
    if (urgency === 'alert') setSpoken((before) => ({ ...before, alert: again(before.alert, sentence) }));
    else
      queue.current = [...queue.current.filter((waiting) => waiting !== sentence), sentence].slice(
        -queueLimit,
      );
  }, []);
  useEffect(() => {
    const timer = setInterval(() => {
      const next = queue.current.shift();
      if (next !== undefined) setSpoken((before) => ({ ...before, polite: again(before.polite, next) }));
    }, spacing);
    return () => clearInterval(timer);
  }, []);
  return (
    <Voice value={announce}>
      {children}
      <div role="status" className="unseen">
        {spoken.polite}
      </div>
      <div role="alert" className="unseen">
        {spoken.alert}
      </div>
    </Voice>
  );
}

/** How a screen speaks. */
export function useAnnounce(): Announce {
  return useContext(Voice);
}

/** The same sentence twice must differ to be spoken twice. */
function again(before: string, sentence: string): string {
  return before === sentence ? `${sentence}\u00a0` : sentence;
}
