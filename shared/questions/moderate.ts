import { isStaff } from '../people/role.ts';
import { forNothing, homeOf } from '../rundown/home.ts';
import { same, setFields } from '../state/change.ts';
import type { Recorder } from '../state/recorder.ts';
import type { Fields, Rule } from '../state/rule.ts';
import { becomesLive } from './ask.ts';
import type {
  answerSchema,
  approveSchema,
  archiveSchema,
  dismissSchema,
  keepSchema,
  labelData,
  labelSchema,
  moveQuestionSchema,
  restoreSchema,
  shortlistSchema,
} from './commands.ts';
import { unknownQuestion, wrongMove, wrongStatus } from './find.ts';
import { allows } from './moves.ts';
import { leaveShortlists, numbered, placeInShortlist, placeOf } from './places.ts';
import { dismissReasons, isHidden, type KeptFor, type QuestionRow } from './question.ts';
import { refuse } from './refusals.ts';
import { leaveList, movedHome, statusBack, stepBack } from './restore.ts';
import { notTheirsToRestore } from './withdrawal.ts';

const unknownSession = refuse('unknown', 'session-unknown');
const unknownPoster = refuse('unknown', 'poster-unknown');

/** [Q10] Approve: from waiting, not taken, kept or archived into the list. Refuses: `question-unknown`, `question-status`. */
export const approve: Rule<typeof approveSchema> = {
  decide: (state, data) => wrongMove(state, data.question, 'approve'),
  evolve(state, data) {
    const question = state.tables.questions.get(data.question);
    if (!question) return [];
    return [
      ...becomesLive(state, question),
      ...setFields('questions', question, {
        past: [],
        why: null,
        keptFor: null,
        answeredAt: null,
        ...movedHome(question),
      }),
    ];
  },
};

/** What is recorded of why a question was not taken: a word of ours as it is, and nobody's own; anything else as its writer's. */
export function recordWhy(why: string, recorder: Recorder): string {
  const text = recorder.cleaned('why', why);
  return dismissReasons.find((reason) => reason === text) ?? recorder.keep(text);
}

/**
 * [Q11] Not taken: from waiting or the list, off stages and Up next; the author reads why.
 * Refuses: `question-unknown`, `question-status`.
 */
export const dismiss: Rule<typeof dismissSchema> = {
  decide: (state, data) => wrongMove(state, data.question, 'dismiss'),
  evolve: (state, data, { now }) =>
    leaveList(state, data.question, now, { status: 'dismissed', why: data.why }),
};

/** [Q12] Archive: likewise, without a reason. Refuses: `question-unknown`, `question-status`. */
export const archive: Rule<typeof archiveSchema> = {
  decide: (state, data) => wrongMove(state, data.question, 'archive'),
  evolve: (state, data, { now }) => leaveList(state, data.question, now, { status: 'archived' }),
};

/**
 * [Q13] Keep: for the panel, a poster or a written answer; a kept one can be kept for something else.
 * Refuses: `session-unknown`, `poster-unknown`, `kept-already`, `question-unknown`, `question-status`.
 */
export const keep: Rule<typeof keepSchema> = {
  decide(state, data) {
    const wrong = wrongMove(state, data.question, 'keep');
    if (wrong) return wrong;
    if (data.session !== undefined && !isThere(state.tables.sessions.get(data.session)))
      return unknownSession;
    if (data.poster !== undefined && !isThere(state.tables.posters.get(data.poster))) return unknownPoster;
    const question = state.tables.questions.get(data.question);
    const again = question?.status === 'kept' && same(question.keptFor, keptForOf(data));
    return question && again ? wrongStatus(question, 'kept-already') : null;
  },
  evolve(state, data) {
    const question = state.tables.questions.get(data.question);
    if (!question) return [];
    const keptFor = keptForOf(data);
    const leaves = leaveShortlists(state, [question]);
    if (question.status === 'kept') return [...leaves, ...setFields('questions', question, { keptFor })];
    return [
      ...leaves,
      ...setFields('questions', question, {
        status: 'kept',
        keptFor,
        past: [...question.past, placeOf(question)],
      }),
    ];
  },
};

/**
 * [Q14] Restore: back to the status and place before it was not taken, kept, archived or answered.
 * [Q33] By its author: what they withdrew a moment ago, without its place in Up next.
 * Refuses: `question-unknown`, `question-status`, `restore-another`.
 */
export const restore: Rule<typeof restoreSchema> = {
  decide(state, data, { by, now }) {
    const question = state.tables.questions.get(data.question);
    const isOwn = question?.status === 'withdrawn' && question.by === by.participant;
    return isStaff(by.role) && !isOwn
      ? wrongMove(state, data.question, 'restore')
      : notTheirsToRestore(state, data.question, by, now);
  },
  evolve(state, data, { now }) {
    const question = state.tables.questions.get(data.question);
    if (!question) return [];
    const back = question.status === 'withdrawn' ? statusBack : stepBack;
    return back(state, question, now);
  },
};

/**
 * [Q15] Answered aloud or in writing: it leaves Up next and stays on the screen; a reply alone changes no status.
 * Refuses: `answer-elsewhere`, `question-unknown`, `question-status`.
 */
