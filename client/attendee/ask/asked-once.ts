import { useState } from 'react';
import { useView } from '../../connection/hooks.tsx';
import { remember, remembered } from './kept-texts.ts';

/** Whether where somebody is at an event was only guessed so far, on this device. */
export function isPlaceGuessed(slug: string): boolean {
  return remembered(`attendance.${slug}`) === null;
}

/** Where somebody is, is asked once: beside their first question. Sending it takes the guess for the answer. */
export function useAskedOnce(slug: string): { asks: boolean; settle: () => void } {
  const attendance = useView((view) => view.me?.attendance);
  const key = `attendance.${slug}`;
  const [asks, setAsks] = useState(() => isPlaceGuessed(slug));
  const settle = () => {
    if (attendance === undefined || !asks) return;
    remember(key, attendance);
    setAsks(false);
  };
  return { asks, settle };
}
