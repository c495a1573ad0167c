import { useEffect, useState } from 'react';
import './hyperlegible.css';

/** How long a page waits for its letters, in milliseconds; what was fitted in others keeps those until it is opened anew. */
const patience = 1_000;

/** Whether the letters of staff and screens can be drawn with, or will not be there in time: then whatever else there is. */
export function useLetters(): boolean {
  const [there, setThere] = useState(false);
  useEffect(() => {
    let here = true;
    void lettersThere().then(() => here && setThere(true));
    return () => {
      here = false;
    };
  }, []);
  return there;
}

/** Browsers that load no fonts at a word draw with what they have. */
async function lettersThere(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, patience));
  const load = document.fonts?.load('600 1em Hyperlegible').catch(() => undefined);
  await Promise.race([load, late]);
}
