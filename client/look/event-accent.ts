import { useLayoutEffect } from 'react';
import { tintOf } from '../../shared/event/accent.ts';

/** Dresses this page in an event's own colour, and in its tint by night; tokens.css says where it stands. Null: in none. */
export function useEventAccent(accent: string | null | undefined): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(accentTokens(accent))) style.setProperty(name, value);
    return () => {
      for (const name of Object.keys(accentTokens('#000000'))) style.removeProperty(name);
    };
  }, [accent]);
}

/** An event's colour as the tokens of whatever it dresses; none where it has no colour of its own. */
export function accentTokens(accent: string | null | undefined): Readonly<Record<string, string>> {
  return accent == null ? {} : { '--event': accent, '--event-tint': tintOf(accent) };
}
