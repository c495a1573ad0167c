import { type Request, type Response, Router } from 'express';
import { isStaff } from '../../shared/people/role.ts';
import { eventOf } from '../../shared/state/state.ts';
import { addressOf } from '../access/origin.ts';
import { exportFormats, exportQuestions } from '../export/questions.ts';
import { refuse } from '../refusals/refuse.ts';
import { answerRefusal, badgeOfRequest, eventOfRequest, hasRunOut, readingRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { delimiterOfRequest, sendFile } from './export-file.ts';
import { KeptCalendars } from './kept-calendars.ts';

/** What leaves the event as files: the programme as a calendar, the questions as tables and text. */
export function exportRoutes(context: HttpContext): Router {
  const router = Router();
  const calendars = new KeptCalendars();
  router.get('/api/events/:slug/calendar.ics', async (request, response) =>
    calendar(context, calendars, request, response, null),
  );
  router.get('/api/events/:slug/sessions/:session/calendar.ics', async (request, response) =>
    calendar(context, calendars, request, response, request.params.session),
  );
  router.get('/api/events/:slug/export/questions.:format', async (request, response) =>
    questions(context, request, response),
  );
  return router;
}

async function calendar(
  context: HttpContext,
  calendars: KeptCalendars,
  request: Request,
  response: Response,
  session: string | null,
): Promise<void> {
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const event = eventOf(running.live.state);
  const key = request.query['key'];
  const badge = await badgeOfRequest(context, running, request);
  const guest = 'ok' in badge;
  if (guest && badge.reason === 'too-fast') return answerRefusal(response, badge);
  const shut =
    guest && event?.passcode
      ? await context.passcodes.refusal(
          addressOf(request, context.trusted),
          typeof key === 'string' ? key : undefined,
          event.passcode,
        )
      : null;
  if (shut) return answerRefusal(response, shut);
  const kept = await calendars.of(running.live, context.joinUrl(event?.code ?? ''), session);
  if (kept === null) return answerRefusal(response, refuse('unknown', 'session-unknown'));
  response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', kept.etag);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const address = addressOf(request, context.trusted);
  const tooFast = guest ? context.limits.address('read', address) : null;
  const often = guest ? tooFast && refuse('too-fast', 'too-fast', tooFast) : readingRefusal(context, badge);
  if (often) return answerRefusal(response, often);
  response.end(kept.body);
}

async function questions(context: HttpContext, request: Request, response: Response): Promise<void> {
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await badgeOfRequest(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  if (!isStaff(badge.role)) return answerRefusal(response, refuse('not-allowed', 'staff-only'));
  const format = exportFormats.find((each) => each === request.params['format']);
  if (!format) return answerRefusal(response, refuse('unknown', 'export-unknown'));
  const delimiter = delimiterOfRequest(request, response, format);
  if (delimiter === null) return;
  const tooFast = readingRefusal(context, badge);
  if (tooFast) return answerRefusal(response, tooFast);
  const { state, slug } = running.live;
  const file = await context.files.of(
    `${slug} questions ${format} ${delimiter}`,
    () => state.seq,
    () => exportQuestions(state, format, delimiter),
  );
  if (hasRunOut(context, running, badge, response)) return;
  await sendFile(response, file, `${slug}-questions.${format}`);
}
