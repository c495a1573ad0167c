import { type ReactNode, useEffect, useState } from 'react';
import type { Role } from '../../shared/people/role.ts';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { redeem } from '../connection/http.ts';
import { useText } from '../look/messages.ts';
import { PlainPage } from '../look/plain-page.tsx';
import { startMessages } from './messages.en.ts';
import { NeedsLink } from './needs-link.tsx';

/** Redeems the invite that the page was opened with before anything below it connects. */
export function Admitted(props: { slug: string; as: Role; invite: string; children: ReactNode }) {
  const { slug, as, invite, children } = props;
  const say = useText(startMessages);
  const [state, setState] = useState<'asking' | 'in' | SpokenRefusal>('asking');
  useEffect(() => {
    void redeemOnce(slug, invite).then((answer) => setState(answer.ok ? 'in' : answer.refusal));
  }, [slug, invite]);
  if (state === 'in' || (as === 'projector' && state !== 'asking')) return children;
  if (as === 'projector') return null;
  if (state === 'asking') return <PlainPage title={say('gate.opening')}>{null}</PlainPage>;
  return <NeedsLink slug={slug} as={as} refusal={state} />;
}

const redeeming = new Map<string, ReturnType<typeof redeem>>();

/** One use of an invite a page, however often React mounts it. */
function redeemOnce(slug: string, invite: string): ReturnType<typeof redeem> {
  const known = redeeming.get(invite) ?? redeem(slug, invite);
  redeeming.set(invite, known);
  return known;
}
