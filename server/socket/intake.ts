import * as z from 'zod/mini';
import { en } from 'zod/locales';
import type { Badge } from '../access/badges.ts';
import type { Limits } from '../access/limits.ts';
import type { Outcome } from '../../shared/log/apply.ts';
import { type Command, commandSchema } from '../../shared/log/command.ts';
import type { Actor, Draft } from '../../shared/log/entry.ts';
import { may } from '../../shared/people/permissions.ts';
import { eventOf, type State, textOf } from '../../shared/state/state.ts';
import { type Issue, refuse, type Refusal } from '../../shared/wire/refusals.ts';
import { frameLimit } from '../../shared/wire/up.ts';
import type { LiveEvent } from '../live/live-event.ts';
import { seal } from '../log/personal.ts';
import { draftOf } from './drafting.ts';

z.config(en());

/** What intake needs besides the event: the limits, and the key of the desk's marks. */
export interface IntakeOptions {
  limits: Limits;
  markKey: string;
}

/**
 * Takes a command from outside: unknown data in, an outcome out. The order of checks is the contract's: too-large,
 * malformed, no-badge, a known id, not-allowed, too-fast, then what the rules say. A repeat is answered and not counted.
 */
export async function take(live: LiveEvent, badge: Badge, raw: unknown, { limits, markKey }: IntakeOptions): Promise<Outcome> {
  const command = readCommand(raw);
  if ('ok' in command) return command;
  const drafted = draftOf(command, { by: actorOf(badge), owner: ownerOf(live.state, command, badge), at: live.now(), markKey, before: eventOf(live.state) });
  if (!drafted.ok) return malformed(drafted.issues);
  const dead = deadBadge(live.state, badge, live.clock());
  if (dead) return dead;
  const draft = withPerson(live.state, drafted.draft, badge);
  if (!may(badge.role, command.type)) {
    return (await live.repeated(draft)) ?? refuse('not-allowed', 'Your role may not do this.');
  }
  const tooFast = await limits.command(badge.participant, badge.role, command.type);
  if (tooFast) return (await live.repeated(draft)) ?? refuse('too-fast', 'That was a little fast; try again in a moment.', tooFast);
  return live.submit(draft);
}

/** The command in what was sent, or why there is none: too large, or not of the shape of a command. */
export function readCommand(raw: unknown): Command | Refusal {
  if ((JSON.stringify(raw) ?? '').length > frameLimit) return tooLarge;
  const parsed = commandSchema.safeParse(raw);
  return parsed.success ? parsed.data : malformed(issuesOf(parsed.error.issues));
}

/** Why a badge is worth nothing any more; null while it is. */
export function deadBadge(state: State, badge: Badge, now: number): Refusal | null {
  const revoked =
    state.tables.participants.get(badge.participant)?.revokedAt != null ||
    (badge.invite !== null && state.tables.invites.get(badge.invite)?.revokedAt != null);
  if (revoked) return refuse('no-badge', 'Your access was withdrawn. Ask the organisers for a new link.', { of: 'revoked' });
  return badge.expiresAt <= now ? refuse('no-badge', 'Your access has run out. Ask the organisers for a new link.') : null;
}

/** The refusal of a body that does not have the shape it should, with every error and its path. */
export function malformed(issues: Issue[]): Refusal {
  const [first] = issues;
  const where = first ? `${first.path || 'the message'}: ${first.message}` : 'nothing could be read';
  return refuse('malformed', `This could not be understood (${where}).`, { issues });
}

/** The issues of a failed parse, with their paths in words. */
export function issuesOf(issues: readonly { path: PropertyKey[]; message: string }[]): Issue[] {
  return issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
}

const tooLarge = refuse('too-large', `A message has at most ${frameLimit} bytes.`);

function actorOf({ participant, role, scope }: Badge): Actor {
  return {
    participant,
    role,
    ...(scope.session !== undefined && { session: scope.session }),
    ...(scope.poster !== undefined && { poster: scope.poster }),
  };
}

/** Texts in somebody's question are that person's, also where a moderator words them; everything else is the sender's. */
function ownerOf(state: State, command: Command, badge: Badge): string {
  const asker = command.type === 'question.edit' ? state.tables.questions.get(command.question)?.by : null;
  return asker ?? badge.participant;
}

/** The draft with the person behind it, where the log does not know them as the badge says. */
function withPerson(state: State, draft: Draft, { participant, name, attendance }: Badge): Draft {
  const known = state.tables.participants.get(participant);
  const textsOfAnother = draft.personal !== undefined && draft.personal.owner !== participant;
  if (known?.erasedAt != null || textsOfAnother) return draft;
  if (known && known.attendance === attendance && textOf(state, known.name) === name) return draft;
  const body = name === null ? null : seal(name);
  const bodies = [...(draft.personal?.bodies ?? []), ...(body ? [body] : [])];
  const by = { ...draft.by, person: { name: body?.digest ?? null, attendance } };
  return { ...draft, by, ...(bodies.length > 0 && { personal: { owner: draft.personal?.owner ?? participant, bodies } }) };
}
