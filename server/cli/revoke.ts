import type { Command } from 'commander';
import { decodeJwt } from 'jose';
import * as z from 'zod/mini';
import { inviteId, participantId } from '../../shared/people/envelope.ts';
import type { Order } from '../orders.ts';
import { carry } from './carrying.ts';
import { Complaint, configOf, type Terminal } from './terminal.ts';

const optionsSchema = z.object({ invite: z.optional(z.string()), participant: z.optional(z.string()) });

/** `backrow revoke`: takes access back. */
export function addRevoke(program: Command, terminal: Terminal): void {
  program
    .command('revoke')
    .description('take access back: from an invite with every badge made from it, or from one participant')
    .argument('<event>', "slug of the event, or '*' for an invite in every event")
    .option('--invite <id>', "the invite's id, or its text, or its link")
    .option('--participant <id>', "the participant's id")
    .addHelpText(
      'after',
      '\nSpeaks to the running server where there is one; connections end within a second.',
    )
    .action(async (event: string, raw: unknown) => {
      const order = orderOf(event, optionsSchema.parse(raw));
      const came = await carry(configOf(terminal), order, terminal);
      if (!came.ok) throw new Complaint(came.message);
      const what =
        order.order === 'revokeInvite' ? `The invite ${order.invite}` : `Participant ${order.participant}`;
      terminal.out(`${what} has no access any more: ${came.events.join(', ')}.`);
    });
}

type Revoking = Extract<Order, { order: 'revokeInvite' | 'revokeParticipant' }>;

function orderOf(event: string, { invite, participant }: z.infer<typeof optionsSchema>): Revoking {
  if ((invite === undefined) === (participant === undefined)) {
    throw new Complaint('Say whom: --invite ID or --participant ID.');
  }
  if (invite !== undefined) return { order: 'revokeInvite', event, invite: idOf(invite) };
  const parsed = participantId.safeParse(participant);
  if (!parsed.success) throw new Complaint(`"${participant}" is not the id of a participant.`);
  return { order: 'revokeParticipant', event, participant: parsed.data };
}

/** The id of an invite in what was typed or pasted: itself, the signed text, or a link that ends with it. */
function idOf(typed: string): string {
  const text = typed.split(/#invite=|%23invite=/i).at(-1) ?? typed;
  const id = inviteId.safeParse(text.includes('.') ? signedId(text) : text);
  if (!id.success) throw new Complaint(`"${typed}" is not an invite, and not the id of one.`);
  return id.data;
}

function signedId(text: string): string | undefined {
  try {
    return decodeJwt(text).jti;
  } catch {
    return undefined;
  }
}
