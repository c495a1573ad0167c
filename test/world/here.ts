import { apply } from '../../shared/log/apply.ts';
import { model } from '../../shared/model.ts';
import { initialState } from '../../shared/state/model.ts';
import type { State } from '../../shared/state/state.ts';
import type { DrawnView } from '../../shared/views/context.ts';
import type { Viewer } from '../../shared/views/lens.ts';
import type { StaffView } from '../../shared/views/view.ts';
import type { Member } from './member.ts';
import { Oracle, type Place } from './oracle.ts';
import type { World } from './world.ts';

/** Who is at an event and what displays drew, as the test itself arranged it: no server was asked. */
export interface Here {
  staff: Map<string, StaffView>;
  displays: Map<string, DrawnView>;
  seen: Map<string, number | null>;
  /** The display that each screen speaks for, by participant. */
  speaksFor: Map<string, string>;
  /** The server's time while people come and go, epoch milliseconds. */
  now: number;
}

/** An event at which nobody is, at an instant of its server. */
export function nobody(now: number): Here {
  return { staff: new Map(), displays: new Map(), seen: new Map(), speaksFor: new Map(), now };
}

/** Somebody connected. */
export function comes(here: Here, { seat: { participant, role, name = null } }: Member): void {
  if (role === 'attendee' || role === 'projector') return;
  here.seen.set(participant, null);
  if (role !== 'speaker') here.staff.set(participant, { id: participant, name, role, at: null });
}

/** Somebody's connection ended. */
export function goes(here: Here, { seat: { participant, role } }: Member): void {
  here.staff.delete(participant);
  if (role !== 'attendee' && role !== 'projector') here.seen.set(participant, here.now);
  missed(here, participant);
}

/** A colleague says at which row they are. */
export function isAt(here: Here, { seat: { participant } }: Member, at: NonNullable<StaffView['at']>): void {
  const row = here.staff.get(participant);
  if (row) here.staff.set(participant, { ...row, at });
}

/** A screen says what it drew. */
export function drew(
  here: Here,
  { seat: { participant, scope = {} } }: Member,
  drawn: Pick<DrawnView, 'display' | 'seq' | 'kind' | 'fits' | 'width' | 'height'>,
): void {
  const id = `${scope.room ?? ''}/${drawn.display}`;
  if (here.speaksFor.get(participant) !== id) missed(here, participant);
  here.speaksFor.set(participant, id);
  const at = new Date(here.now).toISOString();
  here.displays.set(id, { ...drawn, id, scope: scope.room ?? null, question: null, at, connected: true });
}

function missed(here: Here, participant: string): void {
  const display = here.displays.get(here.speaksFor.get(participant) ?? '');
  here.speaksFor.delete(participant);
  if (display) here.displays.set(display.id, { ...display, connected: false });
}

/** The state that a world's log makes, replayed from its beginning. */
async function replayed(world: World): Promise<State> {
  const state = initialState(model);
  const { log } = world.running().live;
  for (let page = await log.read({ after: 0 }); page.length > 0; page = await log.read({ after: state.seq }))
    for (const entry of page) apply(state, entry);
  return state;
}

/** What everybody has to see now: what the log of the world says, seen by those who are here. */
export async function oracleOf(world: World, here: Here): Promise<Oracle> {
  return new Oracle(await replayed(world), {
    ...here,
    joinUrl: null,
    people: null,
    unattended: false,
    clockAhead: null,
  });
}

/** Where somebody stands and who they are, for the oracle. */
export function standing({ seat }: Member): [Place, Viewer] {
  const { participant, role, name = null, attendance = 'remote', scope = {} } = seat;
  return [
    { role, room: scope.room, session: scope.session },
    { participant, role, name, attendance },
  ];
}
