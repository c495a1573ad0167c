import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { InstallationView } from '../../shared/wire/http.ts';
import type { ProgrammeFile } from '../../shared/wire/import.ts';
import { installationBadge } from '../access/installation.ts';
import { addressOf } from '../access/origin.ts';
import { fileOf } from '../programme/file/file-of.ts';
import { programmeOf } from '../programme/plan/programme-of.ts';
import { refuse } from '../refusals/refuse.ts';
import { answerRefusal, eventOfRequest } from './answers.ts';
import { changeEvent, organizerOf } from './change-event.ts';
import type { HttpContext } from './context.ts';
import { makeEvent } from './make-event.ts';
import { isTooLong, tooLong } from './uploads.ts';

/** Files of any known format that make an event or change one, and the event as a file. Their bodies and logos alone are above 16 KiB. */
export function importRoutes(context: HttpContext): Router {
  const router = Router();
  router.post(['/api/events', '/api/events/:slug/import'], (request, response, next) => {
    if (isTooLong(request)) answerRefusal(response, tooLong(request));
    else next();
  });
  router.get('/api/installation', async (request, response) => about(context, request, response));
  router.post('/api/events', async (request, response) => makeEvent(context, request, response));
  router.post('/api/events/:slug/import', async (request, response) =>
    changeEvent(context, request, response),
  );
  router.get('/api/events/:slug/programme', async (request, response) => give(context, request, response));
  router.use(tooLarge);
  return router;
}

/** [W92] Whether whoever asks may make events: told to anybody, and no refusal where they may not. Refuses: `too-fast`. */
async function about(context: HttpContext, request: Request, response: Response): Promise<void> {
  const { badges, events, installation, clock, limits, trusted } = context;
  const tooFast = limits.address('read', addressOf(request, trusted));
  if (tooFast) return answerRefusal(response, refuse('too-fast', 'too-fast', tooFast));
  const badge = await installationBadge(request, badges, events, installation, clock());
  const answer: InstallationView = { makesEvents: !('ok' in badge) };
  response.setHeader('Cache-Control', 'private, no-store');
  response.json(answer);
}

/** [W42] The event as an event file, with the seq it is of. */
async function give(context: HttpContext, request: Request, response: Response): Promise<void> {
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await organizerOf(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  const programme = programmeOf(running.live.state);
  if (programme === null) return answerRefusal(response, refuse('unknown', 'programme-missing'));
  const answer: ProgrammeFile = { seq: running.live.state.seq, file: { ...fileOf(programme) } };
  response.setHeader('Cache-Control', 'no-store');
  response.json(answer);
}

/** A body above the limit is refused in the words of a file, not of a message. */
const tooLarge: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') answerRefusal(response, tooLong(request));
  else next(error);
};
