import { useState } from 'react';
import { type Draft, type DraftSession, indexOf, keyIn } from './draft.ts';

interface OpenSession {
  /** Its key; null: none is open. */
  open: string | null;
  /** Counts openings: a form that stays open is the same form. */
  opening: number;
  setOpen: (key: string | null) => void;
}

/** Which session's form is open: one that is published and gets its id meanwhile stays open. */
export function useOpenSession(draft: Draft | null): OpenSession {
  const [open, setOpen] = useState<string | null>(null);
  const [opening, setOpening] = useState(0);
  const [seen, setSeen] = useState<DraftSession | undefined>(undefined);
  const session = draft === null || open === null ? undefined : draft.sessions[indexOf(draft, open)];
  if (session !== undefined && session !== seen) setSeen(session);
  if (draft !== null && open?.startsWith('new ') && session === undefined && seen !== undefined) {
    const published = draft.sessions.findIndex(
      ({ title, start }) => title === seen.title && start === seen.start,
    );
    if (published >= 0) setOpen(keyIn(draft, published));
  }
  const choose = (key: string | null) => {
    setSeen(undefined);
    setOpen(key);
    setOpening(opening + 1);
  };
  return { open, opening, setOpen: choose };
}
