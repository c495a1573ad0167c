import { byPlace, homeOf, placesOf } from '../rundown/home.ts';
import type { PosterRow, SessionRow } from '../rundown/session.ts';
import type { Afterwards } from '../state/afterwards.ts';
import { type Change, setFields } from '../state/change.ts';
import { rowsByAny, rowsOf } from '../state/rows-by.ts';
import type { State } from '../state/state.ts';
import { inUpNext, upNextOf } from './indexes.ts';
import { type QuestionRow, shortlistLimit } from './question.ts';

/** [U6] Places in Up next close up, and make room for what comes back; the sixth falls out. */
export function repairPlaces(state: State, after: Afterwards): Change[] {
  const taken = new Map<string, number>();
  const places = new Map<string, number>();
  const returns = ({ id, upNext }: QuestionRow) => upNext !== state.tables.questions.get(id)?.upNext;
  // No other question is in an Up next, or would be.
  const candidates = [...rowsByAny(state, inUpNext).map(({ id }) => id), ...after.changed('questions')];
  const questions = rowsOf(state, 'questions', new Set(candidates));
  const queued = questions
    .flatMap(({ id }) => after.row('questions', id) ?? [])
    .filter(({ upNext, status }) => upNext !== null && (status === 'live' || status === 'kept'))
    .toSorted((a, b) => (a.upNext ?? 0) - (b.upNext ?? 0) || Number(returns(b)) - Number(returns(a)));
  for (const question of queued) {
    const key = upNextOf(question);
    const place = (taken.get(key) ?? 0) + 1;
    taken.set(key, place);
    if (place <= shortlistLimit) places.set(question.id, place);
  }
  return questions
    .filter(({ id, upNext }) => upNext !== (places.get(id) ?? null))
    .flatMap((question) => setFields('questions', question, { upNext: places.get(question.id) ?? null }));
}

/** [U6] Whether questions would be merged in a circle, or belong to a session, a part or a poster that is no more. */
export function isImpossible(after: Afterwards, state: State): boolean {
  const [sessions, posters] = [after.rows('sessions'), after.rows('posters')];
  const there = placesOf(standing(sessions), standing(posters));
  const changed = [...after.changed('questions')];
  const homeless = rowsByAny(state, byPlace, (place) => !there.has(place)).map(({ id }) => id);
  const as = (id: string) => after.row('questions', id) ?? [];
  return (
    changed.flatMap(as).some((question) => isInCircle(after, question)) ||
    [...changed, ...homeless].flatMap(as).some((question) => isHomeless(sessions, posters, question))
  );
}

/** The rows of a table that were not taken out. */
function standing<Row extends { removed: boolean }>(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.values()].filter(({ removed }) => !removed);
}

function isHomeless(
  sessions: ReadonlyMap<string, SessionRow>,
  posters: ReadonlyMap<string, PosterRow>,
  question: QuestionRow,
): boolean {
  const { session, part, poster } = question;
  const home = homeOf(question);
  const isGone = (id: string | null, rows: ReadonlyMap<string, { removed: boolean }>) =>
    id !== null && rows.get(id)?.removed !== false;
  if (isGone(home.session, sessions) || isGone(session, sessions)) return true;
  if (isGone(home.poster, posters) || isGone(poster, posters)) return true;
  return part !== null && !sessions.get(session ?? '')?.parts.some(({ id }) => id === part);
}

function isInCircle(after: Afterwards, question: QuestionRow): boolean {
  const met = new Set<string>();
  for (
    let at: QuestionRow | undefined = question;
    at?.status === 'merged';
    at = after.row('questions', at.mergedInto ?? '')
  ) {
    if (met.has(at.id)) return true;
    met.add(at.id);
  }
  return false;
}
