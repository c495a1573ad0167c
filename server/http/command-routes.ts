import { type Request, Router } from 'express';
import type { Outcome } from '../../shared/log/apply.ts';
import { addressOf } from '../access/origin.ts';
import { refuse } from '../refusals/refuse.ts';
import { receive } from '../socket/intake.ts';
import { answerRefusal, badgeOfRequest, unknownEvent } from './answers.ts';
import type { HttpContext } from './context.ts';

/** Commands over HTTP: what the socket takes, for programs and for phones whose sockets are blocked. */
export function commandRoutes(context: HttpContext): Router {
  const router = Router();
  router.post('/api/events/:slug/commands', async (request, response) => {
    const outcome = await commanded(context, request);
    if (outcome.ok) response.json(outcome);
    else answerRefusal(response, outcome);
  });
  return router;
}

/** Takes a command over HTTP. Whoever shows no badge is counted by their address, before anything they sent is looked at. */
async function commanded(context: HttpContext, request: Request): Promise<Outcome> {
  const running = context.events.get(String(request.params['slug']));
  const badge = running ? await badgeOfRequest(context, running, request) : unknownEvent;
  if (running && !('ok' in badge))
    return receive(running.live, badge, context.commands.read(request.body), context);
  if ('ok' in badge && badge.reason === 'too-fast') return badge;
  const tooFast = context.limits.address('read', addressOf(request, context.trusted));
  if (tooFast) return refuse('too-fast', 'too-fast', tooFast);
  const command = context.commands.read(request.body);
  const wrong = 'ok' in command ? command : context.commands.wrongIn(command, context.clock());
  return wrong ?? ('ok' in badge ? badge : unknownEvent);
}
