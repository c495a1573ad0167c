import type { EventRow } from '../event/event.ts';
import { canShow } from '../questions/finding.ts';
import type { QuestionRow } from '../questions/question.ts';
import { shortlistLimit } from '../questions/question.ts';
import { homeOf } from '../rundown/home.ts';
import { isOnAir } from '../rundown/off-air.ts';
import { areBeside } from '../rundown/order.ts';
import type { PosterRow } from '../rundown/poster.ts';
import type { SessionRow } from '../rundown/session.ts';
import { unseen } from '../stage/rules.ts';
import type { StageRow } from '../stage/stage.ts';
import { type Change, same, setFields } from '../state/change.ts';
import type { State } from '../state/state.ts';

/** The rows as some changes would leave them, as far as other rows depend on them. Nothing is written. */
export interface Afterwards {
  event: ReadonlyMap<string, EventRow>;
  questions: ReadonlyMap<string, QuestionRow>;
  sessions: ReadonlyMap<string, SessionRow>;
  posters: ReadonlyMap<string, PosterRow>;
  stages: ReadonlyMap<string, StageRow>;
  /** Ids of the rows that would change. */
  changed: ReadonlySet<string>;
}

/** What some changes would leave. */
export function afterwards(state: State, changes: readonly Change[]): Afterwards {
  const fields = new Map<string, Record<string, unknown>>();
  for (const change of changes) {
    if (!('field' in change) || 'member' in change) continue;
    const key = `${change.of}/${change.id}`;
    fields.set(key, { ...fields.get(key), [change.field]: change.after });
  }
  const laidOver = <Row extends object>(
    of: string,
    rows: ReadonlyMap<string, Row>,
  ): ReadonlyMap<string, Row> => {
    const over = new Map(rows);
    for (const [key, values] of fields) {
      const id = key.startsWith(`${of}/`) ? key.slice(of.length + 1) : '';
      const row = rows.get(id);
      if (row) over.set(id, { ...row, ...values });
    }
    return over;
  };
  const { event, questions, sessions, posters, stages } = state.tables;
  return {
    event: laidOver('event', event),
    questions: laidOver('questions', questions),
    sessions: laidOver('sessions', sessions),
    posters: laidOver('posters', posters),
    stages: laidOver('stages', stages),
    changed: new Set(fields.keys()),
  };
}

/**
 * Whether the day could not be so: merges in a circle, a session that ends without having begun, two on air in a room,
 * a question whose session is gone, a session that is gone though it is on air. Two that were on air at once `before`
 * are nobody's new fault.
 */
export function brokenBy(after: Afterwards, before: ReadonlyMap<string, SessionRow>): boolean {
  const questions = [...after.questions.values()].filter(({ id }) => after.changed.has(`questions/${id}`));
  if (questions.some((question) => isInCircle(after, question))) return true;
  if ([...after.questions.values()].some((question) => isHomeless(after, question))) return true;
  const isLost = (row: SessionRow) =>
    row.removed && isOnAir({ ...row, removed: before.get(row.id)?.removed ?? true });
  if ([...after.sessions.values()].some(isLost)) return true;
  const sessions = [...after.sessions.values()].filter(({ removed }) => !removed);
  const isNewCollision = (one: SessionRow, other: SessionRow) => {
    if (!collide(one, other)) return false;
    const [was, otherWas] = [before.get(one.id), before.get(other.id)];
    return !areBeside(one, other) && !(was && otherWas && collide(was, otherWas));
  };
  return sessions.some(
    (session) =>
      after.changed.has(`sessions/${session.id}`) &&
      (!couldBe(session) || sessions.some((other) => isNewCollision(session, other))),
  );
}

/**
 * The changes with what they entail: a question that may not be shown leaves the stages and Up next; places in
 * Up next close up, make room for what comes back, and the sixth falls out.
 */
export function settled(state: State, changes: readonly Change[], now: number): Change[] {
  const after = afterwards(state, changes);
  const apart = changes.filter(
    (change) =>
      !('field' in change) ||
      (change.field !== 'upNext' && !(change.of === 'stages' && change.field !== 'black')),
  );
  const stages = [...after.stages].flatMap(([id, { show, black, since, seenFrom }]) => {
    const stage = state.tables.stages.get(id);
    if (!stage) return [];
    const shown = show.kind === 'question' ? after.questions.get(show.question) : undefined;
    const hidden = show.kind === 'question' && !(shown && canShow(shown));
    const then: Partial<StageRow> = hidden
      ? { show: { kind: 'auto' }, since: now }
      : { show, since, seenFrom };
    return [
      ...setFields('stages', stage, then),
      ...(black || !same(then.show, stage.show) ? unseen(state, stage, now) : []),
    ];
  });
  return [...apart, ...stages, ...places(state, after)];
}

function places(state: State, after: Afterwards): Change[] {
  const taken = new Map<string, number>();
  const places = new Map<string, number>();
  const returns = ({ id, upNext }: QuestionRow) => upNext !== state.tables.questions.get(id)?.upNext;
  const queued = [...after.questions.values()]
    .filter(({ upNext, status }) => upNext !== null && (status === 'live' || status === 'kept'))
    .toSorted((a, b) => (a.upNext ?? 0) - (b.upNext ?? 0) || Number(returns(b)) - Number(returns(a)));
  for (const question of queued) {
    const { id } = question;
    const { session, poster } = homeOf(question);
    const key = `${session ?? ''}/${poster ?? ''}`;
    const place = (taken.get(key) ?? 0) + 1;
    taken.set(key, place);
    if (place <= shortlistLimit) places.set(id, place);
  }
  return [...state.tables.questions.values()]
    .filter(({ id, upNext }) => upNext !== (places.get(id) ?? null))
    .flatMap((question) => setFields('questions', question, { upNext: places.get(question.id) ?? null }));
}

/** Whether a question would be of a session, a part or a poster that is no more. */
function isHomeless({ sessions, posters }: Afterwards, question: QuestionRow): boolean {
  const { session, part, poster } = question;
  const home = homeOf(question);
  if (home.session !== null && sessions.get(home.session)?.removed !== false) return true;
  if (home.poster !== null && posters.get(home.poster)?.removed !== false) return true;
  const of = session === null ? null : sessions.get(session);
  if (of !== null && (of === undefined || of.removed)) return true;
  if (part !== null && !of?.parts.some(({ id }) => id === part)) return true;
  return poster !== null && posters.get(poster)?.removed !== false;
}

function isInCircle({ questions }: Afterwards, question: QuestionRow): boolean {
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

function couldBe({ startedAt, endedAt, cancelled }: SessionRow): boolean {
  if (startedAt === null) return endedAt === null;
  return !cancelled && (endedAt === null || endedAt >= startedAt);
}

function collide(a: SessionRow, b: SessionRow): boolean {
  if (a.id === b.id || a.startedAt === null || b.startedAt === null) return false;
  if (a.room !== b.room && a.room !== null && b.room !== null) return false;
  const until = ({ endedAt }: SessionRow) => endedAt ?? Number.POSITIVE_INFINITY;
  return Math.max(a.startedAt, b.startedAt) < Math.min(until(a), until(b));
}
