import { useEffect, useRef } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import type { Commands } from '../actions/use-commands.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { short } from '../messages/question-text.ts';

const say = catalogue(deskMessages);

/** How long the line that says what one did oneself may take, in milliseconds. */
const patienceMs = 700;

/** Says that a question is off the screen where the foot still calls it shown: it was taken off by somebody else. */
export function useTakenOff(
  { notice, refuse }: Pick<Commands, 'notice' | 'refuse'>,
  onScreen: string | null,
  questions: Readonly<Record<string, QuestionView>>,
): void {
  const seen = useRef<string | null>(null);
  const shows = notice?.shows ?? null;
  const shown = shows === null ? undefined : questions[shows];
  const text = shown === undefined ? '' : short(shown);
  useEffect(() => {
    if (shows === null) return;
    if (onScreen === shows) seen.current = shows;
    if (onScreen === shows || seen.current !== shows) return;
    const timer = setTimeout(() => {
      seen.current = null;
      refuse(say('no.takenOff', { text }));
    }, patienceMs);
    return () => clearTimeout(timer);
  }, [shows, onScreen, text, refuse]);
}
