import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { LateCode } from './late-code.ts';
import { LostPart } from './lost-part.tsx';
import { Shelter } from './shelter.tsx';

interface LatePartProps<P> {
  code: LateCode<P>;
  /** What the part is given once it is here. */
  of: P;
  /** Stands in its place until then. */
  waiting?: ReactNode;
  /** Never a word: a wall shows what it has. */
  silent?: boolean;
}

/**
 * [X2] A part of a page that loads late. Where its code does not come, or it breaks, it alone is missing: it says so,
 * is tried again by itself and by a button, and everything round it stays as it is.
 */
export function LatePart<P extends object>({ code, of, waiting = null, silent = false }: LatePartProps<P>) {
  useState(() => void code.fetch());
  const standing = useSyncExternalStore(code.follow, code.now);
  if (standing.of === 'coming') return waiting;
  if (standing.of === 'lost')
    return silent ? waiting : <LostPart why={standing.anew ? 'anew' : 'lost'} again={code.fetch} />;
  const { part: Part } = standing;
  return (
    <Shelter silent={silent}>
      <Part {...of} />
    </Shelter>
  );
}
