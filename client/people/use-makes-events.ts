import { useEffect, useState } from 'react';
import { mayMakeEvents } from '../connection/http.ts';

/** Whether this browser may make events here; false until the server has said so. */
export function useMakesEvents(): boolean {
  const [may, setMay] = useState(false);
  useEffect(() => {
    let here = true;
    void mayMakeEvents().then((answer) => {
      if (here) setMay(answer);
    });
    return () => {
      here = false;
    };
  }, []);
  return may;
}
