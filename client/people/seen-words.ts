import type { CrewView } from '../../shared/views/view.ts';
import { cityOf } from '../look/cities.ts';
import { catalogue } from '../look/messages.ts';
import { clockTime, dayIn, dayName } from '../look/zones.ts';
import { peopleMessages } from './messages.en.ts';

const say = catalogue(peopleMessages);

/** Up to how long ago is said in minutes, in milliseconds. */
const recent = 90 * 60_000;

/** When somebody was last seen, in words and with the time of a zone, at a moment of the server's time (epoch ms). */
export function seenWords({ seenAt }: Pick<CrewView, 'seenAt'>, at: number, zone: string): string {
  if (seenAt === null) return say('invited.notSeen');
  const seen = Date.parse(seenAt);
  const time = clockTime(seen, zone);
  const ago = at - seen;
  if (ago < recent)
    return `${say('invited.ago', { minutes: Math.max(0, Math.floor(ago / 60_000)) })}, ${say('invited.seenAt', { time, zone: cityOf(zone) })}`;
  const day = dayIn(seen, zone);
  return say('invited.lastSeen', { day: dayName(day, 'short'), time, zone: cityOf(zone) });
}

/** Those who are here first, then by when they were last seen, the revoked last. */
export function inSeenOrder(people: readonly CrewView[]): CrewView[] {
  const rank = ({ revoked, connected }: CrewView) => (revoked ? 2 : connected ? 0 : 1);
  return [...people].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      (other.seenAt ?? '').localeCompare(one.seenAt ?? '') ||
      (one.name ?? '').localeCompare(other.name ?? '') ||
      one.id.localeCompare(other.id),
  );
}
