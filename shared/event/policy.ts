import * as z from 'zod/mini';
import type { Digest } from '../state/personal.ts';

/** The switches that take a word, or yes and no. */
export const plainSwitches = {
  moderation: z.optional(z.enum(['before', 'after'])),
  anonymous: z.optional(z.enum(['default', 'allowed', 'never'])),
  ranking: z.optional(z.enum(['fair', 'popular'])),
  autorun: z.optional(z.boolean()),
  askBefore: z.optional(z.boolean()),
  unattended: z.optional(z.enum(['hold', 'approve'])),
  publish: z.optional(z.enum(['all', 'answered', 'none'])),
  names: z.optional(z.boolean()),
  slowMode: z.optional(z.boolean()),
  newcomersWait: z.optional(z.boolean()),
  joinsLocked: z.optional(z.boolean()),
  labels: z.optional(
    z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))).check(z.maxLength(20)),
  ),
};

/** A look as a view holds it. */
export const lookSchema = z.object({ accent: z.nullable(z.string()), logo: z.nullable(z.string()) });

/**
 * The switches as a view holds them: what a server says is within its limits. A logo is a short digest there, by which
 * `GET /api/events/:slug/logo` is asked for it.
 */
export const policySchema = z.object({
  ...plainSwitches,
  streamDelaySeconds: z.optional(z.number()),
  keepDays: z.optional(z.number()),
  look: z.optional(lookSchema),
});

/** How long somebody waits between two questions while slow mode is on, in milliseconds. */
export const slowModePause = 120_000;

/** How long a question stands on a screen until it counts as taken, in milliseconds: a slip of the finger is none. */
export const takenAfter = 10_000;

/** All switches with their values. */
export interface Policy {
  /** Whether a moderator reads a question before or after the public does. */
  moderation: 'before' | 'after';
  /** Whether questions are anonymous unless said otherwise, may be, or never are. */
  anonymous: 'default' | 'allowed' | 'never';
  ranking: 'fair' | 'popular';
  /** A due session that nobody starts counts as started on time after 2 minutes. */
  autorun: boolean;
  /** Questions are taken before a session starts. */
  askBefore: boolean;
  /** What happens to waiting questions when no moderator is connected. */
  unattended: 'hold' | 'approve';
  /** How far the stream runs behind the room, in seconds. */
  streamDelaySeconds: number;
  /** What the archive shows. */
  publish: 'all' | 'answered' | 'none';
  /** Days after the event at which names and texts are erased; null: never by themselves. */
  keepDays: number | null;
  /** Whether names of people who gave one are shown in public. */
  names: boolean;
  /** One question a person in two minutes; off where nothing is said. */
  slowMode?: boolean | undefined;
  /** What somebody asks who never had a question in the list is read first, also where others' are not. */
  newcomersWait?: boolean | undefined;
  /** Nobody new is let in; who has a badge stays. */
  joinsLocked?: boolean | undefined;
  /** The labels that a desk offers for questions, besides those in use. */
  labels?: string[] | undefined;
  /** How the event's pages and screens look of their own; absent while nobody said anything of it. */
  look?: Look | undefined;
}

/** [E7, E8] The colour and the logo of an event, each null where it has none. */
export interface Look {
  /** `#RRGGBB`, on which white text can be read. */
  accent: string | null;
  /** The digest of a `data:` address, which lies beside the log as its sender's text. */
  logo: Digest | null;
}

/** The switches of an event whose file names none. Ranking is `popular` until the fair order lands. */
export const defaultPolicy: Policy = {
  moderation: 'before',
  anonymous: 'default',
  ranking: 'popular',
  autorun: true,
  askBefore: true,
  unattended: 'hold',
  streamDelaySeconds: 20,
  publish: 'all',
  keepDays: null,
  names: true,
};

/** [E1] A policy with the switches that are named set; of a look, what is named of it. */
export function withSwitches(policy: Policy, given: Switches): Policy {
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (given.look === undefined) return { ...policy, ...named };
  const { accent = policy.look?.accent ?? null, logo = policy.look?.logo ?? null } = given.look;
  return { ...policy, ...named, look: { accent, logo } };
}

/** Some of the switches, as they are named. */
type Switches = { [F in Exclude<keyof Policy, 'look'>]?: Policy[F] | undefined } & {
  look?: { [F in keyof Look]?: Look[F] | undefined } | undefined;
};
