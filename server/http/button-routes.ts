import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { Outcome } from '../../shared/log/apply.ts';
import type { Command } from '../../shared/log/command.ts';
import { isStaff } from '../../shared/people/role.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { type DeskKey, type DoBody, deskKeySchema, doBodySchema } from '../../shared/wire/requests.ts';
import type { Badge } from '../access/badges.ts';
import type { LiveEvent } from '../live/live-event.ts';
import { refuse } from '../refusals/refuse.ts';
import { receive } from '../socket/intake.ts';
import { understand } from '../socket/parse.ts';
import { answerRefusal, badgeOfRequest, eventOfRequest } from './answers.ts';
import type { HttpContext } from './context.ts';
import { commandOf } from './desk-keys.ts';

/** How long a second press of the same key in the same room is the first one again, in milliseconds. */
const samePress = (key: DeskKey): number => (key === 'take-next' ? 1_000 : 600);

interface Press {
  at: number;
  /** What was said with it: a key that says something else is another one. */
  said: string;
  outcome: Promise<Outcome>;
}

/** The keys of the desk for hardware: one POST does what one press does, worked out from how things stand. */
export function buttonRoutes(context: HttpContext): Router {
  const router = Router();
  const presses = new Map<string, Press>();
  router.post('/api/events/:slug/rooms/:room/do/:action', async (request, response) => {
    const outcome = await press(context, presses, request, response);
    if (outcome === null) return;
    if (outcome.ok) response.json(outcome);
    else answerRefusal(response, outcome);
  });
  return router;
}

async function press(
  context: HttpContext,
  presses: Map<string, Press>,
  request: Request,
  response: Response,
): Promise<Outcome | null> {
  const said = understand(doBodySchema, { ...fromQuery(request), ...Object(request.body ?? {}) });
  if (!said.ok) return said;
  const running = eventOfRequest(context, request, response);
  if (!running) return null;
  const badge = await badgeOfRequest(context, running, request);
  if ('ok' in badge) return badge;
  const { live } = running;
  const key = deskKeySchema.safeParse(request.params['action']).data;
  const first = await known(context, live, badge, said.value.id, key);
  if (first) return first;
  if (!isStaff(badge.role)) return refuse('not-allowed', 'staff-only');
  if (key === undefined) return refuse('unknown', 'key-unknown');
  const room = String(request.params['room']);
  const act = () => pressed(context, live, badge, key, room, said.value);
  return said.value.id === undefined
    ? once(presses, `${live.slug} ${room} ${key}`, { key, said: saidBy(said.value) }, context.clock(), act)
    : act();
}

/** Works out what a key does now, and does it. */
async function pressed(
  context: HttpContext,
  live: LiveEvent,
  badge: Badge,
  key: DeskKey,
  room: string,
  { id = randomUUID(), seen, on, minutes }: DoBody,
): Promise<Outcome> {
  const worked = commandOf(live.state, key, { room, on, minutes }, live.now());
  if ('ok' in worked) return worked;
  const command: Command = { ...worked, id, ...(seen !== undefined && { seen }) };
  return receive(live, badge, command, context);
}

/** The values that a press brings along, as one text. */
function saidBy({ on, minutes }: DoBody): string {
  return JSON.stringify([on, minutes]);
}

/**
 * Two hands, or a key that bounces: whoever presses again at once gets what came of the first press. On after off, or other
 * minutes, is no such press.
 */
async function once(
  presses: Map<string, Press>,
  what: string,
  { key, said }: { key: DeskKey; said: string },
  now: number,
  act: () => Promise<Outcome>,
): Promise<Outcome> {
  const before = presses.get(what);
  if (before?.said === said && Math.abs(now - before.at) < samePress(key)) {
    const outcome = await before.outcome;
    if (isEverybodys(outcome)) return outcome;
  }
  const press = { at: now, said, outcome: act() };
  presses.set(what, press);
  const outcome = await press.outcome;
  if (!isEverybodys(outcome) && presses.get(what) === press) presses.delete(what);
  return outcome;
}

/** Whether an outcome would be another person's too: what is said of a badge or of too many presses is not. */
function isEverybodys(outcome: Outcome): boolean {
  return outcome.ok || outcome.reason === 'not-now';
}

/** What came of a press under this id before; a conflict where the id was another command's, null where it is new. */
async function known(
  { limits }: HttpContext,
  live: LiveEvent,
  { participant }: Badge,
  id: string | undefined,
  key: DeskKey | undefined,
): Promise<Outcome | Refusal | null> {
  if (id === undefined) return null;
  const looked = await limits.lookUps.run(participant, () => live.known(participant, id));
  if (!('value' in looked)) return looked;
  const found = looked.value;
  if (found === null) return null;
  return key !== undefined && commandTypes[key] === found.type
    ? found.outcome
    : refuse('conflict', 'id-used', { of: 'id' });
}

const commandTypes: Record<DeskKey, Command['type']> = {
  'take-next': 'stage.show',
  clear: 'stage.show',
  black: 'stage.black',
  answered: 'question.answer',
  'next-session': 'session.start',
  extend: 'session.extend',
};

/** `on` and `minutes` as a query says them: hardware often knows addresses alone. */
function fromQuery({ query }: Request): object {
  const { on, minutes } = query;
  return {
    ...(on !== undefined && {
      on: on === 'true' || on === '1' ? true : on === 'false' || on === '0' ? false : on,
    }),
    ...(minutes !== undefined && {
      minutes: typeof minutes === 'string' && /^-?\d{1,4}$/.test(minutes) ? Number(minutes) : minutes,
    }),
  };
}
