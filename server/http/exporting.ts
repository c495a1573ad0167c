import { type Request, type Response, Router } from 'express';
import { isStaff } from '../../shared/people/role.ts';
import { eventOf } from '../../shared/state/state.ts';
import { refuse } from '../../shared/wire/refusals.ts';
import { passcodeRefusal } from '../access/passcode-door.ts';
import { calendarOf, sessionCalendarOf } from '../export/calendar.ts';
import { exportFormats, exportQuestions } from '../export/questions.ts';
import { answerRefusal, badgeOfRequest, eventOfRequest } from './answers.ts';
import type { HttpContext } from './context.ts';

/** What leaves the event as files: the programme as a calendar, the questions as tables and text. */
export function exportingRoutes(context: HttpContext): Router {
  const router = Router();
  router.get('/api/events/:slug/calendar.ics', async (request, response) =>
    calendar(context, request, response),
  );
  router.get('/api/events/:slug/sessions/:session/calendar.ics', async (request, response) =>
    calendar(context, request, response, request.params.session),
  );
  router.get('/api/events/:slug/export/questions.:format', async (request, response) =>
    questions(context, request, response),
  );
  return router;
}

async function calendar(
  context: HttpContext,
  request: Request,
  response: Response,
  session?: string,
): Promise<void> {
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const event = eventOf(running.live.state);
  const key = request.query['key'];
  const guest = 'ok' in (await badgeOfRequest(context, running, request));
  const shut =
    guest && event?.passcode
      ? await passcodeRefusal(
          context.limits,
          request.ip ?? '',
          typeof key === 'string' ? key : undefined,
          event.passcode,
        )
      : null;
  if (shut) return answerRefusal(response, shut);
  const { state } = running.live;
  const url = context.joinUrl(event?.code ?? '');
  const text = session === undefined ? calendarOf(state, url) : sessionCalendarOf(state, url, session);
  if (text === null) return answerRefusal(response, refuse('unknown', 'There is no such session.'));
  response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.send(text);
}

async function questions(context: HttpContext, request: Request, response: Response): Promise<void> {
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await badgeOfRequest(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  if (!isStaff(badge.role))
    return answerRefusal(response, refuse('not-allowed', 'Only moderators and organisers export questions.'));
  const format = exportFormats.find((each) => each === request.params['format']);
  if (!format)
    return answerRefusal(response, refuse('unknown', 'There is no such export; csv, json and md are.'));
  const { text, type } = exportQuestions(running.live.state, format);
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${running.live.slug}-questions.${format}"`,
  );
  response.setHeader('Cache-Control', 'no-store');
  response.send(text);
}
