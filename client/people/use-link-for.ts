import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Role } from '../../shared/people/role.ts';
import { useView } from '../connection/hooks.tsx';
import { invite, type Whom } from '../connection/staff-requests.ts';
import { useAnnounce } from '../look/announcer.tsx';
import { catalogue } from '../look/messages.ts';
import { reachable } from '../look/reachable.ts';
import { staffSentence } from '../refusals/staff.ts';
import { peopleMessages } from './messages.en.ts';

const say = catalogue(peopleMessages);

/**
 * Gives links for somebody else: each made when it is asked for first, the same one after that as long as this stands. Null,
 * and said, where none can be made.
 */
export function useLinks(slug: string, as: Role): (whom: Whom) => Promise<string | null> {
  const announce = useAnnounce();
  const joinUrl = useView((view) => view.event?.joinUrl ?? null) ?? null;
  const made = useRef(new Map<string, string>());
  return useCallback(
    async (whom) => {
      const of = JSON.stringify([slug, as, whom]);
      const known = made.current.get(of);
      if (known !== undefined) return reachable(known, joinUrl);
      const answer = await invite(slug, as, whom);
      if (!answer.ok) {
        announce(say('link.failed', { why: staffSentence(answer.refusal) }));
        return null;
      }
      made.current.set(of, answer.value.path);
      return reachable(answer.value.path, joinUrl);
    },
    [slug, as, joinUrl, announce],
  );
}

/** Gives the one link for somebody else, as `useLinks` does. `whom` may be a new object at every render. */
export function useLinkFor(slug: string, as: Role, whom: Whom): () => Promise<string | null> {
  const get = useLinks(slug, as);
  const latest = useRef(whom);
  useLayoutEffect(() => {
    latest.current = whom;
  });
  return useCallback(() => get(latest.current), [get]);
}
