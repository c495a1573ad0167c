import { defaultPolicy } from '../event/policy.ts';
import { type Change, makeRow, setFields } from '../state/change.ts';
import type { Rule } from '../state/rule.ts';
import { eventOf, type State } from '../state/state.ts';
import { refuse } from '../wire/refusals.ts';
import type { Programme, SessionPlan } from './programme.ts';
import type { SessionRow } from './session.ts';

/** [T19–T21] A programme makes or changes the event; what ran keeps running, what is gone loses no question. */
export const apply: Rule<'programme.apply'> = {
  decide(state, { data }) {
    const event = eventOf(state);
    return event && event.slug !== data.programme.slug
      ? refuse('conflict', 'This programme is of another event.', { of: 'slug', now: { slug: event.slug } })
      : null;
  },
  evolve(state, { data }, now) {
    return [
      ...applyEvent(state, data.programme),
      ...applyRooms(state, data.programme, now),
      ...applySessions(state, data.programme),
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
  const given = Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined));
  if (event) return setFields('event', event, { ...facts, policy: { ...event.policy, ...given } });
  return [makeRow('event', { id: 'event', ...facts, policy: { ...defaultPolicy, ...given }, closed: false })];
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
    ...gone(state.tables.rooms, rooms).flatMap((room) => setFields('rooms', room, { removed: true })),
    ...stages.map(({ id }) => makeRow('stages', { id, show: { kind: 'auto' }, black: false, since: now })),
  ];
}

function applySessions(state: State, { sessions }: Programme): Change[] {
  const removed = gone(state.tables.sessions, sessions).filter((session) => !session.removed);
  return [
    ...sessions.flatMap((plan, order) => {
      const session = state.tables.sessions.get(plan.id);
      if (!session) return [makeRow('sessions', newSession(plan, order))];
      const ran = new Map(session.parts.map((part) => [part.id, part]));
      const parts = plan.parts.map((part) => ({
        ...part,
        startedAt: ran.get(part.id)?.startedAt ?? null,
        endedAt: ran.get(part.id)?.endedAt ?? null,
      }));
      const { cancelled, ...planned } = plan;
      const off = session.cancelled || (cancelled === true && session.startedAt === null);
      return setFields('sessions', session, { ...planned, parts, order, removed: false, cancelled: off });
    }),
    ...removed.flatMap((session) => setFields('sessions', session, { removed: true })),
  ];
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

/** The questions of sessions, posters and parts that are gone belong to none; they keep their number, status and votes. */
function unassigned(state: State, { sessions, posters }: Programme): Change[] {
  const parts = new Map(sessions.map((session) => [session.id, new Set(session.parts.map(({ id }) => id))]));
  const kept = new Set(posters.map(({ id }) => id));
  return [...state.tables.questions.values()].flatMap((question) => {
    const { session, poster, part } = question;
    if ((session !== null && !parts.has(session)) || (poster !== null && !kept.has(poster))) {
      const past = question.past.map((place) => ({ ...place, upNext: null }));
      return setFields('questions', question, {
        session: null,
        poster: null,
        part: null,
        upNext: null,
        past,
      });
    }
    const lost = session !== null && part !== null && !parts.get(session)?.has(part);
    return lost ? setFields('questions', question, { part: null }) : [];
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
