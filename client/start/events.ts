import type { EventList } from '../../shared/wire/http.ts';
import { typedCode } from '../../shared/wire/typed-code.ts';

/** A code as people type it, brought into the form that is compared. */
export function bareCode(typed: string): string {
  return typedCode(typed, (text) => text.normalize('NFKC'));
}

/** How many characters a code has that stands for a link of somebody who runs the event. */
const staffCodeLength = 8;

/** Whether what was typed can only be a code that stands for somebody's link: the server alone knows where it leads. */
export function isStaffCode(typed: string): boolean {
  return bareCode(typed).length === staffCodeLength;
}

/** Whether an event is over at an instant (epoch ms); the demo never is. */
export function isPast({ slug, endsAt }: EventList[number], now: number): boolean {
  return slug !== 'demo' && Date.parse(endsAt) < now;
}

/** Events as the start page lists them: the demo first, then what is on or ahead, then what is over. */
export function inOrder(events: EventList, now: number): EventList {
  const rank = (event: EventList[number]) =>
    event.slug === 'demo' ? 0 : Date.parse(event.endsAt) >= now ? 1 : 2;
  return [...events].sort((one, other) => {
    const order = rank(one) - rank(other);
    if (order !== 0) return order;
    return rank(one) === 2
      ? other.startsAt.localeCompare(one.startsAt)
      : one.startsAt.localeCompare(other.startsAt);
  });
}

/** The page of an event for its audience, below the path of this server. */
export function attendeePath(slug: string, query = ''): string {
  return `/e/${encodeURIComponent(slug)}${query}`;
}
