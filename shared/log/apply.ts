import { notTakenFrom } from '../event/shut-out.ts';
import { broughtIn } from '../people/known.ts';
import { isStaff } from '../people/role.ts';
import type { Change } from '../state/change.ts';
import { commit } from '../state/commit.ts';
import { may } from '../state/model.ts';
import type { Kind } from '../state/noun.ts';
import type { Context } from '../state/rule.ts';
import type { State } from '../state/state.ts';
import type { Refusal } from '../wire/refusals.ts';
import { conflictOverField, conflictWithColleague, fieldKey, refusalInWords } from './conflicts.ts';
import type { Draft, Entry } from './entry.ts';
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

/**
 * What an entry would do to the state: its changes, or why not. Writes nothing.
 * Refuses: `colleague-changed`, `made-by-server`, `role-may-not`, `id-taken`, `access-withdrawn`, `no-programme`, `banned`,
 * `event-closed`, and what its rule refuses.
 */
export function decide(state: State, draft: Draft): Change[] | Refusal {
  const decided = decideAsKept(state, draft);
  return Array.isArray(decided) ? decided : refusalInWords(state, decided);
}

/** As it is decided, with digests where names are told: refusals stand in the state, which holds no personal text. */
function decideAsKept(state: State, draft: Draft): Change[] | Refusal {
  const { id, by, rules, data } = draft;
  const context: Context = { id, by, rules, now: Math.max(state.at, draft.at) };
  const { rule, timed } = state.model.kind(draft.type);
  const refusal = refuseActor(state, draft) ?? rule.decide(state, data, context);
  if (refusal) return colleagueFirst(state, draft, refusal);
  const evolved = rule.evolve(state, data, context);
  const changes = timed === 'anew' ? withEntailed(state, evolved, context.now) : evolved;
  return conflictWithColleague(state, changes, by.participant, seenBy(draft)) ?? changes;
}

/**
 * Applies the next entry of the log: decides it in log order, so that all nodes agree, and commits its changes.
 * Where deciding throws, nothing was written and the error passes on.
 */
export function apply(state: State, entry: Entry): Applied {
  const kind = state.model.kind(entry.type);
  const decided = decideAsKept(state, entry);
  const refused = !Array.isArray(decided);
  const changes = refused ? [] : [...broughtIn(state, entry.by, entry.rules), ...decided];
  const timed = !refused && kind.timed !== undefined;
  const counters = state.model.nouns.flatMap(
    ({ counter }) => counter?.(state, { at: entry.at, timed }) ?? [],
  );
  if (!refused) keepTexts(state, entry);
  const gone = refused
    ? leftBy(entry)
    : letGo(state, entry, changes, isStaffEntry(kind, entry) && kind.lasting !== true);
  commit(state, changes);
  state.seq = entry.seq;
  state.at = Math.max(state.at, entry.at);
  if (kind.passes) state.passedTo = Math.max(state.passedTo, kind.passes(state, entry));
  for (const count of counters) count(changes);
  if (refused) state.refused.set(entry.seq, decided);
  else if (isStaffEntry(kind, entry)) remember(state, entry, decided);
  return { outcome: outcomeOf(state, entry), changes, gone };
}

/** The changes with what they entail, noun by noun. */
function withEntailed(state: State, evolved: readonly Change[], now: number): Change[] {
  const changes = [...evolved];
  for (const noun of state.model.nouns) changes.push(...(noun.entails?.(state, changes, now) ?? []));
  return changes;
}

/** What came of an entry that was applied, now or long ago: a repeat gets the same answer. */
export function outcomeOf(state: State, entry: Entry): Outcome {
  const refused = state.refused.get(entry.seq);
  if (refused) return refusalInWords(state, refused);
  return { ok: true, seq: entry.seq, ...state.model.kind(entry.type).says?.(state, entry) };
}

/**
 * Whether an entry was made by somebody who runs the event, or in their place: such entries are audited and
 * can be undone.
 */
function isStaffEntry(kind: Kind, { by, data }: Entry): boolean {
  const { audited } = kind;
  if (by.role === 'server') return audited === 'always';
  return isStaff(by.role) && (audited !== 'never' || kind.asStaff?.(data) === true);
}

function refuseActor(state: State, { by: { participant, role }, type, id }: Draft): Refusal | null {
  if (role === 'server') return null;
  const kind = state.model.kind(type);
  if (kind.by === 'server') return refuse('not-allowed', 'made-by-server');
  if (kind.by === 'newcomers') return null;
  if (!may(role, kind)) return refuse('not-allowed', 'role-may-not');
  const notTaken = notTakenFrom(state, { participant, role }, kind.evenIf);
  if (notTaken || kind.creates === undefined) return notTaken;
  const taken = state.model.created.some((of) => state.tables[of].has(id));
  return taken ? refuse('conflict', 'id-taken', { of: 'id' }) : null;
}

/** Where a colleague caused a refusal by what they set, the conflict says so. */
function colleagueFirst(state: State, draft: Draft, refusal: Refusal): Refusal {
  const seen = seenBy(draft);
  if (refusal.reason !== 'not-now' || seen === undefined) return refusal;
  const field = state.model.kind(draft.type).dependsOn?.(draft.data);
  return (field && conflictOverField(state, field, draft.by.participant, seen)) ?? refusal;
}

/** The seq that an entry was made in sight of: only the staff's counts, and only they are told of colleagues. */
function seenBy({ by, seen }: Draft): number | undefined {
  return isStaff(by.role) ? seen : undefined;
}

function remember(state: State, entry: Entry, changes: readonly Change[]): void {
  const { seq, type, at, by } = entry;
  state.staff.set(seq, { seq, type, by: by.participant, at, changes, undoneBy: null });
  const undone = entry.type === 'undo' ? state.staff.get(entry.data.seq) : undefined;
  if (undone) undone.undoneBy = seq;
  for (const change of changes)
    if (!('member' in change)) state.lastWrites.set(fieldKey(change), { seq, by: by.participant, at });
}
