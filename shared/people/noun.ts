import { command, made, noun, recordedCommand } from '../state/noun.ts';
import * as commands from './commands.ts';
import { describe, revoke } from './describe.ts';
import * as invite from './invite.ts';
import { runsEvent } from './known.ts';
import { peopleRefusals } from './refusals.ts';
import { askers, organizers, staff } from './role.ts';

/** People: how they describe themselves, by which invites they come, and how access ends. */
export const people = noun('people', {
  refusals: peopleRefusals,
  tables: {
    participants: {
      texts: ['name'],
      instants: ['revokedAt', 'erasedAt'],
      untold: ['name'],
      unaudited: ['bannedAs'],
      nameless: (state, id) => !runsEvent(state, id),
      guarded: runsEvent,
    },
    invites: { texts: ['name'], instants: ['lastUsedAt', 'revokedAt', 'madeAt'], untold: ['name'] },
  },
  kinds: [
    recordedCommand(commands.describeSchema, commands.describeData, {
      by: askers,
      record({ name, attendance }, recorder) {
        const standing = [recorder.state?.tables.participants.get(recorder.by.participant)?.name];
        return {
          ...(name !== undefined && { name: recorder.name(name, standing) }),
          ...(attendance && { attendance }),
        };
      },
      describes: (said) => said,
      limit: { most: 6, withinS: 60 },
      aboutSender: () => true,
      audited: 'never',
      rule: describe,
    }),
    command(commands.revokeParticipantSchema, {
      by: organizers,
      lasting: true,
      endsAccess: true,
      rule: revoke,
    }),
    command(commands.revokeInviteSchema, {
      by: organizers,
      endsInvite: ({ invite }) => invite,
      lasting: true,
      endsAccess: true,
      rule: invite.revoke,
    }),
    recordedCommand(commands.makeInviteSchema, commands.makeInviteData, {
      by: staff,
      record({ role, scope, name }, recorder) {
        const called = name === undefined ? null : recorder.name(name);
        return {
          role,
          through: recorder.through,
          ...(scope && { scope }),
          ...(called !== null && { name: called }),
        };
      },
      lasting: true,
      rule: invite.make,
    }),
    made('invite.use', commands.useInviteData, { by: 'newcomers', lasting: true, rule: invite.use }),
  ],
});
