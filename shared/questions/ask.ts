import { slowModePause } from '../event/policy.ts';
import type { Attendance } from '../people/participant.ts';
import { isStaff } from '../people/role.ts';
import { timeOfTaking } from '../rundown/question-target.ts';
import type { Actor } from '../state/actor.ts';
import { type Change, makeRow, setFields } from '../state/change.ts';
import type { Recorder } from '../state/recorder.ts';
import { rowsBy } from '../state/rows-by.ts';
import type { Fields, Rule } from '../state/rule.ts';
import { eventOf, type State } from '../state/state.ts';
import type { Refusal } from '../wire/refusals.ts';
import type { askData, editData, editSchema, logData } from './commands.ts';
import { findQuestion, supporters, unknownQuestion, wrongStatus } from './find.ts';
import { byAuthor } from './indexes.ts';
import { allows } from './moves.ts';
import { numbered } from './places.ts';
import { limitOf, type QuestionRow, type QuestionStatus } from './question.ts';
import { refuse } from './refusals.ts';

type Asked = Fields<typeof askData>;

/**
 * [Q1–Q5] Asking: bound to the session or poster in which Send was pressed, in review or live as the policy says.
 * [Q36] What the staff prepares is kept, whatever is open.
 * Refuses: `place-unknown`, `name-needed`, `question-closed`, `slow-mode`, `prepare-staff`.
 */
export const ask: Rule<typeof askData> = {
  decide(state, data, { by, now }) {
    if (data.prepared && !isStaff(by.role)) return refuse('not-allowed', 'prepare-staff');
    const place = timeOfTaking(state, { ...data, speaker: data.to });
    const nameless = data.anonymous === true && eventOf(state)?.policy.anonymous === 'never';
    const early = nameless ? null : tooSoon(state, by, now);
    if (early) return early;
    if (place === null) return refuse('unknown', 'place-unknown');
    if (nameless) return refuse('not-allowed', 'name-needed', { of: 'anonymous' });
    return data.prepared || place.taken(now, attendanceOf(state, by)) || data.ifClosed === 'keep'
      ? null
      : refuse('not-now', 'question-closed', { now: { questions: 'closed' } });
  },
  evolve(state, data, { id, by, now }) {
    const attendance = attendanceOf(state, by);
    const isOpen = timeOfTaking(state, { ...data, speaker: data.to })?.taken(now, attendance) ?? false;
    const status = isOpen && !data.prepared ? statusAsked(state, by) : 'kept';
    return [
      makeRow('questions', {
        ...blankQuestion(id, now),
        ...placeAsked(data),
        n: status === 'live' ? state.nextNumber : null,
        by: by.participant,
        anonymous: data.anonymous ?? (eventOf(state)?.policy.anonymous ?? 'default') === 'default',
        attendance,
        marks: data.marks,
        text: data.text,
        units: data.measured.units,
        ...hintOf(data),
        ...(data.prepared && { prepared: true }),
        status,
        askedAs: status,
        keptFor: status === 'kept' ? { for: 'written', session: null, poster: null } : null,
      }),
    ];
  },
};

function placeAsked({ session, poster, part, to }: Asked): Partial<QuestionRow> {
  return { session: session ?? null, poster: poster ?? null, part: part ?? null, to: to ?? null };
}

/** The status of a question that is taken: whether it is read first. */
function statusAsked(state: State, by: Actor): QuestionStatus {
  const policy = eventOf(state)?.policy;
  const isRead = policy?.moderation !== 'after' || (policy.newcomersWait === true && isNewcomer(state, by));
  return isRead ? 'inReview' : 'live';
}

/** [Q6] A question from the room's microphone: no author, in the room, in the list at once. Refuses: `session-unknown`. */
export const log: Rule<typeof logData> = {
  decide(state, data) {
    const session = state.tables.sessions.get(data.session);
    return session && !session.removed ? null : refuse('unknown', 'session-unknown');
  },
  evolve(state, data, { id, now }) {
    return [
      makeRow('questions', {
        ...blankQuestion(id, now),
        n: state.nextNumber,
        session: data.session,
        text: data.text ?? null,
        units: data.measured.units,
        status: 'live',
        askedAs: 'live',
      }),
    ];
  },
};

/**
 * [Q21–Q22] Editing: staff write the screen version; authors change their words while nobody has built on them.
 * Refuses: `edit-another`, `question-unknown`, `question-status`.
 */
