import type { Audience } from './audience.ts';
import type { EventFacts } from './facts.ts';
import type { Policy } from './policy.ts';

/** The event itself; one row, under the id `event`. */
export interface EventRow extends Omit<EventFacts, 'policy'> {
  readonly id: 'event';
  policy: Policy;
  /** Closed by its organizer: readable, nothing more is taken. */
  closed: boolean;
}

/** An announcement. */
export interface MessageRow {
  readonly id: string;
  text: string;
  to: Audience;
  at: number;
  until: number | null;
  ended: boolean;
}

declare module '../state/tables.ts' {
  interface Tables {
    event: EventRow;
    messages: MessageRow;
  }
}
