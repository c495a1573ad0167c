import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Tab } from './tabs.tsx';

/** Which part of the page is in sight; each is left and found again where it was scrolled to. */
export function useTabs(wide: boolean): { tab: Tab; show: (tab: Tab) => void } {
  const [chosen, setChosen] = useState<Tab>('questions');
  const tab = wide && chosen === 'programme' ? 'questions' : chosen;
  const places = useRef<Partial<Record<Tab, number>>>({});
  const before = useRef(tab);
  const show = useCallback((next: Tab) => {
    places.current[before.current] = scrollY;
    setChosen(next);
  }, []);
  useLayoutEffect(() => {
    if (before.current === tab) return;
    before.current = tab;
    scrollTo({ top: places.current[tab] ?? 0, behavior: 'instant' });
  }, [tab]);
  return { tab, show };
}
