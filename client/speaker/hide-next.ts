import { useState } from 'react';
import { onDevice } from '../look/device-storage.ts';

const key = 'backrow.hideNextQuestions';

/** Whether this browser's speaker would rather not see what is asked next; kept in the browser. */
export function useHideNext(): [hidden: boolean, setHidden: (hidden: boolean) => void] {
  const [hidden, setHidden] = useState(() => onDevice.read(key) === 'yes');
  const set = (next: boolean) => {
    setHidden(next);
    onDevice.write(key, next ? 'yes' : 'no');
  };
  return [hidden, set];
}
