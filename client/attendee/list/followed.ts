import { inOrder, sessionAsked } from '../../../shared/rundown/on-now.ts';
import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { SessionView } from '../../../shared/views/view.ts';

/**
 * The session whose questions somebody reads who chose none, of sessions in time order: what is on; once that has ended it
 * stays the one that was just discussed, for the rest of its day and as long as a question of it is on a screen, until the
 * next one begins. `next` is the one that comes then; undefined where something is on, or nothing comes. Who reads in a
 * `room` stays with it while anything is on there or comes [X27]; null: in none yet.
 */
export function followed(
  ordered: readonly SessionView[],
  onScreen: readonly string[] = [],
  room: string | null = null,
): Followed {
  const here = room === null ? [] : inOrder(ordered, room);
  const goesOn =
    nextOf(here) ?? here.find((session) => session.status === 'onAir' && takesQuestions(session));
  return followedAmong(goesOn ? here : ordered, onScreen);
}

interface Followed {
  session: SessionView | undefined;
  next: SessionView | undefined;
}

function followedAmong(ordered: readonly SessionView[], onScreen: readonly string[]): Followed {
  const asked = sessionAsked(ordered) ?? undefined;
  if (asked === undefined || asked.status === 'onAir') return { session: asked, next: undefined };
  const coming = asked.status === 'ended' ? nextOf(ordered) : asked;
  const last = ordered
    .filter((session) => session.status === 'ended' && takesQuestions(session))
    .sort((one, other) => `${one.endedAt}`.localeCompare(`${other.endedAt}`))
    .at(-1);
  const stays = last && (coming?.day === last.day || onScreen.includes(last.id));
  const session = asked.status !== 'ended' && stays ? last : asked;
  return { session, next: coming?.id === session.id ? undefined : coming };
}

/** What takes questions and is still to come: what is due before what is not. */
function nextOf(ordered: readonly SessionView[]): SessionView | undefined {
  const coming = ordered.filter((session) => takesQuestions(session) && !session.passed);
  return coming.find(({ status }) => status === 'due') ?? coming.find(({ status }) => status === 'upcoming');
}
