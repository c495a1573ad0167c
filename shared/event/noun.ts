import { organizers, staff } from '../people/role.ts';
import { command, made, noun, recordedCommand } from '../state/noun.ts';
import * as commands from './commands.ts';
import { eventRefusals } from './refusals.ts';
import * as rules from './rules.ts';

/** The event itself: its switches, what is announced to it, whether it is closed, how many follow it. */
export const event = noun('event', {
  refusals: eventRefusals,
  tables: {
    event: {
      instants: ['startsAt', 'endsAt'],
      unaudited: ['passcode'],
      unspoken: ['logo'],
      lasting: true,
      timed: true,
    },
    messages: {
      texts: ['text'],
      instants: ['at', 'until'],
      untold: ['text'],
      gone: () => ({ ended: true }),
      timed: true,
    },
  },
  due: ({ tables }) => [...tables.messages.values()].map(({ ended, until }) => (ended ? null : until)),
  kinds: [
    command(commands.policySetSchema, {
      by: staff,
      record: rules.recordPolicy,
      timed: 'anew',
      rule: rules.setPolicy,
    }),
    recordedCommand(commands.announceSchema, commands.announceData, {
      by: staff,
      record: ({ text, to, until }, recorder) => ({
        text: recorder.line('text', text),
        to,
        ...(until !== undefined && { until: Date.parse(until) }),
      }),
      creates: 'messages',
      rule: rules.announce,
    }),
    command(commands.announceEndSchema, { by: staff, rule: rules.endAnnouncement }),
    command(commands.closeSchema, { by: organizers, rule: rules.close }),
    command(commands.clockTrustSchema, {
      by: staff,
      lasting: true,
      trustsClock: true,
      rule: rules.trustClock,
    }),
    made('sample', commands.sampleData, { by: 'server', rule: rules.sample }),
  ],
});
