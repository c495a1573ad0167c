import type { Actor } from '../../shared/state/actor.ts';
import { contextOf, nobodyAround, type ViewContext } from '../../shared/views/context.ts';
import { type AnyLens, commonView, fullView } from '../../shared/views/lens.ts';
import { type View, viewSchema } from '../../shared/views/view.ts';
import type { Day } from '../world/given.ts';
import { lensAt } from '../world/oracle.ts';
import { people, type Who } from '../world/people.ts';

/** The state as views look at it, with nobody connected. */
export function contextNow({ state }: Pick<Day, 'state'>): ViewContext {
  return contextOf(state, nobodyAround);
}

/** What somebody's role looks through: screens at the main room, one of them as the wall, speakers at talk 1. */
export function lensOf(who: Who, display?: string): AnyLens {
  const actor: Actor = people[who];
  return lensAt({
    role: actor.role === 'server' ? 'organizer' : actor.role,
    room: 'main',
    session: actor.session,
    display,
  });
}

/** What somebody sees now, as plain data. */
export function plainView(day: Day, who: Who): Record<string, object | null> {
  const context = contextNow(day);
  const lens = lensOf(who);
  const { participant, role, person } = people[who];
  const viewer = { participant, role, name: person.name, attendance: person.attendance } as const;
  return fullView(commonView(lens, context), lens.own?.(context, viewer) ?? null);
}

/** What somebody sees now, as their browser reads it. */
export function viewOf(day: Day, who: Who): View {
  return viewSchema.parse(plainView(day, who));
}
