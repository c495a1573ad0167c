import { shutOut } from '../event/shut-out.ts';
import { isStaff, strongestRole } from '../people/role.ts';
import { assumedAnew } from '../rundown/assumed-anew.ts';
import { published, revise } from '../rundown/published.ts';
import { dueAnew } from '../rundown/rearm-autorun.ts';
import { nextMinute, type SessionRow } from '../rundown/session.ts';
import { type Change, commit, makeRow, setFields } from '../state/change.ts';
import { may } from '../state/model.ts';
import type { Kind } from '../state/noun.ts';
import { eventOf, type State } from '../state/state.ts';
import type { Refusal } from '../wire/refusals.ts';
import { conflictOverStatus, conflictWithColleague, fieldKey, told } from './conflicts.ts';
import type { Draft, Entry } from './entry.ts';
import { afterwards } from './invariants.ts';
import { type Gone, keepTexts, leftBy, letGo } from './kept-texts.ts';
import { refuse } from './refusals.ts';

/** What came of a command: the seq of its entry and what it created. */
export interface Accepted {
  ok: true;
  seq: number;
  question?: string;
  status?: string;
  /** A short hash of its entry, the same on every node; where it is not known any more: absent. */
  mark?: string;
}
export type Outcome = Accepted | Refusal;

/** An entry that was applied: what came of it, every change it made, and the texts that are no more because of it. */
export interface Applied {
  outcome: Outcome;
  changes: readonly Change[];
  gone: Gone;
}

/** What an entry would do to the state: its changes, or why not. Writes nothing. */
export function decide(state: State, draft: Draft): Change[] | Refusal {
  const decided = decideAsKept(state, draft);
  return Array.isArray(decided) ? decided : told(state, decided);
}

/** As it is decided, with digests where names are told: refusals stand in the state, which holds no personal text. */
function decideAsKept(state: State, draft: Draft): Change[] | Refusal {
  const now = Math.max(state.at, draft.at);
  const { rule, timed } = state.model.kind(draft.type);
  const refusal = refuseActor(state, draft) ?? rule.decide(state, draft, now);
  if (refusal) return colleagueFirst(state, draft, refusal);
  const evolved = rule.evolve(state, draft, now);
  const changes = timed === 'anew' ? withTimesAnew(state, evolved, now) : evolved;
  return conflictWithColleague(state, changes, draft.by.participant, seenBy(draft)) ?? changes;
}

/**
 * Applies the next entry of the log: decides it in log order, so that all nodes agree, and commits its changes.
 * Where deciding throws, nothing was written and the error passes on.
 */
export function apply(state: State, entry: Entry): Applied {
  const kind = state.model.kind(entry.type);
  const decided = decideAsKept(state, entry);
  const refused = !Array.isArray(decided);
  const before =
    (!refused && kind.timed !== undefined) || entry.at >= nextMinute(state.at) ? published(state) : null;
  const changes = refused ? [] : [...person(state, entry), ...decided];
  if (!refused) keepTexts(state, entry);
  const gone = refused
    ? leftBy(entry)
    : letGo(state, entry, changes, isStaffEntry(kind, entry) && kind.lasting !== true);
  commit(state, changes);
  state.seq = entry.seq;
  state.at = Math.max(state.at, entry.at);
  if (kind.passes) state.passedTo = Math.max(state.passedTo, kind.passes(state, entry));
  if (before) revise(state, before);
  if (refused) state.refused.set(entry.seq, decided);
  else {
    countNumbers(state, decided);
    if (isStaffEntry(kind, entry)) remember(state, entry, decided);
  }
  return { outcome: outcomeOf(state, entry), changes, gone };
}

/** The changes with what was only assumed worked out anew, and with what they make due in the past asked about anew. */
function withTimesAnew(state: State, evolved: readonly Change[], now: number): Change[] {
  const after = afterwards(state, evolved);
  const changes = [...evolved, ...assumedAnew(state.tables.sessions, after.sessions, now)];
  return [...changes, ...madeDue(state, changes, now)];
}

/** What changes make due in the past: it is asked about anew. */
function madeDue(state: State, changes: readonly Change[], now: number): Change[] {
  const made = changes.flatMap((change) =>
    'field' in change || !isSession(change.after) ? [] : [change.after],
  );
  return dueAnew(state.tables, afterwards(state, changes), made, now);
}

