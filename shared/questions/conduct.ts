import type { ParticipantRow } from '../people/participant.ts';
import { isStaff } from '../people/role.ts';
import { type Change, makeRow, setFields } from '../state/change.ts';
import type { Recorder } from '../state/recorder.ts';
import { rowsBy } from '../state/rows-by.ts';
import type { Fields, Rule } from '../state/rule.ts';
import type { StaffEntry, State } from '../state/state.ts';
import type { banSchema, eraseSchema, reportSchema, resolveReportSchema } from './commands.ts';
import { findQuestion, unknownQuestion } from './find.ts';
import { byAuthor, byReported } from './indexes.ts';
import { leaveShortlists, leaveStages, placeOf } from './places.ts';
import type { QuestionRow, ReportRow } from './question.ts';
import { refuse } from './refusals.ts';

/**
 * [P1] Ban: nothing more is taken from a person; `hide` takes what they asked off every list and stage.
 * Refuses: `person-unknown`, `ban-oneself`, `ban-staff`.
 */
export const ban: Rule<typeof banSchema> = {
  decide(state, data, { by }) {
    const participant = whom(state, data);
    if (participant === null) return refuse('unknown', 'person-unknown');
    if (participant === by.participant) return refuse('not-allowed', 'ban-oneself');
    const role = state.tables.participants.get(participant)?.role;
    return role !== undefined && isStaff(role) && by.role !== 'organizer'
      ? refuse('not-allowed', 'ban-staff')
      : null;
  },
  evolve(state, data, { now }) {
    const participant = state.tables.participants.get(whom(state, data) ?? '');
    if (!participant) return [];
    const banned = setFields('participants', participant, {
      banned: data.on,
      bannedAs: bannedAs(state, participant, data),
    });
    return data.on && data.hide ? [...banned, ...hideAll(state, participant.id, now)] : banned;
  },
};

/**
 * [P2] Erase: name and texts are forgotten, open questions withdrawn, votes stay under the random id.
 * Refuses: `person-unknown`, `erase-another`.
 */
export const erase: Rule<typeof eraseSchema> = {
  decide(state, data, { by }) {
    if (by.role !== 'organizer' && by.role !== 'server' && data.participant !== by.participant) {
      return refuse('not-allowed', 'erase-another');
    }
    return state.tables.participants.has(data.participant) ? null : refuse('unknown', 'person-unknown');
  },
  evolve(state, data, { rules, now }) {
    const participant = state.tables.participants.get(data.participant);
    if (!participant) return [];
    const theirs = rowsBy(state, byAuthor, participant.id);
    return [
      ...setFields('participants', participant, {
        name: null,
        erasedAt: now,
        // Entries are applied in their order: this one is the next.
        ...(rules >= 5 && { erasedSeq: state.seq + 1 }),
      }),
      ...leaveShortlists(state, theirs),
      ...theirs.flatMap((question) => [
        ...leaveStages(state, question, now),
        ...setFields('questions', question, {
          text: null,
          screen: null,
          ...(isOpen(question) && { status: 'withdrawn' }),
          ...((isOpen(question) || question.status === 'withdrawn') && { past: [] }),
        }),
      ]),
    ];
  },
};

/** [P6] What somebody reported of a question and nobody has dealt with yet. */
function openReport(state: State, question: string, by: string): ReportRow | undefined {
  return rowsBy(state, byReported, question).find((each) => each.by === by);
}

/** What is recorded of a report: of one that stands already its words, since another changes nothing and is not kept beside it. */
export function recordReport(
  { question, why }: Fields<typeof reportSchema>,
  recorder: Recorder,
): Fields<typeof reportSchema> {
  const open = recorder.state ? openReport(recorder.state, question, recorder.by.participant) : undefined;
  const words = recorder.cleaned('why', why);
  return { question, why: open && open.id !== recorder.id ? open.why : recorder.keep(words) };
}

/** [P6] Report: one a person and question, for the moderators' eyes. Refuses: `question-unknown`. */
export const report: Rule<typeof reportSchema> = {
  decide: (state, data, { by }) => (findQuestion(state, data.question, by) ? null : unknownQuestion),
  evolve(state, data, { id, by, now }) {
    if (openReport(state, data.question, by.participant)) return [];
    return [
      makeRow('reports', {
        id,
        question: data.question,
        by: by.participant,
        why: data.why,
        at: now,
        resolved: false,
      }),
    ];
  },
};

/** [P7] A report is dealt with. Refuses: `report-unknown`. */
export const resolveReport: Rule<typeof resolveReportSchema> = {
  decide: (state, data) =>
    state.tables.reports.has(data.report) ? null : refuse('unknown', 'report-unknown'),
  evolve(state, data) {
    const found = state.tables.reports.get(data.report);
    return found ? setFields('reports', found, { resolved: true }) : [];
  },
};

function whom(
  state: State,
  data: { participant?: string | undefined; question?: string | undefined },
): string | null {
  if (data.participant !== undefined)
    return state.tables.participants.has(data.participant) ? data.participant : null;
  return state.tables.questions.get(data.question ?? '')?.by ?? null;
}

/** As whom somebody is banned by now: nobody learns at the desk that an anonymous asker and a named one are the same. */
function bannedAs(
  state: State,
  { banned, bannedAs: before }: ParticipantRow,
  { question, on }: Fields<typeof banSchema>,
): ParticipantRow['bannedAs'] {
  if (!on) return before == null ? undefined : null;
  const as = state.tables.questions.get(question ?? '')?.anonymous ? 'anonymous' : 'named';
  return banned && before != null && before !== as ? 'both' : as;
}

function isOpen(question: QuestionRow): boolean {
  return question.status === 'inReview' || question.status === 'live' || question.status === 'kept';
}

function hideAll(state: State, participant: string, now: number): Change[] {
  const theirs = rowsBy(state, byAuthor, participant).filter(
    (question) => isOpen(question) || question.status === 'answered',
  );
  return [
    ...leaveShortlists(state, theirs),
    ...theirs.flatMap((question) => [
      ...leaveStages(state, question, now),
      ...setFields('questions', question, {
        status: 'dismissed',
        why: 'conduct',
        past: [...question.past, placeOf(question)],
      }),
    ]),
  ];
}

/**
 * The changes of an entry that may be told. A ban or an erasure touches what somebody asked anonymously and with their name in
 * one entry: told whole, it would say that both are the same person's.
 */
export function disclosed({ tables }: State, { type, changes }: StaffEntry): readonly Change[] {
  if (type === 'participant.erase') return changes.filter(({ of }) => of === 'participants');
  const ban = changes.find(
    (change) => change.of === 'participants' && 'field' in change && change.field === 'banned',
  );
  if (!ban) return changes;
  const as = changes.flatMap((change) =>
    'field' in change && !('member' in change) && change.field === 'bannedAs'
      ? [change.after ?? change.before]
      : [],
  );
  const anonymous = as[0] === 'anonymous';
  return changes.filter(
    (change) =>
      change === ban ||
      (change.of === 'questions' &&
        'field' in change &&
        (change.field === 'status' || change.field === 'why') &&
        tables.questions.get(change.id)?.anonymous === anonymous),
  );
}
