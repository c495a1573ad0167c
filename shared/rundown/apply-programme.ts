import { defaultPolicy, withSwitches } from '../event/policy.ts';
import { type Change, makeRow, setFields } from '../state/change.ts';
import { rowsByAny } from '../state/rows-by.ts';
import type { Rule } from '../state/rule.ts';
import { eventOf, type State } from '../state/state.ts';
import type { applyData } from './commands.ts';
import { sessionsIn } from './held.ts';
import { byPlace, forNothing, type Home, homeOf, placesOf } from './home.ts';
import { crowdedOutBy, isOnAir, takenOffAir } from './off-air.ts';
import type { Programme, SessionPlan } from './programme.ts';
import { refuse } from './refusals.ts';
import type { SessionRow } from './session.ts';
import { answered, isOnlyAssumed } from './start.ts';

/**
 * [T19–T21, T40] A programme makes or changes the event; what ran keeps running, what is gone loses no question. Nothing
 * leaves the air by it that is not named.
 * Refuses: `programme-elsewhere`, `takes-off-air`.
 */
export const apply: Rule<typeof applyData> = {
  decide(state, data) {
    const event = eventOf(state);
    if (event && event.slug !== data.programme.slug)
      return refuse('conflict', 'programme-elsewhere', {
        of: 'slug',
        now: { slug: event.slug },
      });
    const agreed = new Set(data.removeOnAir);
    const onAir = takenOffAir(state, data.programme).filter(({ id }) => !agreed.has(id));
    return onAir.length === 0
      ? null
      : refuse('conflict', 'takes-off-air', {
          of: 'onAir',
          onAir: onAir.map(({ id, title }) => ({ id, title })),
        });
  },
  evolve(state, data, { now }) {
    return [
      ...applyEvent(state, data.programme),
      ...applyRooms(state, data.programme, now),
      ...applySessions(state, data.programme, now),
      ...applyPosters(state, data.programme),
      ...unassigned(state, data.programme),
    ];
  },
};

function applyEvent(
  state: State,
  { sessions: _s, rooms: _r, posters: _p, policy, ...facts }: Programme,
): Change[] {
  const event = eventOf(state);
  if (event) return setFields('event', event, { ...facts, policy: withSwitches(event.policy, policy) });
  return [
    makeRow('event', { id: 'event', ...facts, policy: withSwitches(defaultPolicy, policy), closed: false }),
  ];
}

function applyRooms(state: State, { rooms }: Programme, now: number): Change[] {
  const stages = rooms.filter(({ id }) => !state.tables.stages.has(id));
  return [
    ...rooms.flatMap((plan) => {
      const room = state.tables.rooms.get(plan.id);
      return room
        ? setFields('rooms', room, { ...plan, removed: false })
        : [makeRow('rooms', { ...plan, removed: false })];
    }),
    ...gone(state.tables.rooms, rooms)
      .filter((room) => !room.removed)
      .flatMap((room) => setFields('rooms', room, { removed: true, held: sessionsIn(state, room.id) })),
    ...stages.map(({ id }) => makeRow('stages', { id, show: { kind: 'auto' }, black: false, since: now })),
  ];
}

function applySessions(state: State, { sessions }: Programme, now: number): Change[] {
  const removed = gone(state.tables.sessions, sessions).filter((session) => !session.removed);
  const orders = ordersOf(state, sessions);
  const crowdedOut = crowdedOutBy(state, sessions);
  return [
    ...sessions.flatMap((plan, place) => {
      const session = state.tables.sessions.get(plan.id);
      const order = orders?.get(plan.id) ?? place;
      if (!session) return [makeRow('sessions', newSession(plan, order))];
      const ran = new Map(session.parts.map((part) => [part.id, part]));
      const parts = plan.parts.map((part) => ({
        ...part,
        startedAt: ran.get(part.id)?.startedAt ?? null,
        endedAt: ran.get(part.id)?.endedAt ?? null,
      }));
      const { cancelled, ...planned } = plan;
      const off = session.cancelled || (cancelled === true && !isSaid(session));
      return setFields('sessions', session, {
        ...planned,
        parts,
        order,
        removed: false,
        cancelled: off,
        ...(retimed(session, plan) && atPlan(session)),
        ...(crowdedOut.has(session.id) && { endedAt: Math.max(now, session.startedAt ?? now) }),
      });
    }),
    ...removed.flatMap((session) =>
      setFields('sessions', session, {
        removed: true,
        ...(isOnAir(session) && { endedAt: now }),
      }),
    ),
  ];
}

