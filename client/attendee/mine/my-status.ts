import type { QuestionView } from '../../../shared/views/view.ts';
import type { BadgeKind } from '../../look/badge.tsx';
import type { Say } from '../../look/messages.ts';
import type { boardMessages } from '../messages/board.en.ts';

type SayHere = Say<typeof boardMessages>;

/** What has become of a question of mine: the word for it, its colour, and a sentence where there is more to say. */
export interface MyStatus {
  word: string;
  kind: BadgeKind;
  note: string | null;
}

/** What the words for a question of mine depend on beside itself. */
export interface Around {
  onScreen: boolean;
  /** Nobody is at the desk. */
  unattended: boolean;
  /** The title of what it is kept for. */
  keptFor: string | null;
  /** The day is over, or the event is closed: nobody reviews anything any more. */
  over: 'day' | 'closed' | null;
}

/** Puts the status of one's own question into the words of the interface. */
export function myStatus(question: QuestionView, around: Around, say: SayHere): MyStatus {
  if (around.onScreen && !around.over) return { word: say('mine.onScreen'), kind: 'onscreen', note: null };
  switch (question.status) {
    case 'inReview':
      return around.over
        ? { word: say(`mine.unreviewed.${around.over}`), kind: 'neutral', note: null }
        : { word: say(around.unattended ? 'mine.unattended' : 'mine.inReview'), kind: 'late', note: null };
    case 'live': {
      const note = question.upvotes === null ? null : say('mine.upvotes', { count: question.upvotes });
      if (around.over) return { word: say('mine.unanswered'), kind: 'neutral', note };
      return question.upNext === null
        ? { word: say('mine.live'), kind: 'ok', note }
        : { word: say('mine.upNext'), kind: 'upnext', note };
    }
    case 'answered':
      return {
        word: say(question.reply ? 'mine.answeredWriting' : 'mine.answered'),
        kind: 'neutral',
        note: question.reply,
      };
    case 'kept':
      return {
        word: say('mine.kept'),
        kind: 'accent',
        note: question.keptFor ? keptWords(question.keptFor.for, around.keptFor, say) : null,
      };
    case 'dismissed':
      return {
        word: say('mine.dismissed'),
        kind: 'neutral',
        note: question.why ? reasonOf(question.why, say) : null,
      };
    case 'archived':
      return { word: say('mine.archived'), kind: 'neutral', note: null };
    case 'withdrawn':
      return { word: say('mine.withdrawn'), kind: 'neutral', note: null };
    case 'merged':
      return { word: say('mine.merged'), kind: 'accent', note: null };
  }
}

/** What a question is kept for, by its title where it has one. */
function keptWords(what: 'panel' | 'poster' | 'written', title: string | null, say: SayHere): string {
  return title === null || what === 'written' ? say(`kept.${what}`) : say(`kept.${what}Of`, { title });
}

/** A reason in full: those of the list have a sentence, anything else was written by a moderator. */
function reasonOf(why: string, say: SayHere): string {
  switch (why) {
    case 'answered':
    case 'same':
    case 'off-topic':
    case 'reword':
    case 'no-time':
    case 'conduct':
      return say(`why.${why}`);
    default:
      return why;
  }
}
