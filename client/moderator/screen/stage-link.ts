import { useCallback } from 'react';
import { invite } from '../../connection/staff-requests.ts';

/** Gives the path of a stage with a screen's badge in it; null where none could be made. */
export type StageLink = () => Promise<string | null>;

/** How long a link is given out again, in milliseconds: an organizer may have withdrawn it, which the desk is not told. */
const goodFor = 10 * 60_000;

/** Links that this page has made, by event and room: each is an invite that colleagues see, so few are made. */
const made = new Map<string, { at: number; link: Promise<string | null> }>();

/**
 * A link to a room's stage, or to a screen that waits to be given a room where `room` is null. It is made when it is first
 * asked for, not before.
 */
export function useStageLink(slug: string, room: string | null): StageLink {
  return useCallback(() => {
    const key = `${slug} ${room ?? ''}`;
    const known = made.get(key);
    if (known && performance.now() - known.at < goodFor) return known.link;
    const link = make(slug, room);
    made.set(key, { at: performance.now(), link });
    void link.then((path) => path === null && made.delete(key));
    return link;
  }, [slug, room]);
}

async function make(slug: string, room: string | null): Promise<string | null> {
  const answer = await invite(slug, 'moderator', { role: 'projector', ...(room !== null && { room }) });
  return answer.ok ? answer.value.path : null;
}
