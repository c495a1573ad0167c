import * as z from 'zod/mini';
import type { Attendance } from '../../../shared/people/participant.ts';
import type { MessageView } from '../../../shared/views/view.ts';
import { remember, remembered } from '../ask/kept-texts.ts';

/** How many announcements a device remembers to have put away. */
const kept = 50;

/** The announcements that concern somebody who is in the room or remote, at a moment (epoch ms): the newest first. */
export function messagesFor(
  messages: readonly MessageView[],
  attendance: Attendance | undefined,
  dismissed: readonly string[],
  at: number,
): MessageView[] {
  return messages
    .filter(({ id, to, until }) => {
      const over = until !== null && Date.parse(until) <= at;
      return (to === 'all' || to === attendance) && !over && !dismissed.includes(id);
    })
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/** The announcements of an event that were put away on this device. */
export function keptDismissed(slug: string) {
  const key = `dismissed.${slug}`;
  const read = (): string[] => {
    try {
      return z.array(z.string()).safeParse(JSON.parse(remembered(key) ?? '[]')).data ?? [];
    } catch {
      return [];
    }
  };
  return {
    read,
    add(id: string): string[] {
      const ids = [...read().filter((each) => each !== id), id].slice(-kept);
      remember(key, JSON.stringify(ids));
      return ids;
    },
  };
}
