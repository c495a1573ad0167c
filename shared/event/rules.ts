import { makeRow, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import { eventOf } from '../state/state.ts';
import type {
  announceData,
  announceEndSchema,
  clockTrustSchema,
  closeSchema,
  policySetSchema,
  sampleData,
} from './commands.ts';
import { refuse } from './refusals.ts';

/** [E1] Switches: those that are named are set, the others stay. */
export const setPolicy: Rule<typeof policySetSchema> = {
  decide: () => null,
  evolve(state, data) {
    const event = eventOf(state);
    if (!event) return [];
    const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
    return setFields('event', event, { policy: { ...event.policy, ...given } });
  },
};

/** [E2] Announce: to an audience, until an instant or until it is ended. Refuses: `announcement-over`. */
export const announce: Rule<typeof announceData> = {
  decide: (_state, data, { now }) =>
    data.until === undefined || data.until > now
      ? null
      : refuse('not-now', 'announcement-over', { now: { until: 'past' } }),
  evolve: (_state, data, { id, now }) => [
    makeRow('messages', {
      id,
      text: data.text,
      to: data.to,
      at: now,
      until: data.until ?? null,
      ended: false,
    }),
  ],
};

/** [E3] An announcement is ended. Refuses: `announcement-unknown`. */
export const endAnnouncement: Rule<typeof announceEndSchema> = {
  decide: (state, data) =>
    state.tables.messages.has(data.message) ? null : refuse('unknown', 'announcement-unknown'),
  evolve(state, data) {
    const message = state.tables.messages.get(data.message);
    return message ? setFields('messages', message, { ended: true }) : [];
  },
};

/** [E4] Close: everything stays readable, and only the organizer's commands are taken. */
export const close: Rule<typeof closeSchema> = {
  decide: () => null,
  evolve(state, data) {
    const event = eventOf(state);
    return event ? setFields('event', event, { closed: data.on ?? true }) : [];
  },
};

/** [T44] The server's clock is trusted again: the log says when and by whom, and nothing of the event changes. */
export const trustClock: Rule<typeof clockTrustSchema> = { decide: () => null, evolve: () => [] };

/** Totals of readers: what was counted stands in the log, and changes nothing of the event. */
export const sample: Rule<typeof sampleData> = { decide: () => null, evolve: () => [] };
