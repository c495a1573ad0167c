import type { EventView } from '../../../shared/views/view.ts';
import { base } from '../../connection/base.ts';

/** A page of an event in this browser, where the organizer's own badge opens it. */
export function pageAt(event: Pick<EventView, 'slug'>, path: string): string {
  return `${base}/e/${encodeURIComponent(event.slug)}${path}`;
}

/** The page of a room's screen. */
export function stageAt(event: Pick<EventView, 'slug'>, room: string): string {
  return pageAt(event, `/stage/${encodeURIComponent(room)}`);
}

/** The link that brings people into an event: as others reach it, else as this browser does. */
export function joinLinkOf({ joinUrl, code }: Pick<EventView, 'joinUrl' | 'code'>): string {
  return joinUrl ?? `${location.origin}${base}/j/${code}`;
}
