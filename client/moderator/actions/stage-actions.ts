import type { Audience } from '../../../shared/event/audience.ts';
import type {
  DisplayView,
  EventView,
  QuestionView,
  SessionView,
  StageView,
} from '../../../shared/views/view.ts';
import type { UnsentCommand } from '../../connection/connection.ts';
import { randomId } from '../../connection/random-id.ts';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { short, shorten } from '../messages/question-text.ts';
import type { Run, RunAll } from './use-commands.ts';

const say = catalogue(deskMessages);

/** What a desk sets of a display; what is not named stays. */
export type DisplaySetting = Omit<Extract<UnsentCommand, { type: 'display.set' }>, 'type' | 'id' | 'display'>;

/** The switches that a desk sets for the whole event. */
export type Switches = Partial<
  Pick<
    EventView['policy'],
    'moderation' | 'unattended' | 'slowMode' | 'newcomersWait' | 'joinsLocked' | 'names'
  >
>;

/** What can be done with a room's screens, the event's switches, and announcements; promises say whether it was done. */
export interface StageActions {
  show: (question: QuestionView) => Promise<boolean>;
  clear: () => void;
  /** Puts something that is no question on screen; `title` is what it is called. */
  scene: (show: StageView['show'], title: string) => Promise<boolean>;
  black: (on: boolean) => void;
  /** Logs what was asked at the room's microphone, and shows it where that is said; both are undone as one. */
  roomQuestion: (session: SessionView, text: string, show: boolean) => Promise<boolean>;
  display: (display: DisplayView, setting: DisplaySetting) => Promise<boolean>;
  switches: (change: Switches) => void;
  announce: (text: string, to: Audience, until: string | null) => Promise<boolean>;
  endAnnouncement: (message: string) => void;
}

/** The actions of a desk in a room that concern its screens and everybody. */
export function stageActions(run: Run, runAll: RunAll, room: string): StageActions {
  const show = (what: StageView['show'], done: string) => run({ type: 'stage.show', room, show: what }, done);
  return {
    show: (question) =>
      show({ kind: 'question', question: question.id }, say('done.show', { text: short(question) })),
    clear: () => void show({ kind: 'auto' }, say('done.clear')),
    scene: (what, title) => show(what, say('done.scene', { text: title })),
    black: (on) =>
      void run({ type: 'stage.black', room: '*', on }, on ? say('done.black') : say('done.unblack')),
    async roomQuestion(session, text, onScreen) {
      const id = randomId();
      const log = { type: 'question.log', id, session: session.id, ...(text !== '' && { text }) } as const;
      if (!onScreen) return run(log, say('done.roomQuestionLogged', { text: shorten(text) }));
      const count = await runAll(
        [log, { type: 'stage.show', room, show: { kind: 'question', question: id } }],
        () => say('done.roomQuestion'),
        true,
      );
      return count > 0;
    },
    display: ({ id }, setting) => run({ type: 'display.set', display: id, ...setting }, say('done.display')),
    switches: (change) => void run({ type: 'policy.set', ...change }, say('done.policy')),
    announce: (text, to, until) =>
      run(
        { type: 'announce', text, to, ...(until !== null && { until }) },
        say('done.announce', { to: say(`announce.to.${to}`) }),
      ),
    endAnnouncement: (message) => void run({ type: 'announce.end', message }, say('done.announceEnd')),
  };
}
