import { useCallback, useState } from 'react';
import type { Role } from '../../shared/people/role.ts';
import type { Invited } from '../../shared/wire/http.ts';
import { invite, type Whom } from '../connection/staff-requests.ts';
import { useAnnounce } from '../look/announcer.tsx';
import { catalogue } from '../look/messages.ts';
import { staffSentence } from '../refusals/staff.ts';
import { peopleMessages } from './messages.en.ts';

const say = catalogue(peopleMessages);

/** A link for somebody else, once it was asked for: nothing is made before, and again makes a new one. */
export interface MadeLink {
  made: Invited | null;
  busy: boolean;
  /** Why there is none, in words. */
  problem: string | null;
  make: () => Promise<void>;
}

/** Makes a link in a role that may, for whom it names; `label` says to screen readers what it opens. */
export function useMadeLink(slug: string, as: Role, whom: Whom, label: string): MadeLink {
  const announce = useAnnounce();
  const [made, setMade] = useState<Invited | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { role, room, session, name } = whom;
  const make = useCallback(async () => {
    setBusy(true);
    const answer = await invite(slug, as, {
      role,
      ...(room !== undefined && { room }),
      ...(session !== undefined && { session }),
      ...(name !== undefined && { name }),
    });
    setBusy(false);
    setProblem(answer.ok ? null : say('link.failed', { why: staffSentence(answer.refusal) }));
    if (answer.ok) setMade(answer.value);
    announce(
      answer.ok ? say('link.ready', { label }) : say('link.failed', { why: staffSentence(answer.refusal) }),
    );
  }, [slug, as, role, room, session, name, label, announce]);
  return { made, busy, problem, make };
}
