import { useCallback, useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import { remember, remembered } from '../ask/kept-texts.ts';

const listeners = new Set<() => void>();
const known = new Map<string, { text: string | null; starred: ReadonlySet<string> }>();

/** The sessions of an event that are starred on this device, and how to star one or take its star. */
export function useStars(slug: string): { starred: ReadonlySet<string>; toggle: (id: string) => void } {
  const starred = useSyncExternalStore(listen, () => starsOf(slug));
  const toggle = useCallback(
    (id: string) => {
      const before = starsOf(slug);
      const after = before.has(id) ? [...before].filter((each) => each !== id) : [...before, id];
      remember(keyOf(slug), JSON.stringify(after));
      for (const listener of listeners) listener();
    },
    [slug],
  );
  return { starred, toggle };
}

/** The same set as long as the same is kept. */
function starsOf(slug: string): ReadonlySet<string> {
  const text = remembered(keyOf(slug));
  const before = known.get(slug);
  if (before && before.text === text) return before.starred;
  const starred = new Set(parsed(text));
  known.set(slug, { text, starred });
  return starred;
}

function parsed(text: string | null): readonly string[] {
  try {
    return z.array(z.string()).safeParse(JSON.parse(text ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

function keyOf(slug: string): string {
  return `stars.${slug}`;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
