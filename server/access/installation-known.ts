import * as z from 'zod/mini';
import { inviteId, participantId } from '../../shared/people/envelope.ts';

/** Ids that a log knows, whoever chose them. */
const ids = z.array(z.string());

/** What an installation knows beside its events, as it is kept in `installation.json`. */
const knownSchema = z.strictObject({
  form: z.literal(1),
  /** How often an invite for `*` was revoked: the links that a start prints for `*` are made with it. */
  number: z.int().check(z.nonnegative()),
  /** What is worth nothing any more in any event, also a later one. */
  revoked: z.strictObject({ invites: z.array(inviteId), participants: z.array(participantId) }),
  /** Ids of the invites behind the links that were printed last; null where none were. */
  printed: z.nullable(z.array(z.string())),
  /** What events withdrew that are no more: it is worth nothing in any later one under the same slug. */
  events: z._default(z.array(z.strictObject({ slug: z.string(), invites: ids, participants: ids })), []),
  /** How often invites for `*` were used that may not be used any number of times, in all events together. */
  used: z._default(z.array(z.strictObject({ invite: z.string(), uses: z.int().check(z.positive()) })), []),
});
export type Known = z.infer<typeof knownSchema>;

/** Who has access no more. */
export interface Withdrawn {
  invites: readonly string[];
  participants: readonly string[];
}

/** What an event withdrew, by its slug. */
interface OfEvent extends Withdrawn {
  slug: string;
}

/** How often an invite was used. */
type Used = Known['used'][number];

/** What may come to be known besides what is. */
export interface More {
  number?: number;
  revoked?: Withdrawn;
  events?: readonly OfEvent[];
  used?: readonly Used[];
}

/** What an installation knows at its beginning. */
export const nothing: Known = {
  form: 1,
  number: 0,
  revoked: { invites: [], participants: [] },
  printed: null,
  events: [],
  used: [],
};

/** Two states of what is known as one: of lists the union, of numbers the larger. Nothing is taken away. */
export function withMore(
  known: Known,
  { number = 0, revoked = nothing.revoked, events = [], used = [] }: More,
): Known {
  return {
    ...known,
    number: Math.max(number, known.number),
    revoked: union(known.revoked, revoked),
    events: events.reduce(withEvent, known.events),
    used: used.reduce(withUses, known.used),
  };
}

function union(one: Withdrawn, other: Withdrawn): Known['revoked'] {
  return {
    invites: [...new Set([...one.invites, ...other.invites])],
    participants: [...new Set([...one.participants, ...other.participants])],
  };
}

function withEvent(events: Known['events'], { slug, ...more }: OfEvent): Known['events'] {
  if (more.invites.length + more.participants.length === 0) return events;
  return events.some((event) => event.slug === slug)
    ? events.map((event) => (event.slug === slug ? { slug, ...union(event, more) } : event))
    : [...events, { slug, ...union(nothing.revoked, more) }];
}

/** Of two counts of an invite the larger one. */
function withUses(used: Known['used'], { invite, uses }: Used): Known['used'] {
  return used.some((each) => each.invite === invite)
    ? used.map((each) => (each.invite === invite ? { invite, uses: Math.max(each.uses, uses) } : each))
    : [...used, { invite, uses }];
}

/** What is known as the text of the file. */
export function textOf(known: Known): string {
  return `${JSON.stringify(known, null, 2)}\n`;
}

/** What a text says; null where it is damaged. */
export function knownIn(text: string): Known | null {
  try {
    return knownSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