export const edit: Rule<typeof editData> = {
  decide(state, data, { by }) {
    const question = findQuestion(state, data.question, by);
    if (!question) return unknownQuestion;
    if (isForScreen(question, data, by)) {
      if (!isStaff(by.role)) return refuse('not-allowed', 'edit-another');
      return allows('edit', question.status) ? null : wrongStatus(question);
    }
    const after = eventOf(state)?.policy.moderation === 'after';
    return canEdit(question, after, supporters(state, question).size) ? null : wrongStatus(question);
  },
  evolve(state, data, { by, now }) {
    const question = findQuestion(state, data.question, by);
    if (!question) return [];
    return isForScreen(question, data, by)
      ? setFields('questions', question, { screen: data.screen ?? data.text ?? null })
      : setFields('questions', question, {
          text: data.text ?? null,
          units: data.measured.units,
          ...hintAfter(data, question),
          editedAt: now,
        });
  },
};

/**
 * What is recorded of new words. They belong to whoever asked, also where a moderator words them; without a state nobody knows
 * what the question is about, and it may be as long as one about a poster.
 */
export function recordEdit(
  { question, text, screen }: Fields<typeof editSchema>,
  recorder: Recorder,
): Fields<typeof editData> {
  const edited = recorder.state?.tables.questions.get(question);
  const most = limitOf(recorder.state === null || edited?.poster != null);
  const path = screen === undefined ? 'text' : 'screen';
  const { text: words, measured } = recorder.question(
    path,
    screen ?? text ?? '',
    most,
    edited?.by ?? undefined,
  );
  return { question, measured, [path]: words };
}

/** The changes that bring a question back into the list with a number. */
export function becomesLive(state: State, question: QuestionRow): Change[] {
  return [...numbered(state, question), ...setFields('questions', question, { status: 'live' })];
}

/**
 * [Q21] Whether its author may change the words of a question: while it waits, or where questions are live as they come, while
 * nobody has built on it. `support`: how many support it.
 */
export function canEdit(
  { status, shown }: Pick<QuestionRow, 'status' | 'shown'>,
  moderatedAfter: boolean,
  support: number,
): boolean {
  return status === 'inReview' || (status === 'live' && moderatedAfter && support === 0 && !shown);
}

/** Whoever is not the author words only what the screen shows; the author's words stay. */
function isForScreen(question: QuestionRow, data: Fields<typeof editData>, by: Actor): boolean {
  return data.screen !== undefined || question.by !== by.participant;
}

/** [Q29] Slow mode: a refusal with what is left of the pause since the last question of the same person; null where none is. */
function tooSoon(state: State, by: Actor, now: number): Refusal | null {
  if (by.role !== 'attendee' || eventOf(state)?.policy.slowMode !== true) return null;
  const last = questionsBy(state, by).reduce(
    (latest, { askedAt }) => Math.max(latest, askedAt),
    Number.NEGATIVE_INFINITY,
  );
  const retryAfterMs = last + slowModePause - now;
  return retryAfterMs > 0 ? refuse('too-fast', 'slow-mode', { of: 'slowMode', retryAfterMs }) : null;
}

/** [Q30] Whether an attendee never had a question in the list. */
function isNewcomer(state: State, by: Actor): boolean {
  return by.role === 'attendee' && questionsBy(state, by).every(({ n }) => n === null);
}

function questionsBy(state: State, { participant }: Actor): QuestionRow[] {
  return rowsBy(state, byAuthor, participant);
}

/** The mark of new words; nothing where neither the old nor the new ones have any. */
function hintAfter({ measured }: Fields<typeof editData>, { hint }: QuestionRow): Pick<QuestionRow, 'hint'> {
  return (measured.hint ?? hint) != null ? { hint: measured.hint ?? null } : {};
}

function hintOf({ measured }: Asked): Pick<QuestionRow, 'hint'> {
  return measured.hint !== undefined ? { hint: measured.hint } : {};
}

function attendanceOf({ tables }: State, { participant, person }: Actor): Attendance {
  return person?.attendance ?? tables.participants.get(participant)?.attendance ?? 'remote';
}

function blankQuestion(id: string, now: number): QuestionRow {
  return {
    id,
    n: null,
    by: null,
    anonymous: false,
    attendance: 'inRoom',
    marks: null,
    session: null,
    poster: null,
    part: null,
    to: null,
    text: null,
    screen: null,
    units: 0,
    status: 'inReview',
    askedAs: 'inReview',
    askedAt: now,
    answeredAt: null,
    editedAt: null,
    reply: null,
    replyPublished: false,
    labels: [],
    mergedInto: null,
    upNext: null,
    why: null,
    keptFor: null,
    past: [],
    shown: false,
    voters: new Set(),
  };
}

/** What the outcome of an entry that made a question says of it. */
export function outcomeOfAsking({ tables }: State, { id }: { id: string }) {
  return { question: id, status: tables.questions.get(id)?.askedAs ?? 'live' };
}
