import { randomBytes } from 'node:crypto';
import { type Command, Option } from 'commander';
import * as z from 'zod/mini';
import { defaultUses } from '../../shared/people/invite.ts';
import { nameLimit } from '../../shared/people/participant.ts';
import { type Role, roleSchema, roles } from '../../shared/people/role.ts';
import type { Scope } from '../../shared/people/scope.ts';
import { iso } from '../../shared/wire/instant.ts';
import { Invites } from '../access/invites.ts';
import { pageOf } from '../access/pages.ts';
import { cleanName } from '../socket/text.ts';
import { factsOfEvent } from './event-facts.ts';
import { keptSecret } from './execute-command.ts';
import { scopeOf } from './invite-scope.ts';
import { inviteUntil } from './invite-until.ts';
import { originForPeople } from './origin.ts';
import { Complaint, configOf, type Terminal } from './terminal.ts';

/** What `backrow invite --json` prints. */
export interface SignedInvite {
  event: string;
  role: Role;
  /** The page for the role, with the invite in its fragment. */
  link: string;
  /** The invite itself, for `POST /api/events/:slug/redeem`. */
  invite: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
}

const optionsSchema = z.object({
  role: roleSchema,
  room: z.optional(z.string()),
  session: z.optional(z.string()),
  poster: z.optional(z.string()),
  name: z.optional(z.string()),
  uses: z.optional(z.string()),
  expires: z.optional(z.string()),
  json: z.optional(z.boolean()),
});
type Options = z.infer<typeof optionsSchema>;

/** `backrow invite`: a link that lets people in, in a role. */
export function addInvite(program: Command, terminal: Terminal): void {
  program
    .command('invite')
    .description('sign a link that lets people into an event in a role')
    .argument('<event>', "slug of the event, or '*' for the organizer of all events of this installation")
    .addOption(new Option('--role <role>', 'what they may do').choices([...roles]).makeOptionMandatory())
    .option('--room <id>', 'projector: the room it stands in; speaker: the room of a lectern')
    .option('--session <id>', 'speaker: their session')
    .option('--poster <id>', 'speaker: their poster')
    .option('--name <name>', 'the name they get')
    .option(
      '--uses <number>',
      `how often it may be used, or any (${defaultUses}; projectors and lecterns: any; for *: in all events together)`,
    )
    .option(
      '--expires <time>',
      'such as 48h, 7d, 2026-05-01T18:00:00Z (7 days after the event; for *: 30 days)',
    )
    .option('--json', 'print {event, role, link, invite, expiresAt}')
    .addHelpText(
      'after',
      '\nSigned with the secret of the server; works beside a running one and writes nothing.',
    )
    .action(async (event: string, raw: unknown) => {
      const options = optionsSchema.parse(raw);
      const { id, ...signed } = await makeInvite(event, options, terminal);
      if (options.json) return terminal.out(JSON.stringify(signed));
      terminal.out(signed.link);
      return terminal.out(
        `For: ${signed.role} in ${event}. Until: ${signed.expiresAt}. To take it back: npx backrow revoke '${event}' --invite ${id}`,
      );
    });
}

async function makeInvite(
  event: string,
  options: Options,
  terminal: Terminal,
): Promise<SignedInvite & { id: string }> {
  const config = configOf(terminal);
  const { role } = options;
  if (event === '*' && role !== 'organizer') {
    throw new Complaint("Only an organizer can be invited to all events ('*'); name the event.");
  }
  const secret = keptSecret(config);
  const facts = await factsOfEvent(config, event, terminal);
  const scope: Scope = scopeOf(options, facts);
  const id = randomBytes(12).toString('base64url');
  const expiresAt = inviteUntil(
    options.expires,
    event === '*' ? null : (facts?.endsAt ?? null),
    terminal.clock(),
  );
  const uses = usesOf(options);
  const name = nameOf(options.name);
  const invite = await new Invites(secret, terminal.clock).sign({
    id,
    event,
    role,
    scope,
    name,
    uses,
    expiresAt,
  });
  const origin = originForPeople(config, terminal);
  const link = `${origin}${pageOf(role, scope, facts?.slug ?? event)}#invite=${invite}`;
  return { event, role, link, invite, expiresAt: iso(expiresAt), id };
}

/** Most uses; null: any number. */
function usesOf({ uses, role, room }: Options): number | null {
  if (uses === undefined) return role === 'projector' || room !== undefined ? null : defaultUses;
  if (uses === 'any') return null;
  if (!/^[1-9]\d{0,5}$/.test(uses))
    throw new Complaint(`--uses ${uses} is not a number from 1 to 999999, nor any.`);
  return Number(uses);
}

function nameOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  const name = cleanName(given);
  if (name === null || name.length > nameLimit)
    throw new Complaint(`--name has 1 to ${nameLimit} characters.`);
  return name;
}
