import * as z from 'zod/mini';
import { inviteLife } from '../access/invites.ts';
import { Complaint } from './terminal.ts';

const minute = 60_000;
const lengths = { m: minute, h: 60 * minute, d: 24 * 60 * minute, w: 7 * 24 * 60 * minute };

/** How long an invite holds that belongs to no event, or to one that could not be read, in milliseconds. */
const withoutEvent = 30 * lengths.d;

const instant = z.iso.datetime({ offset: true });

/**
 * Until when an invite holds, in epoch milliseconds on whole seconds: what was asked for (an instant, or a length
 * from now on), else 7 days after the event's end, or after now where it is over.
 */
export function inviteUntil(asked: string | undefined, endsAt: number | null, now: number): number {
  const until = asked === undefined ? usually(endsAt, now) : asFor(asked, now);
  return Math.floor(until / 1000) * 1000;
}

function usually(endsAt: number | null, now: number): number {
  return endsAt === null ? now + withoutEvent : Math.max(endsAt, now) + inviteLife;
}

function asFor(asked: string, now: number): number {
  const [, count, unit] = /^(\d{1,4})([mhdw])$/.exec(asked) ?? [];
  const length = unit === 'm' || unit === 'h' || unit === 'd' || unit === 'w' ? lengths[unit] : null;
  const until = length !== null ? now + Number(count) * length : instantOf(asked);
  if (until <= now) throw new Complaint(`--expires ${asked} is over already.`);
  return until;
}

function instantOf(asked: string): number {
  if (!instant.safeParse(asked).success) {
    throw new Complaint(
      `--expires ${asked} is neither a length such as 48h or 7d nor an instant such as 2026-05-01T18:00:00Z.`,
    );
  }
  return Date.parse(asked);
}
