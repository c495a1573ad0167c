import { useEffect, useRef } from 'react';
import type { EventView } from '../../../shared/views/view.ts';
import { useAnnounce } from '../../look/announcer.tsx';
import { catalogue } from '../../look/messages.ts';
import { TakeOver } from '../../people/take-over.tsx';
import { organizerMessages } from '../messages/messages.en.ts';
import css from '../organizer-screen.module.css';

const say = catalogue(organizerMessages);

/** While a session of an open event runs and nobody is at the desk: what that means, and the way to put somebody there in seconds. */
export function UnattendedNotice({ event }: { event: EventView }) {
  const { slug, policy, closed } = event;
  const unattended = event.unattended === true && !closed;
  useSaidOnce(unattended);
  if (!unattended) return null;
  const meanwhile =
    policy.moderation === 'after' ? 'after' : policy.unattended === 'approve' ? 'approve' : 'hold';
  return (
    <section className={css.unattended} aria-labelledby="unattended-title">
      <h2 id="unattended-title">{say('unattended.title')}</h2>
      <p>{say(`unattended.${meanwhile}`)}</p>
      <TakeOver slug={slug} as="organizer" />
    </section>
  );
}

/** Says that the desk is empty, and that somebody is there again, once each. */
function useSaidOnce(unattended: boolean): void {
  const announce = useAnnounce();
  const said = useRef(false);
  useEffect(() => {
    if (unattended === said.current) return;
    said.current = unattended;
    announce(say(unattended ? 'unattended.title' : 'unattended.back'));
  }, [unattended, announce]);
}
