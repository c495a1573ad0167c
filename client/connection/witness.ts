import type { Role } from '../../shared/people/role.ts';
import type { ViewStore } from './view-store.ts';

/**
 * Says in this window that a connection follows an event from now on, or no more, with what it follows in. Nobody listens
 * but the journeys, which ask each page at their end what it saw last; it holds nothing that the page does not.
 */
export function tellWitness(role: Role, store: ViewStore, open: boolean): void {
  dispatchEvent(new CustomEvent('backrow:connection', { detail: { role, store, open } }));
}
