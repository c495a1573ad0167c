import type { Attendance } from '../../../shared/people/participant.ts';
import { type Joined, joinedSchema } from '../../../shared/wire/http.ts';
import { type Answer, answerOf, join } from '../../connection/http.ts';
import { remember, remembered } from '../ask/kept-texts.ts';

declare global {
  interface Window {
    /** The join that `boot.js` began with, before any of this was here. */
    firstJoin?: { slug: string; answer: Promise<Response> } | undefined;
  }
}

/** The first joins that are under way, by event: a page that begins to be drawn twice joins once. */
const underway = new Map<string, Promise<Answer<Joined>>>();

/**
 * [X26] The badge of a device that opens an event for the first time, on its way: it has none, and need not hear so from the
 * server. Undefined at any later visit, and where the browser keeps nothing, since a badge may be there from an earlier one.
 * On a page that was opened here `boot.js` has decided so already, and joined.
 */
export function firstJoin(slug: string): Promise<Answer<Joined>> | undefined {
  if (!underway.has(slug)) {
    const begun = begin(slug);
    if (begun === undefined) return undefined;
    underway.set(
      slug,
      begun.finally(() => underway.delete(slug)),
    );
  }
  return underway.get(slug);
}

function begin(slug: string): Promise<Answer<Joined>> | undefined {
  const begun = window.firstJoin;
  if (begun?.slug === slug) {
    window.firstJoin = undefined;
    return answerOf(begun.answer, joinedSchema);
  }
  const key = `visited.${slug}`;
  if (remembered(key) !== null || !remember(key, 'yes')) return undefined;
  return join(slug, { attendance: attendanceOf(slug) });
}

/** Where somebody is, as this device remembers it, else as the address says. */
export function attendanceOf(slug: string): Attendance {
  const known = remembered(`attendance.${slug}`);
  return known === 'inRoom' || known === 'remote' ? known : guessAttendance(location.search);
}

/** Where a newcomer probably is: a code from a display in the room says `room=1`. */
export function guessAttendance(search: string): Attendance {
  const room = [...new URLSearchParams(search)].find(([name]) => name.toLowerCase() === 'room')?.[1];
  return room !== undefined && room !== '0' ? 'inRoom' : 'remote';
}
