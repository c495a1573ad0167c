import type { PartPlan, Programme, SessionPlan } from '../../../shared/rundown/programme.ts';
import type { SessionRow } from '../../../shared/rundown/session.ts';
import { eventOf, type State, textOf } from '../../../shared/state/state.ts';

/**
 * The programme that an event stands on now, as the last `programme.apply` left it: plans only, nothing of what
 * happened. Null where there is none yet.
 */
export function programmeOf(state: State): Programme | null {
  const event = eventOf(state);
  if (!event) return null;
  const { id: _id, closed: _closed, policy, ...facts } = event;
  const { keepDays, look, ...switches } = policy;
  const logo = look && textOf(state, look.logo);
  const there = <Row extends { removed: boolean }>(rows: ReadonlyMap<string, Row>) =>
    [...rows.values()].filter(({ removed }) => !removed);
  return {
    ...facts,
    policy: {
      ...switches,
      ...(keepDays !== null && { keepDays }),
      ...(look && { look: { accent: look.accent, logo } }),
    },
    rooms: there(state.tables.rooms).map(({ removed: _removed, held: _held, ...room }) => room),
    sessions: there(state.tables.sessions)
      .toSorted((a, b) => a.start - b.start || a.order - b.order)
      .map(planOf),
    posters: there(state.tables.posters).map(({ removed: _removed, ...poster }) => poster),
  };
}

function planOf(row: SessionRow): SessionPlan {
  const { id, kind, title, localStart, start, end, day, qa, fixed, shrinkTo, room, speakers } = row;
  const { abstract, stream, captions, recording, parts, cancelled, key } = row;
  return {
    ...{ id, kind, title, localStart, start, end, day, qa, fixed, shrinkTo, room, speakers },
    ...{ abstract, stream, captions, recording },
    parts: parts.map(({ startedAt: _started, endedAt: _ended, ...part }): PartPlan => part),
    ...(cancelled && { cancelled: true as const }),
    ...(key !== undefined && { key }),
  };
}
