import type { Viewer } from '../../shared/views/lens.ts';
import type { Seat } from '../live/audiences.ts';
import type { Badge } from './badges.ts';

/** The seat of a badge: the role it acts as, and the room or session it is limited to. */
export function seatOf({ role, actsAs = role, scope }: Badge): Seat {
  return { role: actsAs, room: scope.room, session: scope.session };
}

/** Who looks with a badge. */
export function viewerOf({ participant, role, name, attendance }: Badge): Viewer {
  return { participant, role, name, attendance };
}
