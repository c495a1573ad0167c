import { homeOf } from '../rundown/home.ts';
import type { Afterwards, Rows } from '../state/afterwards.ts';
import { type Change, setFields } from '../state/change.ts';
import type { State } from '../state/state.ts';
import { type QuestionRow, shortlistLimit } from './question.ts';

/** [U6] Places in Up next close up, and make room for what comes back; the sixth falls out. */
export function repairPlaces(state: State, { tables }: Afterwards): Change[] {
  const taken = new Map<string, number>();
  const places = new Map<string, number>();
  const returns = ({ id, upNext }: QuestionRow) => upNext !== state.tables.questions.get(id)?.upNext;
  const queued = [...tables.questions.values()]
    .filter(({ upNext, status }) => upNext !== null && (status === 'live' || status === 'kept'))
    .toSorted((a, b) => (a.upNext ?? 0) - (b.upNext ?? 0) || Number(returns(b)) - Number(returns(a)));
  for (const question of queued) {
    const { session, poster } = homeOf(question);
    const key = `${session ?? ''}/${poster ?? ''}`;
    const place = (taken.get(key) ?? 0) + 1;
    taken.set(key, place);
    if (place <= shortlistLimit) places.set(question.id, place);
  }
  return [...state.tables.questions.values()]
    .filter(({ id, upNext }) => upNext !== (places.get(id) ?? null))
    .flatMap((question) => setFields('questions', question, { upNext: places.get(question.id) ?? null }));
}

/** [U6] Whether questions would be merged in a circle, or belong to a session, a part or a poster that is no more. */
export function isImpossible({ tables, changed }: Afterwards): boolean {
  return [...tables.questions.values()].some(
    (question) =>
      (changed.has(`questions/${question.id}`) && isInCircle(tables, question)) ||
      isHomeless(tables, question),
  );
}

function isHomeless({ sessions, posters }: Rows, question: QuestionRow): boolean {
  const { session, part, poster } = question;
  const home = homeOf(question);
  const isGone = (id: string | null, rows: ReadonlyMap<string, { removed: boolean }>) =>
    id !== null && rows.get(id)?.removed !== false;
  if (isGone(home.session, sessions) || isGone(session, sessions)) return true;
  if (isGone(home.poster, posters) || isGone(poster, posters)) return true;
  return part !== null && !sessions.get(session ?? '')?.parts.some(({ id }) => id === part);
}

function isInCircle({ questions }: Rows, question: QuestionRow): boolean {
  const met = new Set<string>();
  for (
    let at: QuestionRow | undefined = question;
    at?.status === 'merged';
    at = questions.get(at.mergedInto ?? '')
  ) {
    if (met.has(at.id)) return true;
    met.add(at.id);
  }
  return false;
}
