import { useSyncExternalStore } from 'react';

/** The pages of the organizer, in the order of the rail; each has an address of its own. */
export const places = ['overview', 'programme', 'people', 'screens', 'settings', 'export'] as const;
export type Place = (typeof places)[number];

/** The address of a page, from the organizer's page: `#programme`; the overview has none but the page's own. */
export function addressOf(place: Place): string {
  return place === 'overview' ? '#' : `#${place}`;
}

/** The page that the address bar names, now and whenever it changes. */
export function usePlace(): Place {
  return useSyncExternalStore(listen, placeHere);
}

function placeHere(): Place {
  const named = location.hash.slice(1);
  return places.find((place) => place === named) ?? 'overview';
}

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