/** Whether a row that was made is a session's: no other has this field. */
function isSession(row: object | null): row is SessionRow {
  return row !== null && 'questionsMode' in row;
}

/** What came of an entry that was applied, now or long ago: a repeat gets the same answer. */
export function outcomeOf(state: State, entry: Entry): Outcome {
  const refused = state.refused.get(entry.seq);
  if (refused) return told(state, refused);
  return { ok: true, seq: entry.seq, ...state.model.kind(entry.type).says?.(state, entry) };
}

/**
 * Whether an entry was made by somebody who runs the event, or in their place: such entries are audited and
 * can be undone.
 */
function isStaffEntry({ audited }: Kind, { by }: Entry): boolean {
  if (by.role === 'server') return audited === 'always';
  return isStaff(by.role) && audited !== 'never';
}

function refuseActor(state: State, { by, type, id }: Draft): Refusal | null {
  if (by.role === 'server') return null;
  const kind = state.model.kind(type);
  if (kind.by === 'server') return refuse('not-allowed', 'made-by-server');
  if (kind.by === 'newcomers') return null;
  if (!may(by.role, kind)) return refuse('not-allowed', 'role-may-not');
  const person = state.tables.participants.get(by.participant);
  if (person?.revokedAt != null) return refuse('no-badge', 'access-withdrawn');
  const closed = eventOf(state)?.closed ?? false;
  const shut = kind.evenIf === 'shutOut' ? null : shutOut(person, closed, by.role);
  if (shut) return shut;
  if (!eventOf(state) && kind.evenIf !== 'noEvent') return refuse('unavailable', 'no-programme');
  const taken = state.model.created.some((of) => state.tables[of].has(id));
  return kind.creates !== undefined && taken ? refuse('conflict', 'id-taken', { of: 'id' }) : null;
}

/** Where a colleague caused a refusal for the question's status, the conflict says so. */
function colleagueFirst(state: State, draft: Draft, refusal: Refusal): Refusal {
  const seen = seenBy(draft);
  if (refusal.reason !== 'not-now' || seen === undefined) return refusal;
  const question =
    'question' in draft.data
      ? draft.data.question
      : 'show' in draft.data && draft.data.show.kind === 'question'
        ? draft.data.show.question
        : undefined;
  return (
    (question !== undefined && conflictOverStatus(state, question, draft.by.participant, seen)) || refusal
  );
}

/** The seq that an entry was made in sight of: only the staff's counts, and only they are told of colleagues. */
function seenBy({ by, seen }: Draft): number | undefined {
  return by.role !== 'server' && isStaff(by.role) ? seen : undefined;
}

/** The changes that bring somebody in with their first entry, or follow their strongest role. */
function person(state: State, { by, rules }: Entry): Change[] {
  if (by.role === 'server') return [];
  const known = state.tables.participants.get(by.participant);
  if (!known) {
    return [
      makeRow('participants', {
        id: by.participant,
        ...(by.person ?? { name: null, attendance: 'remote' }),
        role: by.role,
        banned: false,
        revokedAt: null,
        erasedAt: null,
      }),
    ];
  }
  const role = strongestRole([known.role, by.role]) ?? by.role;
  // Under rules 4 every badge described its person anew; since then nobody but they themselves do, by `participant.describe`.
  const said = rules < 5 ? by.person : {};
  return setFields('participants', known, { ...said, role });
}

function countNumbers(state: State, changes: readonly Change[]): void {
  for (const change of changes) {
    const n =
      'member' in change
        ? null
        : 'field' in change
          ? change.field === 'n'
            ? change.after
            : null
          : change.after && 'n' in change.after
            ? change.after.n
            : null;
    if (typeof n === 'number') state.nextNumber = Math.max(state.nextNumber, n + 1);
  }
}

function remember(state: State, entry: Entry, changes: readonly Change[]): void {
  const { seq, type, at, by } = entry;
  state.staff.set(seq, { seq, type, by: by.participant, at, changes, undoneBy: null });
  const undone = entry.type === 'undo' ? state.staff.get(entry.data.seq) : undefined;
  if (undone) undone.undoneBy = seq;
  for (const change of changes)
    if (!('member' in change)) state.touched.set(fieldKey(change), { seq, by: by.participant, at });
}
