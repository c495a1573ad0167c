import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { ProgrammeFile } from '../../shared/wire/import.ts';
import { fileOf } from '../programme/file/file-of.ts';
import { programmeOf } from '../programme/plan/programme-of.ts';
import { refuse } from '../refusals/refuse.ts';
import { answerRefusal, eventOfRequest } from './answers.ts';
import { changeEvent, organizerOf } from './change-event.ts';
import type { HttpContext } from './context.ts';
import { makeEvent } from './make-event.ts';
import { isTooLong, tooLong } from './uploads.ts';

/** Files of any known format that make an event or change one, and the event as a file. The only bodies above 16 KiB. */
export function importRoutes(context: HttpContext): Router {
  const router = Router();
  router.post(['/api/events', '/api/events/:slug/import'], (request, response, next) => {
    if (isTooLong(request)) answerRefusal(response, tooLong(request));
    else next();
  });
  router.post('/api/events', async (request, response) => makeEvent(context, request, response));
  router.post('/api/events/:slug/import', async (request, response) =>
    changeEvent(context, request, response),
  );
  router.get('/api/events/:slug/programme', async (request, response) => give(context, request, response));
  router.use(tooLarge);
  return router;
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
