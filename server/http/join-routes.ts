import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { describedBy } from '../../shared/people/described.ts';
import { eventOf } from '../../shared/state/state.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { joinBodySchema } from '../../shared/wire/requests.ts';
import { addressOf } from '../access/origin.ts';
import { nameRefusal } from '../access/reserved-names.ts';
import { seatOf } from '../access/seats.ts';
import { isScreen } from '../live/audiences.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { refuse } from '../refusals/refuse.ts';
import { understand } from '../socket/parse.ts';
import { cleanName } from '../socket/text.ts';
import { answerRefusal, eventOfRequest, grossRefusal, readingRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { answerBadge, badgeFor, describe, heldBadge, personOf } from './issue-badge.ts';
import { redeem } from './redeem.ts';

/** Joining as an attendee and redeeming invites: the two ways to a badge. */
export function joinRoutes(context: HttpContext): Router {
  const router = Router();
  router.post('/api/events/:slug/join', async (request, response) => join(context, request, response));
  router.post('/api/events/:slug/redeem', async (request, response) => redeem(context, request, response));
  return router;
}

const nobodyNew = refuse('not-now', 'joins-locked', { now: { joins: 'locked' } });

async function join(context: HttpContext, request: Request, response: Response): Promise<void> {
  const understood = understand(joinBodySchema, request.body);
  if (!understood.ok) return answerRefusal(response, understood);
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const { attendance, passcode } = understood.value;
  const shown = await heldBadge(context, running, request);
  const often = shown && (grossRefusal(context, request, shown) ?? readingRefusal(context, shown));
  if (often) return answerRefusal(response, often);
  // A screen is nobody: whoever joins in its browser is as new as in any other.
  const held = shown && !isScreen(seatOf(shown)) ? shown : undefined;
  const shut = held ? null : await newcomerRefusal(context, running, request, passcode);
  if (shut) return answerRefusal(response, shut);
  const before = personOf(running, held);
  const { name = before.name } = cleanedName(understood.value.name);
  const taken =
    name === null || name === before.name
      ? null
      : nameRefusal(running.live.state, held?.participant ?? null, name);
  if (taken) return answerRefusal(response, taken);
  const badge = badgeFor(context, running, {
    participant: held?.participant ?? randomUUID(),
    role: 'attendee',
    scope: {},
    name,
    attendance,
    invite: null,
  });
  const refused = held ? await describe(context, running, badge, before) : null;
  if (refused) return answerRefusal(response, refused);
  const said = describedBy(running.live.state, badge);
  await answerBadge(context, request, response, { ...badge, ...said }, ({ token, role, participant }) => ({
    token,
    role,
    participant,
  }));
}

/**
 * Why somebody may not come in whom the event does not know: `joins-locked`, what the passcode's door says, or
 * `many-joining` from their address.
 */
async function newcomerRefusal(
  context: HttpContext,
  { live }: RunningEvent,
  request: Request,
  passcode: string | undefined,
): Promise<Refusal | null> {
  const event = eventOf(live.state);
  if (event?.policy.joinsLocked === true) return nobodyNew;
  const address = addressOf(request, context.trusted);
  const locked = event?.passcode ?? null;
  const shut = locked === null ? null : await context.passcodes.refusal(address, passcode, locked);
  if (shut) return shut;
  const tooFast = context.limits.address('join', address);
  return tooFast ? refuse('too-fast', 'many-joining', tooFast) : null;
}

/** A name as it is kept, where one was sent. */
function cleanedName(name: string | undefined): { name?: string | null } {
  return name === undefined ? {} : { name: cleanName(name) };
}
