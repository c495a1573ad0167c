import type { Command } from 'commander';
import { decodeJwt } from 'jose';
import * as z from 'zod/mini';
import { inviteId, participantId } from '../../shared/people/envelope.ts';
import { installation } from '../access/installation.ts';
import type { Order } from '../admin-commands.ts';
import { executeCommand } from './execute-command.ts';
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
      "\nSpeaks to the running server where there is one; connections end within a second. With '*' it counts in later events too, and the next start prints a new link for the organiser.",
    )
    .action(async (event: string, raw: unknown) => {
      const options = optionsSchema.parse(raw);
      const order = orderOf(event, options);
      const came = await executeCommand(configOf(terminal), order, terminal);
      if (!came.ok) throw new Complaint(came.message);
      const what =
        order.order === 'revokeInvite' ? `The invite ${order.invite}` : `Participant ${order.participant}`;
      const where = came.events.join(', ') || 'there is none yet';
      terminal.out(
        event === installation
          ? `${what} has no access any more, in any event there is or will be: ${where}.`
          : `${what} has no access any more: ${where}.`,
      );
      if (order.order === 'revokeInvite' && event === installation)
        terminal.out('The next start prints a new link for the organiser.');
      const typed = options.invite;
      if (event !== installation && typed !== undefined && eventOf(typed) === installation)
        terminal.err(
          `This link opens every event, and is taken back in ${event} alone. In all of them: npx backrow revoke '*' --invite ${idOf(typed)}`,
        );
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
  const text = textIn(typed);
  const id = inviteId.safeParse(text.includes('.') ? said(text)?.jti : text);
  if (!id.success) throw new Complaint(`"${typed}" is not an invite, and not the id of one.`);
  return id.data;
}

/** The event that a pasted invite is for; undefined where only its id was given. */
function eventOf(typed: string): unknown {
  const text = textIn(typed);
  return text.includes('.') ? said(text)?.['event'] : undefined;
}

function textIn(typed: string): string {
  return typed.split(/#invite=|%23invite=/i).at(-1) ?? typed;
}

/** What a signed text says, whoever signed it. */
function said(text: string): ReturnType<typeof decodeJwt> | undefined {
  try {
    return decodeJwt(text);
  } catch {
    return undefined;
  }
}
