import type { Command } from '../../shared/log/command.ts';
import { inUpNext } from '../../shared/questions/indexes.ts';
import { homeOf } from '../../shared/rundown/home.ts';
import { inOrder, sessionAsked, whereWeAre } from '../../shared/rundown/on-now.ts';
import { rowsByAny } from '../../shared/state/rows-by.ts';
import type { State } from '../../shared/state/state.ts';
import { contextOf, nobodyAround, type ViewContext } from '../../shared/views/context.ts';
import { staffSession } from '../../shared/views/moderator.ts';
import { nextStep, tellsEveryone } from '../../shared/views/next-step.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import type { DeskKey } from '../../shared/wire/requests.ts';
import { refuse } from '../refusals/refuse.ts';

/** What a press says besides the key: for black whether it lies over the stage, for extend by how many minutes. */
export interface Pressed {
  room: string;
  on?: boolean | undefined;
  minutes?: number | undefined;
}

/** A command without what its sender gives it: its id and the seq acted on. */
type Bare<C = Command> = C extends Command ? Omit<C, 'id' | 'seen'> : never;

/**
 * The command that a key of the desk sends at an instant (epoch milliseconds), or why there is nothing to do.
 * Refuses: `room-unknown`, `nothing-on-screen`, `nothing-up-next`, `nothing-next`, `nothing-on-air`.
 */
export function commandOf(state: State, key: DeskKey, pressed: Pressed, at: number): Bare | Refusal {
  const { room } = pressed;
  const everywhere = key === 'black' && room === '*';
  if (!everywhere && state.tables.rooms.get(room)?.removed !== false)
    return refuse('unknown', 'room-unknown');
  switch (key) {
    case 'clear':
      return { type: 'stage.show', room, show: { kind: 'auto' } };
    case 'black':
      return { type: 'stage.black', room, on: pressed.on ?? !isBlack(state, room) };
    case 'answered':
      return answered(state, room);
    case 'take-next':
      return takeNext(contextOf(state, nobodyAround), room);
    case 'next-session':
      return startNext(contextOf(state, nobodyAround), room);
    case 'extend':
      return extended(contextOf(state, nobodyAround), room, pressed.minutes ?? 1, at);
  }
}

function isBlack({ tables: { rooms, stages } }: State, room: string): boolean {
  return [...stages.values()]
    .filter(({ id }) => (room === '*' ? rooms.get(id)?.removed === false : id === room))
    .every(({ black }) => black);
}

function answered({ tables }: State, room: string): Bare | Refusal {
  const show = tables.stages.get(room)?.show;
  return show?.kind === 'question'
    ? { type: 'question.answer', question: show.question, on: true }
    : refuse('not-now', 'nothing-on-screen', { now: { show: show?.kind ?? null } });
}

function takeNext(context: ViewContext, room: string): Bare | Refusal {
  const session = sessionAsked(programmeOf(context, room));
  const first = rowsByAny(context.state, inUpNext)
    .filter((each) => homeOf(each).session === session?.id)
    .reduce<{ id: string; upNext: number } | null>(
      (best, { id, upNext }) =>
        upNext !== null && (best === null || upNext < best.upNext) ? { id, upNext } : best,
      null,
    );
  return session && first
    ? { type: 'stage.show', room, show: { kind: 'question', question: first.id } }
    : refuse('not-now', 'nothing-up-next', { now: { upNext: 0, session: session?.id ?? null } });
}

function startNext(context: ViewContext, room: string): Bare | Refusal {
  const step = nextStep(programmeOf(context, room));
  if (!step) return refuse('not-now', 'nothing-next', { now: { session: null } });
  const { session, part } = step;
  return { type: 'session.start', session: session.id, ...(part && { part: part.id }) };
}

function extended(context: ViewContext, room: string, minutes: number, at: number): Bare | Refusal {
  const { now } = whereWeAre(programmeOf(context, room));
  return now
    ? { type: 'session.extend', session: now.id, minutes, tell: tellsEveryone(now, minutes, at) }
    : refuse('not-now', 'nothing-on-air', { now: { session: null } });
}

function programmeOf(context: ViewContext, room: string) {
  const sessions = [...context.state.tables.sessions.keys()].flatMap((id) => staffSession(context, id) ?? []);
  return inOrder(sessions, room);
}
