import { useMemo } from 'react';
import type { EventView, QuestionView, SessionView, StageView } from '../../shared/views/view.ts';
import { randomId } from '../connection/random-id.ts';
import { catalogue } from '../look/messages.ts';
import { deskMessages } from './messages.en.ts';
import { textOf } from './question-row.tsx';
import type { OtherShow } from './screen-panel.tsx';
import { type SessionDeeds, sessionDeeds } from './session-deeds.ts';
import type { Run } from './use-commands.ts';

const say = catalogue(deskMessages);

/** What an operator can do, each under the name of its button. Every one names its target and sets a state. */
export interface Deeds {
  approve: (question: QuestionView) => void;
  dismiss: (question: QuestionView, why: string) => void;
  restore: (question: QuestionView) => void;
  show: (question: QuestionView) => void;
  answered: (question: QuestionView) => void;
  edit: (question: QuestionView, screen: string) => void;
  clear: () => void;
  other: (show: OtherShow) => void;
  black: (on: boolean) => void;
  roomQuestion: (session: SessionView, text: string) => void;
  policy: (change: Pick<EventView['policy'], 'moderation' | 'unattended'>) => void;
  session: SessionDeeds;
}

/** The deeds of a desk in a room; while `crewOnly`, it keeps changes of times to the crew. */
export function useDeeds(run: Run, room: string, crewOnly: boolean): Deeds {
  return useMemo(() => {
    const show = (what: StageView['show'], done: string) =>
      run({ type: 'stage.show', room, show: what }, done);
    return {
      approve: (question) =>
        void run(
          { type: 'question.approve', question: question.id },
          say('done.approve', { text: short(question) }),
        ),
      dismiss: (question, why) =>
        void run(
          { type: 'question.dismiss', question: question.id, why },
          say('done.dismiss', { text: short(question) }),
        ),
      restore: (question) =>
        void run(
          { type: 'question.restore', question: question.id },
          say('done.restore', { text: short(question) }),
        ),
      show: (question) =>
        void show({ kind: 'question', question: question.id }, say('done.show', { text: short(question) })),
      answered: (question) =>
        void run(
          { type: 'question.answer', question: question.id, on: true },
          say('done.answered', { text: short(question) }),
        ),
      edit: (question, screen) =>
        void run(
          { type: 'question.edit', question: question.id, screen },
          say('done.edit', { text: shorten(screen) }),
        ),
      clear: () => void show({ kind: 'auto' }, say('done.clear')),
      other: (kind) =>
        void show(
          { kind },
          kind === 'auto' ? say('done.clear') : say('done.scene', { text: say(`screen.show.${kind}`) }),
        ),
      black: (on) =>
        void run({ type: 'stage.black', room: '*', on }, on ? say('done.black') : say('done.unblack')),
      roomQuestion: (session, text) => void logAndShow(run, room, session, text),
      policy: (change) => void run({ type: 'policy.set', ...change }, say('done.policy')),
      session: sessionDeeds(run, crewOnly),
    };
  }, [run, room, crewOnly]);
}

/** A spoken question is logged first, under an id of our own, and then shown. */
async function logAndShow(run: Run, room: string, session: SessionView, text: string): Promise<void> {
  const id = randomId();
  const logged = await run(
    { type: 'question.log', id, session: session.id, ...(text !== '' && { text }) },
    say('done.roomQuestion'),
  );
  if (logged)
    await run(
      { type: 'stage.show', room, show: { kind: 'question', question: id } },
      say('done.roomQuestion'),
    );
}

/** Enough of a question to know which one it was. */
function short(question: QuestionView): string {
  return shorten(textOf(question));
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
