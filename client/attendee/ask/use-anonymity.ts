import { useState } from 'react';
import { useView } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { attendeeMessages } from '../messages/attendee.en.ts';
import { remember, remembered } from './kept-texts.ts';

/** Whether the next question carries a name, and what would show. */
export interface Anonymity {
  anonymous: boolean;
  setAnonymous: (on: boolean) => void;
  /** What the switch's position means, in a sentence. */
  hint: string;
  /** The same in a word or two, for beside Send. */
  as: string;
  /** The event does not leave a choice. */
  fixed: boolean;
  /** A name is to be shown, and none was given yet. */
  nameless: boolean;
}

/** The name on the next question: as the event's policy begins, then as the switch says; this device remembers that. */
export function useAnonymity(slug: string): Anonymity {
  const say = useText(attendeeMessages);
  const policy = useView((view) => view.event?.policy);
  const name = useView((view) => view.me?.name) ?? null;
  const key = `anonymous.${slug}`;
  const [set, setSet] = useState(() => choiceOf(remembered(key)));
  const [begunNameless, setBegunNameless] = useState(false);
  const setAnonymous = (on: boolean) => {
    remember(key, on ? 'yes' : 'no');
    setSet(on);
  };
  const rule = policy?.anonymous ?? 'default';
  const fixed = rule === 'never';
  const anonymous = fixed ? false : (set ?? rule === 'default');
  const nameless = !anonymous && policy !== undefined && (name === null || begunNameless);
  if (nameless && !begunNameless) setBegunNameless(true);
  const named = name === null ? say('ask.noName') : say('ask.anonymousOff', { name });
  const shown = policy?.names === false ? say('ask.namesHidden') : named;
  const hint = fixed ? `${say('ask.never')} ${shown}` : anonymous ? say('ask.anonymousOn') : shown;
  const as = anonymous || name === null ? say('ask.asAnonymous') : say('ask.as', { name });
  return { anonymous, setAnonymous, hint, as, fixed, nameless };
}

function choiceOf(kept: string | null): boolean | null {
  return kept === null ? null : kept === 'yes';
}
