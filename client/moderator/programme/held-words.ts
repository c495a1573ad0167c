import { whereWeAre } from '../../../shared/rundown/on-now.ts';
import type { SessionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { heldChanges } from './timeline.ts';

const say = catalogue(timelineMessages);

const words = {
  length: ['length.shorter', 'length.longer'],
  start: ['start.earlier', 'start.later'],
} as const;

/** The change that was made and not told, and how many more there are; null without one. What is on air needs no name. */
export function heldWords(programme: readonly SessionView[]): string | null {
  const [first, ...more] = heldChanges(programme);
  if (!first) return null;
  const { session, of, minutes } = first;
  const change = say(words[of][minutes < 0 ? 0 : 1], { minutes: Math.abs(minutes) });
  const { now } = whereWeAre(programme);
  const what = session === now ? change : say('of.session', { what: change, title: session.title });
  return more.length === 0 ? say('tell.held', { what }) : say('tell.heldMore', { what, count: more.length });
}
