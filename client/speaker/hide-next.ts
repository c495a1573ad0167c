import { useState } from 'react';

const key = 'backrow.hideNextQuestions';

/** Whether this browser's speaker would rather not see what is asked next; kept in the browser. */
export function useHideNext(): [hidden: boolean, setHidden: (hidden: boolean) => void] {
  const [hidden, setHidden] = useState(remembered);
  const set = (next: boolean) => {
    setHidden(next);
    try {
      localStorage.setItem(key, next ? 'yes' : 'no');
    } catch {
      // Not kept: it holds until the page is left.
    }
  };
  return [hidden, set];
}

function remembered(): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}
