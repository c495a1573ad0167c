import { useSyncExternalStore } from 'react';
import { onDevice } from './device-storage.ts';
import { useMedia } from './use-media.ts';

/** How a page may look by its reader's choice: each with its values, the first where nobody chose. */
const choices = {
  theme: ['system', 'light', 'dark'],
  text: ['normal', 'large', 'larger'],
  density: ['auto', 'compact', 'comfortable'],
} as const;

type Choices = typeof choices;
type ValueOf<Name extends keyof Choices> = Choices[Name][number];

/** Dresses this page as was chosen on this device; a page of the server's calls it once, before it is drawn. */
export function dressPage(): void {
  dress('theme', stored('theme'));
  dress('text', stored('text'));
}

/** Told of every choice, so that all of a page that follows it changes at once. */
const listeners = new Set<() => void>();

/** What was chosen on this device, and how to choose another. Theme and size of text change the page at once. */
export function useAppearance<Name extends keyof Choices>(
  name: Name,
): [ValueOf<Name>, (value: ValueOf<Name>) => void] {
  const value = useSyncExternalStore(listen, () => stored(name));
  return [
    value,
    (chosen) => {
      onDevice.write(keyOf(name), chosen === choices[name][0] ? null : chosen);
      if (name !== 'density') dress(name, chosen);
      for (const heard of listeners) heard();
    },
  ];
}

function listen(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

/** How close rows and buttons of the staff's pages stand: as was chosen, else compact where a mouse points at them. */
export function useDensity(): 'compact' | 'comfortable' {
  const [chosen] = useAppearance('density');
  const mouse = useMedia('(pointer: fine)');
  return chosen !== 'auto' ? chosen : mouse ? 'compact' : 'comfortable';
}

function dress(name: keyof Choices, value: string): void {
  const { dataset } = document.documentElement;
  if (value === choices[name][0]) delete dataset[name];
  else dataset[name] = value;
}

function stored<Name extends keyof Choices>(name: Name): ValueOf<Name> {
  const kept = onDevice.read(keyOf(name));
  const known: readonly ValueOf<Name>[] = choices[name];
  return known.find((value) => value === kept) ?? choices[name][0];
}

function keyOf(name: string): string {
  return `backrow.look.${name}`;
}
