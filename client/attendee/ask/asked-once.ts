import { useState } from 'react';
import { useView } from '../../connection/hooks.tsx';
import { remember, remembered } from './kept-texts.ts';

/** Where somebody is, is asked once: beside their first question. Sending it takes the guess for the answer. */
export function useAskedOnce(slug: string): { asks: boolean; settle: () => void } {
  const attendance = useView((view) => view.me?.attendance);
  const key = `attendance.${slug}`;
  const [asks, setAsks] = useState(() => remembered(key) === null);
  const settle = () => {
    if (attendance === undefined || !asks) return;
    remember(key, attendance);
    setAsks(false);
  };
  return { asks, settle };
}
