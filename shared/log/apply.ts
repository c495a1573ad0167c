import { may } from '../people/permissions.ts';
import { isStaff } from '../people/role.ts';
import { commit, makeRow, setFields, type Change } from '../state/change.ts';
import { eventOf, type State } from '../state/state.ts';
import type { Rule } from '../state/rule.ts';
import { refuse, type Refusal } from '../wire/refusals.ts';
import type { CommandType } from './command.ts';
import type { Draft, Entry, EntryType } from './entry.ts';
import { rules } from './rules.ts';
import { conflictOverStatus, conflictWithColleague, fieldKey } from './touching.ts';

/** What came of a command: the seq of its entry and what it created. */
export interface Accepted {
  ok: true;
  seq: number;
  question?: string;
  status?: string;
}
export type Outcome = Accepted | Refusal;

/** An entry that was applied: what came of it, and every change it made. */
export interface Applied {
  outcome: Outcome;
  changes: readonly Change[];
}

/** What an entry would do to the state: its changes, or why not. Writes nothing. */
export function decide(state: State, draft: Draft): Change[] | Refusal {
  const now = Math.max(state.at, draft.at);
  const refusal = refuseActor(state, draft) ?? ruleOf(draft.type).decide(state, draft, now);
  if (refusal) return colleagueFirst(state, draft, refusal);
  const changes = ruleOf(draft.type).evolve(state, draft, now);
  return conflictWithColleague(state, changes, draft.by.participant, draft.seen) ?? changes;
}

/**
 * Applies the next entry of the log: decides it in log order, so that all nodes agree, and commits its changes.
 * Where deciding throws, nothing was written and the error passes on.
 */
export function apply(state: State, entry: Entry): Applied {
  const decided = decide(state, entry);
  const refused = !Array.isArray(decided);
  const changes = refused ? [] : [...person(state, entry), ...decided];
  for (const body of entry.personal?.bodies ?? []) state.bodies.set(body.digest, body.text);
  commit(state, changes);
  state.seq = entry.seq;
  state.at = Math.max(state.at, entry.at);
  if (entry.type === 'clock.pass') state.passedTo = Math.max(state.passedTo, entry.data.at);
  if (entry.type === 'programme.apply' && state.passedTo === 0) state.passedTo = entry.at;
  if (refused) state.refused.set(entry.seq, decided);
  else {
    if (entry.type === 'participant.erase') forgetTexts(state, decided);
    countNumbers(state, decided);
    if (isStaffEntry(entry)) remember(state, entry, decided);
  }
  return { outcome: outcomeOf(state, entry), changes };
}

/** What came of an entry that was applied, now or long ago: a repeat gets the same answer. */
export function outcomeOf(state: State, entry: Entry): Outcome {
  const refused = state.refused.get(entry.seq);
  if (refused) return refused;
  const question = state.tables.questions.get(entry.id);
  if (question && (entry.type === 'question.ask' || entry.type === 'question.log')) {
    return { ok: true, seq: entry.seq, question: question.id, status: question.askedAs };
  }
  return { ok: true, seq: entry.seq };
}

/** Whether an entry was made by somebody who runs the event: such entries are audited and can be undone. */
export function isStaffEntry({ by, type }: Pick<Entry, 'by' | 'type'>): boolean {
  return by.role !== 'server' && isStaff(by.role) && type !== 'question.upvote' && type !== 'question.ask' && type !== 'report';
}

/** The rule of an entry type, seen as a rule of any: the caller hands it drafts of that type alone. */
function ruleOf<T extends EntryType>(type: T): Rule<T> {
  return rules[type];
}

function refuseActor(state: State, { by, type, id }: Draft): Refusal | null {
  if (by.role === 'server') return null;
  const made: ReadonlySet<EntryType> = new Set(['clock.pass', 'sample']);
  if (made.has(type)) return refuse('not-allowed', 'Only the server makes this.');
  if (type === 'invite.use') return null;
  if (!isCommand(type) || !may(by.role, type)) return refuse('not-allowed', 'Your role may not do this.');
  const person = state.tables.participants.get(by.participant);
  if (person?.revokedAt != null) return refuse('no-badge', 'Your access was withdrawn.');
  if (person?.banned && type !== 'participant.erase') return refuse('not-allowed', 'The moderators take nothing more from you.', { of: 'banned' });
  const event = eventOf(state);
  if (!event && type !== 'programme.apply') return refuse('unavailable', 'This event has no programme yet.');
  if (event?.closed && by.role !== 'organizer') return refuse('not-now', 'This event is closed.', { now: { closed: true } });
  const creates: ReadonlySet<EntryType> = new Set(['question.ask', 'question.log', 'announce', 'report']);
  const taken = state.tables.questions.has(id) || state.tables.messages.has(id) || state.tables.reports.has(id);
  return creates.has(type) && taken ? refuse('conflict', 'This id names something already.', { of: 'id' }) : null;
}

function isCommand(type: EntryType): type is CommandType {
  return type !== 'clock.pass' && type !== 'sample' && type !== 'invite.use';
}

/** Where a colleague caused a refusal for the question's status, the conflict says so. */
function colleagueFirst(state: State, draft: Draft, refusal: Refusal): Refusal {
  if (refusal.reason !== 'not-now' || draft.seen === undefined) return refusal;
  const question = 'question' in draft.data ? draft.data.question : 'show' in draft.data && draft.data.show.kind === 'question' ? draft.data.show.question : undefined;
  return (question !== undefined && conflictOverStatus(state, question, draft.by.participant, draft.seen)) || refusal;
}

/** The changes that bring somebody in with their first entry, or follow their name, attendance and strongest role. */
function person(state: State, { by }: Entry): Change[] {
  if (by.role === 'server') return [];
  const known = state.tables.participants.get(by.participant);
  const said = by.person ?? { name: known?.name ?? null, attendance: known?.attendance ?? 'remote' };
  if (!known) {
    return [makeRow('participants', { id: by.participant, ...said, role: by.role, banned: false, revokedAt: null, erasedAt: null })];
  }
  const role = isStaff(known.role) && !isStaff(by.role) ? known.role : by.role;
  return setFields('participants', known, { ...said, role });
}

function forgetTexts(state: State, changes: readonly Change[]): void {
  for (const change of changes) {
    if ('field' in change && !('member' in change) && change.after === null && typeof change.before === 'string') state.bodies.delete(change.before);
  }
}

function countNumbers(state: State, changes: readonly Change[]): void {
  for (const change of changes) {
    const n = 'member' in change ? null : 'field' in change ? (change.field === 'n' ? change.after : null) : change.after && 'n' in change.after ? change.after.n : null;
    if (typeof n === 'number') state.nextNumber = Math.max(state.nextNumber, n + 1);
  }
}

function remember(state: State, entry: Entry, changes: readonly Change[]): void {
  const { seq, type, at, by } = entry;
  state.staff.set(seq, { seq, type, by: by.participant, at, changes, undoneBy: null });
  const undone = entry.type === 'undo' ? state.staff.get(entry.data.seq) : undefined;
  if (undone) undone.undoneBy = seq;
  for (const change of changes) if (!('member' in change)) state.touched.set(fieldKey(change), { seq, by: by.participant, at });
}
