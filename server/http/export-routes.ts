import { type Request, type Response, Router } from 'express';
import { isStaff } from '../../shared/people/role.ts';
import { eventOf } from '../../shared/state/state.ts';
import { exportFormats, exportQuestions } from '../export/questions.ts';
import { refuse } from '../refusals/refuse.ts';
import { answerRefusal, badgeOfRequest, eventOfRequest, hasRunOut, readingRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { delimiterOfRequest, sendFile } from './export-file.ts';
import { guestOrBadge, guestReading } from './guests.ts';
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
  const who = await guestOrBadge(context, running, request);
  if ('ok' in who) return answerRefusal(response, who);
  const kept = await calendars.of(running.live, context.joinUrl(event?.code ?? ''), session);
  if (kept === null) return answerRefusal(response, refuse('unknown', 'session-unknown'));
  response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', kept.etag);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const often = guestReading(context, who, request);
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
