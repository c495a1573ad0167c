import { type ReactNode, useEffect, useState } from 'react';
import type { Role } from '../../shared/people/role.ts';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { redeem } from '../connection/http.ts';
import { useText } from '../look/messages.ts';
import { PlainPage } from '../look/plain-page.tsx';
import { isBroken } from './invite-text.ts';
import { startMessages } from './messages.en.ts';
import { NeedsLink } from './needs-link.tsx';

/** Redeems the invite that the page was opened with before anything below it connects. */
export function Admitted(props: { slug: string; as: Role; invite: string; children: ReactNode }) {
  const { slug, as, invite, children } = props;
  const say = useText(startMessages);
  const [state, setState] = useState<'asking' | 'in' | SpokenRefusal>('asking');
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    void redeemOnce(slug, invite).then((answer) => setState(answer.ok ? 'in' : answer.refusal));
  }, [slug, invite, tries]);
  if (state === 'in' || (as === 'projector' && state !== 'asking')) return children;
  if (as === 'projector') return null;
  if (state === 'asking') return <PlainPage title={say('gate.opening')}>{null}</PlainPage>;
  // The address has no invite any more: another try is made here.
  const retry = () => {
    redeeming.delete(invite);
    setState('asking');
    setTries(tries + 1);
  };
  const broken = state.code === 'invite-elsewhere' && isBroken(invite, slug);
  return <NeedsLink slug={slug} as={as} refusal={state} broken={broken} retry={retry} />;
}

const redeeming = new Map<string, ReturnType<typeof redeem>>();

/** One use of an invite a page, however often React mounts it. */
function redeemOnce(slug: string, invite: string): ReturnType<typeof redeem> {
  const known = redeeming.get(invite) ?? redeem(slug, invite);
  redeeming.set(invite, known);
  return known;
}