/** What the operators did to times that are planned anew counts no more. */
function atPlan(session: SessionRow): Partial<SessionRow> {
  const none = { shift: 0, toldShift: 0, stretch: 0, toldStretch: 0, qaCut: 0, toldQaCut: 0 };
  return { ...none, notYet: false, ...answered(session) };
}

function retimed(session: SessionRow, plan: SessionPlan): boolean {
  return !isSaid(session) && (session.start !== plan.start || session.end !== plan.end);
}

/** Whether somebody said that a session began. */
function isSaid(session: SessionRow): boolean {
  return session.startedAt !== null && !isOnlyAssumed(session);
}

/**
 * The order of sessions after a programme: those whose plan is as it was stay in the order that operators gave them,
 * the others come where their start puts them.
 */
function ordersOf(state: State, plans: readonly SessionPlan[]): Map<string, number> {
  const ids: { id: string; start: number }[] = [];
  const others: SessionPlan[] = [];
  for (const plan of plans) {
    const session = state.tables.sessions.get(plan.id);
    const stays =
      session &&
      !session.removed &&
      session.room === plan.room &&
      session.start === plan.start &&
      session.end === plan.end;
    if (stays) ids.push({ id: plan.id, start: session.start + session.shift });
    else others.push(plan);
  }
  const orderOf = ({ id }: { id: string }) => state.tables.sessions.get(id)?.order ?? 0;
  ids.sort((a, b) => orderOf(a) - orderOf(b));
  for (const { id, start } of others) {
    const before = ids.findLastIndex((each) => each.start <= start);
    ids.splice(before + 1, 0, { id, start });
  }
  return new Map(ids.map(({ id }, order) => [id, order]));
}

function applyPosters(state: State, { posters }: Programme): Change[] {
  const removed = gone(state.tables.posters, posters).filter((poster) => !poster.removed);
  return [
    ...posters.flatMap((plan) => {
      const poster = state.tables.posters.get(plan.id);
      return poster
        ? setFields('posters', poster, { ...plan, removed: false })
        : [makeRow('posters', { ...plan, removed: false })];
    }),
    ...removed.flatMap((poster) => setFields('posters', poster, { removed: true })),
  ];
}

/**
 * The questions of sessions, posters and parts that are gone belong to none; they keep their number, status and votes.
 * What was kept for one of them is kept for nothing of the programme, where it was asked.
 */
function unassigned(state: State, { sessions, posters }: Programme): Change[] {
  const parts = new Map(sessions.map((session) => [session.id, new Set(session.parts.map(({ id }) => id))]));
  const kept = new Set(posters.map(({ id }) => id));
  const isGone = ({ session, poster }: Home) =>
    (session !== null && !parts.has(session)) || (poster !== null && !kept.has(poster));
  const there = placesOf(sessions, posters);
  return rowsByAny(state, byPlace, (place) => !there.has(place)).flatMap((question) => {
    const { session, part } = question;
    const [lost, homeless] = [isGone(question), isGone(homeOf(question))];
    const past = question.past.map((place) => ({
      ...place,
      ...((lost || homeless) && { upNext: null }),
      ...(place.keptFor && isGone(place.keptFor) && { keptFor: forNothing(place.keptFor) }),
    }));
    const partLost = session !== null && part !== null && !parts.get(session)?.has(part);
    return setFields('questions', question, {
      past,
      ...(lost && { session: null, poster: null }),
      ...((lost || partLost) && { part: null }),
      ...(homeless && { upNext: null }),
      ...(question.keptFor && isGone(question.keptFor) && { keptFor: forNothing(question.keptFor) }),
    });
  });
}

function gone<Row extends { id: string }>(
  rows: ReadonlyMap<string, Row>,
  plans: readonly { id: string }[],
): Row[] {
  const kept = new Set(plans.map(({ id }) => id));
  return [...rows.values()].filter(({ id }) => !kept.has(id));
}

function newSession(plan: SessionPlan, order: number): SessionRow {
  return {
    ...plan,
    parts: plan.parts.map((part) => ({ ...part, startedAt: null, endedAt: null })),
    order,
    shift: 0,
    toldShift: 0,
    stretch: 0,
    toldStretch: 0,
    qaCut: 0,
    toldQaCut: 0,
    notYet: false,
    startedAt: null,
    endedAt: null,
    assumed: false,
    cancelled: plan.cancelled ?? false,
    questionsMode: 'auto',
    questionsModeAt: 0,
    phaseMode: 'auto',
    removed: false,
  };
}