export const answer: Rule<typeof answerSchema> = {
  decide(state, data, { by }) {
    const question = state.tables.questions.get(data.question);
    if (!question || (!isStaff(by.role) && !['live', 'answered'].includes(question.status))) {
      return unknownQuestion;
    }
    const theirs =
      (by.session !== undefined && by.session === question.session) ||
      (by.poster !== undefined && by.poster === question.poster);
    if (by.role === 'speaker' && !theirs) return refuse('not-allowed', 'answer-elsewhere');
    if (data.on === (question.status === 'answered')) return null;
    if (data.on) return allows('answer', question.status) ? null : wrongStatus(question);
    return null;
  },
  evolve(state, data, { now }) {
    const question = state.tables.questions.get(data.question);
    if (!question) return [];
    const written =
      data.reply === undefined ? [] : setFields('questions', question, { reply: data.reply || null });
    const published = data.publish ?? (data.reply === undefined ? question.replyPublished : true);
    const reply = [...written, ...setFields('questions', question, { replyPublished: published })];
    if (data.on === (question.status === 'answered')) return reply;
    if (!data.on)
      return question.status === 'answered' ? [...reply, ...stepBack(state, question, now)] : reply;
    return [
      ...reply,
      ...leaveShortlists(state, [question]),
      ...numbered(state, question),
      ...setFields('questions', question, {
        status: 'answered',
        answeredAt: now,
        past: [...question.past, placeOf(question)],
      }),
    ];
  },
};

/**
 * [Q16] Move: to another session, part or poster; it keeps its number and votes and leaves the old Up next.
 * Refuses: `part-unknown`, `question-unknown`, `session-unknown`, `poster-unknown`, `question-status`.
 */
export const move: Rule<typeof moveQuestionSchema> = {
  decide(state, data) {
    const question = state.tables.questions.get(data.question);
    if (!question) return unknownQuestion;
    const session = typeof data.session === 'string' ? state.tables.sessions.get(data.session) : undefined;
    if (typeof data.session === 'string' && !isThere(session)) return unknownSession;
    if (typeof data.poster === 'string' && !isThere(state.tables.posters.get(data.poster)))
      return unknownPoster;
    if (typeof data.part === 'string' && !session?.parts.some(({ id }) => id === data.part))
      return refuse('unknown', 'part-unknown');
    return allows('move', question.status) ? null : wrongStatus(question);
  },
  evolve(state, data) {
    const question = state.tables.questions.get(data.question);
    if (!question) return [];
    const to = { session: data.session ?? null, poster: data.poster ?? null, part: data.part ?? null };
    const home = homeOf(question);
    const stays = to.session === home.session && to.poster === home.poster;
    const past = stays ? question.past : question.past.map((place) => ({ ...place, upNext: null }));
    const then = keptNowhere({ ...question, past });
    return [
      ...(stays ? [] : leaveShortlists(state, [question])),
      ...setFields('questions', question, { ...to, past: then.past, keptFor: then.keptFor }),
    ];
  },
};

/** What is recorded of labels: each once. */
export function recordLabels(
  { question, labels }: Fields<typeof labelSchema>,
  recorder: Recorder,
): Fields<typeof labelData> {
  const standing = recorder.state?.tables.questions.get(question)?.labels;
  const texts = new Set(labels.map((label, index) => recorder.cleaned(`labels.${index}`, label)));
  return { question, labels: [...texts].map((text) => recorder.keep(text, standing)) };
}

/** [Q19] Labels: the whole list is set, each label once. Refuses: `question-unknown`. */
export const label: Rule<typeof labelData> = {
  decide: (state, data) => (state.tables.questions.has(data.question) ? null : unknownQuestion),
  evolve(state, data) {
    const question = state.tables.questions.get(data.question);
    return question ? setFields('questions', question, { labels: [...new Set(data.labels)] }) : [];
  },
};

/**
 * [Q20] Up next: at most five of a session, in the order the moderators give them.
 * Refuses: `question-unknown`, `question-status`.
 */
export const shortlist: Rule<typeof shortlistSchema> = {
  decide(state, data) {
    const question = state.tables.questions.get(data.question);
    if (!question) return unknownQuestion;
    return data.position === null || allows('upNext', question.status) ? null : wrongStatus(question);
  },
  evolve(state, data) {
    const question = state.tables.questions.get(data.question);
    if (!question) return [];
    if (data.position === null) return leaveShortlists(state, [question]);
    return [
      ...placeInShortlist(state, question, data.position),
      // [Q36] Its place tells nobody else of what was prepared.
      ...(isHidden(question) ? [] : numbered(state, question)),
    ];
  },
};

function keptForOf(data: Fields<typeof keepSchema>): KeptFor {
  return { for: data.for, session: data.session ?? null, poster: data.poster ?? null };
}

/** What a question is kept for, and was, without the session or poster: it belongs where it was asked or moved to. */
function keptNowhere({
  keptFor,
  past,
}: Pick<QuestionRow, 'keptFor' | 'past'>): Pick<QuestionRow, 'keptFor' | 'past'> {
  return {
    keptFor: keptFor && forNothing(keptFor),
    past: past.map((place) => ({ ...place, keptFor: place.keptFor && forNothing(place.keptFor) })),
  };
}

function isThere(row: { removed: boolean } | undefined): boolean {
  return row !== undefined && !row.removed;
}
