import type { Applied } from '../../shared/log/apply.ts';
import type { Entry } from '../../shared/log/entry.ts';
import { mergedInto, rootOf } from '../../shared/questions/finding.ts';
import type { Change } from '../../shared/state/change.ts';
import type { State } from '../../shared/state/state.ts';

/** What an entry may have changed in somebody's view: rows by collection, all rows of some collections, people's own part. */
export interface Touched {
  rows: Map<string, Set<string>>;
  /** Collections whose every row has to be looked at again. */
  all: Set<string>;
  /** Participants whose own part may have changed. */
  people: Set<string>;
}

/** Nothing touched. */
export function untouched(): Touched {
  return { rows: new Map(), all: new Set(), people: new Set() };
}

/** The touched of two spans of the log together, added to the first. */
export function addTouched(into: Touched, more: Touched): void {
  for (const [name, ids] of more.rows) {
    const known = into.rows.get(name);
    if (known) for (const id of ids) known.add(id);
    else into.rows.set(name, new Set(ids));
  }
  for (const name of more.all) into.all.add(name);
  for (const person of more.people) into.people.add(person);
}

/**
 * What an applied entry touches. Times ripple through a room, so a change of a session looks at all of its room, and with
 * the clock, which looks at every one; switches are written into every question.
 */
export function touchedBy(entry: Entry, { changes }: Applied, state: State): Touched {
  const touched = untouched();
  if (entry.type === 'clock.pass') touched.all.add('sessions').add('messages');
  else touchRooms(touched, state, changes);
  for (const change of changes) {
    switch (change.of) {
      case 'event':
        touched.all.add('sessions').add('messages');
        if (standsInQuestions(change)) touched.all.add('questions');
        break;
      case 'sessions':
        touchRow(touched, 'tallies', change.id);
        break;
      case 'rooms':
        touched.all.add('stages').add('displays');
        break;
      case 'participants':
        if ('field' in change && asked.has(change.field)) touchAsker(touched, state, change.id);
        touchRow(touched, 'crew', change.id);
        touched.people.add(change.id);
        break;
      case 'questions':
        touchQuestion(touched, state, change.id);
        touchTallies(touched, state, change);
        if ('member' in change) touched.people.add(change.member);
        else if (
          'field' in change &&
          change.field === 'status' &&
          (change.before === 'merged' || change.after === 'merged')
        ) {
          touchSupporters(touched, state, change.id);
        }
        break;
      case 'reports':
        touchRow(touched, 'reports', change.id);
        touchRow(touched, 'questions', state.tables.reports.get(change.id)?.question ?? '');
        break;
      default:
        touchRow(touched, change.of, change.id);
    }
  }
  return touched;
}

/** Whether a change of the event is of a switch that is written into every question: names, and who sees counts when. */
function standsInQuestions(change: Change): boolean {
  if (!('field' in change) || change.field !== 'policy' || 'member' in change) return !('field' in change);
  const [before, after] = [Object(change.before), Object(change.after)];
  return before.names !== after.names || before.ranking !== after.ranking;
}

/** The sessions whose times may have changed with those of some: of their rooms, or all where one is everybody's or moved. */
function touchRooms(touched: Touched, { tables: { sessions } }: State, changes: readonly Change[]): void {
  const rooms = new Set<string>();
  for (const change of changes) {
    if (change.of !== 'sessions') continue;
    const room = sessions.get(change.id)?.room ?? null;
    if (room === null || !('field' in change) || change.field === 'room') {
      touched.all.add('sessions');
      return;
    }
    rooms.add(room);
  }
  if (rooms.size === 0) return;
  for (const { id, room } of sessions.values())
    if (room === null || rooms.has(room)) touchRow(touched, 'sessions', id);
}

/** A question, those it counts for through merges, and its author. */
function touchQuestion(touched: Touched, state: State, id: string): void {
  touchRow(touched, 'questions', id);
  touchRow(touched, 'upNext', id);
  const question = state.tables.questions.get(id);
  if (!question) return;
  if (question.by !== null) touched.people.add(question.by);
  const target = question.mergedInto === null ? undefined : state.tables.questions.get(question.mergedInto);
  for (const counted of [rootOf(state, question), ...(target ? [target, rootOf(state, target)] : [])]) {
    touchRow(touched, 'questions', counted.id);
    if (counted.by !== null && counted !== question) touched.people.add(counted.by);
  }
}

/** The counters of a question's session, and of the one it was of before. */
function touchTallies(touched: Touched, state: State, change: Change): void {
  if ('member' in change) return;
  const question = state.tables.questions.get(change.id);
  if (question?.session != null) touchRow(touched, 'tallies', question.session);
  if (!('field' in change)) return;
  if (change.field === 'session' && typeof change.before === 'string')
    touchRow(touched, 'tallies', change.before);
  // Whoever gets a number for the first time is no newcomer any more.
  if (change.field === 'n' && question?.by != null) touchAsker(touched, state, question.by);
}

/** What of a person stands in the rows of their questions. */
const asked: ReadonlySet<string> = new Set(['name', 'banned', 'bannedAs']);

/** Every question of a person. */
function touchAsker(touched: Touched, { tables }: State, person: string): void {
  for (const { id, by } of tables.questions.values()) if (by === person) touchRow(touched, 'questions', id);
}

/** Whoever supported a question supports its target once it is merged, and itself once it is not. */
function touchSupporters(touched: Touched, state: State, id: string): void {
  const question = state.tables.questions.get(id);
  for (const merged of question ? [question, ...mergedInto(state, question)] : []) {
    for (const voter of merged.voters) touched.people.add(voter);
  }
}

function touchRow(touched: Touched, name: string, id: string): void {
  const ids = touched.rows.get(name);
  if (ids) ids.add(id);
  else touched.rows.set(name, new Set([id]));
}
