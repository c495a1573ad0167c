import { later } from '../written/moments.ts';
import type { Component } from './components.ts';
import { type CalendarTime, placed } from './times.ts';
import type { CalendarEvent } from './versions.ts';

/** Whether an event changes its series from one time on (RANGE=THISANDFUTURE), and not that time alone. */
export function isFuture({ properties }: Pick<Component, 'properties'>): boolean {
  const changed = properties.find(({ name }) => name === 'RECURRENCE-ID');
  const range = changed?.parameters.get('RANGE')?.toUpperCase();
  return range === 'THISANDFUTURE' && /T\d/i.test(changed?.value ?? '');
}

/**
 * What holds for one time of a series: the event itself, or the last that changed it from then on, and when it takes
 * place: as much earlier or later than the rule says as that one.
 */
export function changedFrom(
  event: CalendarEvent,
  time: CalendarTime,
  futures: readonly CalendarEvent[],
): { by: CalendarEvent; at: CalendarTime } {
  const changes = futures.filter(
    ({ uid, replaced }) =>
      event.replaces === null && uid === event.uid && replaced && replaced.local <= time.local,
  );
  const by = changes
    .toSorted((a, b) => (a.replaced?.local ?? '').localeCompare(b.replaced?.local ?? ''))
    .at(-1);
  if (!by?.replaced) return { by: event, at: time };
  const zone = by.start.zone ?? time.zone;
  const moved = (Date.parse(`${by.start.local}Z`) - Date.parse(`${by.replaced.local}Z`)) / 60_000;
  return { by, at: placed(later(time.local, moved), zone) ?? time };
}
