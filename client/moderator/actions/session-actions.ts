import { homeOf } from '../../../shared/rundown/home.ts';
import { tellsEveryone } from '../../../shared/views/next-step.ts';
import type { PartView, SessionView, View } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import type { Run, RunAll } from './use-commands.ts';

const say = catalogue(timelineMessages);

/** What can be done to a session from the desk; minutes below zero are fewer or earlier ones. */
export interface SessionActions {
  start: (session: SessionView, part?: PartView | null) => void;
  end: (session: SessionView, part?: PartView) => void;
  /** It began at this instant (ISO, UTC), whenever somebody said so; `time` is how the operator calls it. */
  began: (session: SessionView, at: string, time: string, part?: PartView | null) => void;
  ended: (session: SessionView, at: string, time: string) => void;
  notYet: (session: SessionView) => void;
  reset: (session: SessionView) => void;
  cancel: (session: SessionView) => void;
  extend: (session: SessionView, minutes: number) => void;
  move: (session: SessionView, minutes: number) => void;
  place: (session: SessionView, after: string | null) => void;
  mode: (session: SessionView, mode: SessionView['questionsMode']) => void;
  tell: () => void;
  /** Gives whether it was done. */
  note: (session: SessionView, text: string | null) => Promise<boolean>;
}

/**
 * The actions on sessions; while `internal`, changes of times are told to nobody else. `clock` reads the server's time, epoch
 * milliseconds, and `look` what the desk sees now.
 */
export function sessionActions(
  { run, runAll }: { run: Run; runAll: RunAll },
  { internal, clock, look }: { internal: boolean; clock: () => number; look: () => View },
): SessionActions {
  const shift = (type: 'session.extend' | 'session.move', session: SessionView, minutes: number) => {
    const tell = !internal && tellsEveryone(session, minutes, clock());
    const what = say(words[type][minutes < 0 ? 0 : 1], { minutes: Math.abs(minutes), title: session.title });
    void run(
      { type, session: session.id, minutes, tell },
      say(tell ? 'done.everyone' : 'done.internal', { what }),
    );
  };
  return {
    start(session, part) {
      const title = part?.title ?? session.title;
      const begin = { type: 'session.start', session: session.id, ...(part && { part: part.id }) } as const;
      const clear = leftOn(look(), session).map(
        (room) => ({ type: 'stage.show', room, show: { kind: 'auto' } }) as const,
      );
      if (clear.length === 0) void run(begin, say('done.start', { title }));
      else void runAll([begin, ...clear], () => say('done.startCleared', { title }), true);
    },
    end: (session, part) =>
      void run(
        { type: 'session.end', session: session.id, ...(part && { part: part.id }) },
        say('done.end', { title: part?.title ?? session.title }),
      ),
    began: (session, at, time, part) =>
      void run(
        { type: 'session.start', session: session.id, at, ...(part && { part: part.id }) },
        say('done.corrected', { time, title: session.title }),
      ),
    ended: (session, at, time) =>
      void run(
        { type: 'session.end', session: session.id, at },
        say('done.endCorrected', { time, title: session.title }),
      ),
    notYet: ({ id, title }) =>
      void run({ type: 'session.notYet', session: id }, say('done.notYet', { title })),
    reset: ({ id, title }) => void run({ type: 'session.reset', session: id }, say('done.reset', { title })),
    cancel: ({ id, title }) =>
      void run({ type: 'session.cancel', session: id }, say('done.cancel', { title })),
    extend: (session, minutes) => shift('session.extend', session, minutes),
    move: (session, minutes) => shift('session.move', session, minutes),
    place: ({ id, title }, after) =>
      void run({ type: 'session.place', session: id, after }, say('done.place', { title })),
    mode: ({ id }, mode) =>
      void run(
        { type: 'session.questions', session: id, mode },
        say('done.mode', { mode: say(`qa.${mode}`) }),
      ),
    tell: () => void run({ type: 'programme.tell' }, say('done.tell')),
    note: ({ id, title }, text) =>
      run(
        { type: 'session.note', session: id, text },
        text === null ? say('done.noteBack') : say('done.note', { title, text }),
      ),
  };
}

/** [M21] The rooms of a session whose screens still show a question of another one. */
function leftOn({ event, stages = {}, questions = {} }: View, { id, room }: SessionView): string[] {
  const rooms = room === null ? (event?.rooms ?? []).map((each) => each.id) : [room];
  return rooms.filter((each) => {
    const show = stages[each]?.show;
    const shown = show?.kind === 'question' ? questions[show.question] : undefined;
    return shown !== undefined && homeOf(shown).session !== id;
  });
}

/** What a change of times is called: fewer minutes, and more. */
const words = {
  'session.extend': ['done.shorten', 'done.extend'],
  'session.move': ['done.earlier', 'done.later'],
} as const;
