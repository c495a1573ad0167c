import { useState } from 'react';
import { useView } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { attendeeMessages } from '../messages/attendee.en.ts';

/** Whether the next question carries a name, and what would show. */
export interface Anonymity {
  anonymous: boolean;
  setAnonymous: (on: boolean) => void;
  /** What the switch's position means, in a sentence. */
  hint: string;
  /** The event does not leave a choice. */
  fixed: boolean;
  /** A name is to be shown, and none was given yet. */
  nameless: boolean;
}

/** The name on the next question: as the event's policy begins, then as the switch says. */
export function useAnonymity(): Anonymity {
  const say = useText(attendeeMessages);
  const policy = useView((view) => view.event?.policy);
  const name = useView((view) => view.me?.name) ?? null;
  const [set, setAnonymous] = useState<boolean | null>(null);
  const [begunNameless, setBegunNameless] = useState(false);
  const rule = policy?.anonymous ?? 'default';
  const fixed = rule === 'never';
  const anonymous = fixed ? false : (set ?? rule === 'default');
  const nameless = !anonymous && policy !== undefined && (name === null || begunNameless);
  if (nameless && !begunNameless) setBegunNameless(true);
  const named = name === null ? say('ask.noName') : say('ask.anonymousOff', { name });
  const shown = policy?.names === false ? say('ask.namesHidden') : named;
  const hint = fixed ? `${say('ask.never')} ${shown}` : anonymous ? say('ask.anonymousOn') : shown;
  return { anonymous, setAnonymous, hint, fixed, nameless };
}
