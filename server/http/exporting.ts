import { type Request, type Response, Router } from 'express';
import { isStaff } from '../../shared/people/role.ts';
import { eventOf } from '../../shared/state/state.ts';
import { refuse } from '../../shared/wire/refusals.ts';
import { addressOf } from '../access/origin.ts';
import { passcodeRefusal } from '../access/passcode-door.ts';
import { calendarOf, sessionCalendarOf } from '../export/calendar.ts';
import { exportFormats, exportQuestions } from '../export/questions.ts';
import { delimiterHint, delimiterOf, type ExportedFile } from '../export/table.ts';
import { malformed } from '../socket/understanding.ts';
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
          addressOf(request, context.trusted),
          typeof key === 'string' ? key : undefined,
          event.passcode,
        )
      : null;
  if (shut) return answerRefusal(response, shut);
  const { state } = running.live;
  const url = context.joinUrl(event?.code ?? '');
  const text = session === undefined ? calendarOf(state, url) : sessionCalendarOf(state, url, session);
  if (text === null) return answerRefusal(response, refuse('unknown', 'session-unknown'));
  response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.send(text);
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
  const file = await exportQuestions(running.live.state, format, delimiter);
  sendFile(response, file, `${running.live.slug}-questions.${format}`);
}

/** The delimiter of `?delimiter=`, which only a CSV has; null where it is none, which is answered already. */
export function delimiterOfRequest(request: Request, response: Response, format: string): string | null {
  const asked = request.query['delimiter'];
  const delimiter =
    asked === undefined || (format === 'csv' && typeof asked === 'string') ? delimiterOf(asked) : null;
  if (delimiter === null)
    answerRefusal(
      response,
      malformed([{ path: 'delimiter', message: format === 'csv' ? delimiterHint : 'Only a CSV has one.' }]),
    );
  return delimiter;
}

/** Sends a file under a name, to be kept by whoever asked and by nobody on the way. */
export function sendFile(response: Response, { body, type }: ExportedFile, name: string): void {
  response.setHeader('Content-Type', typeof body === 'string' ? `${type}; charset=utf-8` : type);
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Cache-Control', 'no-store');
  response.send(typeof body === 'string' ? body : Buffer.from(body));
}
