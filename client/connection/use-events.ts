import { useCallback, useEffect, useState } from 'react';
import type { EventList } from '../../shared/wire/http.ts';
import { type Answer, listEvents } from './http.ts';

/** The public list of events, null while it is on its way, and how to ask for it again. */
export function useEvents(): [Answer<EventList> | null, () => void] {
  const [events, setEvents] = useState<Answer<EventList> | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let wanted = true;
    void listEvents().then((answer) => wanted && setEvents(answer));
    return () => {
      wanted = false;
    };
  }, [tries]);
  const again = useCallback(() => {
    setEvents(null);
    setTries((before) => before + 1);
  }, []);
  return [events, again];
}
