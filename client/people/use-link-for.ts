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
 * Gives the link for somebody else: made when it is asked for first, the same one after that as long as this stands. Null,
 * and said, where none can be made. `whom` may be a new object at every render.
 */
export function useLinkFor(slug: string, as: Role, whom: Whom): () => Promise<string | null> {
  const announce = useAnnounce();
  const joinUrl = useView((view) => view.event?.joinUrl ?? null) ?? null;
  const made = useRef<{ of: string; path: string } | null>(null);
  const of = JSON.stringify([slug, as, whom]);
  const latest = useRef(whom);
  useLayoutEffect(() => {
    latest.current = whom;
  });
  return useCallback(async () => {
    if (made.current?.of === of) return reachable(made.current.path, joinUrl);
    const answer = await invite(slug, as, latest.current);
    if (!answer.ok) {
      announce(say('link.failed', { why: staffSentence(answer.refusal) }));
      return null;
    }
    made.current = { of, path: answer.value.path };
    return reachable(answer.value.path, joinUrl);
  }, [slug, as, of, joinUrl, announce]);
}
