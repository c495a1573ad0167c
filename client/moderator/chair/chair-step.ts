import { whereWeAre } from '../../../shared/rundown/on-now.ts';
import { nextStep } from '../../../shared/views/next-step.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import { minutesLate } from '../../stage/clock-text.ts';
import { partOnAir } from '../../stage/room-programme.ts';
import type { SessionActions } from '../actions/session-actions.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { heldWords } from '../programme/held-words.ts';

const say = catalogue(timelineMessages);

/** What the programme asks of whoever chairs, and the ways to answer it, the likeliest first. */
export interface ChairStep {
  text: string;
  choices: readonly { name: string; act: () => void }[];
}

interface Asked {
  event: EventView;
  programme: readonly SessionView[];
  actions: SessionActions;
}

/**
 * The one thing that the programme asks at a moment (epoch milliseconds): to begin what is due, to go on where the time is
 * over, to tell everyone what the crew alone knows; null while none of it is asked.
 */
export function chairStep({ event, programme, actions }: Asked, at: number): ChairStep | null {
  const { now, next } = whereWeAre(programme);
  if (next?.status === 'due') return due(next, event, actions);
  return (now && over(now, programme, actions, at)) ?? held(programme, actions);
}

/** A session that should have begun: now, when it was due, or not yet. */
function due(session: SessionView, event: EventView, actions: SessionActions): ChairStep {
  const { title, notYet } = session;
  const since = session.dueSince ?? session.expectedStart ?? session.plannedStart;
  const time = clockTime(Date.parse(since), event.timezone);
  const minutes = minutesLate(session.plannedStart, session.expectedStart);
  const [first = null] = session.parts;
  const begin = { name: say('due.now'), act: () => actions.start(session, first) };
  if (notYet) return { text: say('due.waits', { title, minutes }), choices: [begin] };
  return {
    text: say('due.ask', { title, time }),
    choices: [
      begin,
      { name: say('due.at', { time }), act: () => actions.began(session, since, time, first) },
      { name: say('due.notYet'), act: () => actions.notYet(session) },
    ],
  };
}

/** What runs is over its time: what comes next begins by a press, and ends it. */
function over(
  session: SessionView,
  programme: readonly SessionView[],
  actions: SessionActions,
  at: number,
): ChairStep | null {
  const { expectedEnd } = partOnAir(session) ?? session;
  if (expectedEnd === null || Date.parse(expectedEnd) > at) return null;
  const step = nextStep(programme);
  if (step === null)
    return { text: say('next.nothing'), choices: [{ name: say('do.end'), act: () => actions.end(session) }] };
  const title = step.session === session ? (step.part ?? session).title : step.session.title;
  return {
    text: say('next.title', { title }),
    choices: [{ name: say('next.do'), act: () => actions.start(step.session, step.part) }],
  };
}

/** A change of times that the crew alone knows. */
function held(programme: readonly SessionView[], actions: SessionActions): ChairStep | null {
  const text = heldWords(programme);
  return text === null ? null : { text, choices: [{ name: say('tell.do'), act: actions.tell }] };
}
