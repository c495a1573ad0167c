import { makeRow, setFields } from '../state/change.ts';
import type { Recorder } from '../state/recorder.ts';
import type { Fields, Rule } from '../state/rule.ts';
import { eventOf } from '../state/state.ts';
import { holdsWhite, leastContrast } from './accent.ts';
import type {
  announceData,
  announceEndSchema,
  clockTrustSchema,
  closeSchema,
  policySetSchema,
  sampleData,
} from './commands.ts';
import { withSwitches } from './policy.ts';
import { refuse } from './refusals.ts';

/**
 * [E1] Switches: those that are named are set, the others stay. [E7] White text has to be readable on an accent.
 * Refuses: `accent-too-light`.
 */
export const setPolicy: Rule<typeof policySetSchema> = {
  decide: (_state, { look }) =>
    look?.accent == null || holdsWhite(look.accent)
      ? null
      : refuse('malformed', 'accent-too-light', { of: 'accent', limit: leastContrast }),
  evolve(state, data) {
    const event = eventOf(state);
    return event ? setFields('event', event, { policy: withSwitches(event.policy, data) }) : [];
  },
};

/** What is recorded of switches: the digest of a logo in its place. */
export function recordPolicy(
  { look, ...said }: Fields<typeof policySetSchema>,
  recorder: Recorder,
): Fields<typeof policySetSchema> {
  if (look === undefined) return said;
  const { accent, logo } = look;
  return {
    ...said,
    look: {
      ...(accent !== undefined && { accent }),
      ...(logo !== undefined && { logo: logo && recorder.logo('look.logo', logo) }),
    },
  };
}

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
