import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import * as z from 'zod/mini';
import { lookView } from '../../shared/views/rows.ts';
import { iso } from '../../shared/wire/instant.ts';
import type { Badge } from '../access/badges.ts';
import { addressOf } from '../access/origin.ts';
import { seatOf, viewerOf } from '../access/seats.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { refuse } from '../refusals/refuse.ts';
import { understand } from '../socket/parse.ts';
import { answerRefusal, badgeOfRequest, eventOfRequest, hasRunOut, readingRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { type CommonView, KeptViews, personalVersionOf } from './kept-views.ts';

/** Views and details over HTTP: what the socket shows, for programs and for phones whose sockets are blocked. */
export function viewRoutes(context: HttpContext): Router {
  const router = Router();
  const views = new KeptViews(context.monotonic);
  router.get('/api/events', (request, response) => {
    const tooFast = context.limits.address('read', addressOf(request, context.trusted));
    if (tooFast) return answerRefusal(response, refuse('too-fast', 'too-fast', tooFast));
    const listed = context.events.list().filter(({ event }) => event.listed);
    response.json(
      listed.map(({ event: { slug, title, timezone, startsAt, endsAt, code, policy }, running }) => ({
        slug,
        title,
        timezone,
        startsAt: iso(startsAt),
        endsAt: iso(endsAt),
        code,
        ...(policy.look && { look: lookView(running.live.state, policy.look) }),
      })),
    );
  });
  router.get('/api/events/:slug/view', async (request, response) => view(context, views, request, response));
  router.get('/api/events/:slug/sessions/:id', async (request, response) =>
    details(context, 'sessions', request, response),
  );
  router.get('/api/events/:slug/posters/:id', async (request, response) =>
    details(context, 'posters', request, response),
  );
  return router;
}

/** Which part of a view is asked for; without it the whole. */
const partSchema = z.strictObject({ part: z.optional(z.literal(['common', 'own'])) });

async function view(
  context: HttpContext,
  views: KeptViews,
  request: Request,
  response: Response,
): Promise<void> {
  const { part: asked } = request.query;
  const said = understand(partSchema, asked === undefined ? {} : { part: asked });
  if (!said.ok) return answerRefusal(response, said);
  const { part } = said.value;
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await badgeOfRequest(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  const seat = seatOf(badge);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Cookie, Authorization');
  if (part === 'common') {
    const common = views.common(running, seat);
    return isFresh(request, response, common.etag)
      ? undefined
      : sendCommon(context, badge, common, request, response);
  }
  const viewer = viewerOf(badge);
  if (isFresh(request, response, personalVersionOf(running, seat, viewer))) return;
  if (part === 'own') {
    const often = readingRefusal(context, badge);
    if (often) return answerRefusal(response, often);
    return sendJson(response, views.own(running, seat, viewer).body);
  }
  await turnOf(context, running, badge, response);
  if (hasRunOut(context, running, badge, response)) return;
  // Others may have changed something meanwhile.
  response.setHeader('ETag', personalVersionOf(running, seat, viewer));
  sendJson(response, await views.whole(running, seat, viewer));
}

/** Waits until the person of a request may be given a whole view; for ever where the request goes away before. */
async function turnOf(
  { limits }: HttpContext,
  { live }: RunningEvent,
  badge: Badge,
  response: Response,
): Promise<void> {
  // The same person as at the sockets: both count together.
  const person = `${live.slug} ${badge.participant}`;
  const request = randomUUID();
  const waiting = inLine.get(person) ?? new Set();
  inLine.set(person, waiting.add(response));
  const leave = () => {
    limits.views.leave(person, request);
    waiting.delete(response);
    if (waiting.size === 0 && inLine.get(person) === waiting) inLine.delete(person);
  };
  response.once('close', leave);
  // Nobody is refused: of somebody who asks again and again, the request that has waited longest is hung up on.
  const [longest] = waiting;
  if (longest && waiting.size > mostInLine) {
    waiting.delete(longest);
    longest.destroy();
  }
  await limits.views.turn(person, request);
  response.off('close', leave);
  waiting.delete(response);
}

/** Requests of one person that wait for a whole view. */
const mostInLine = 8;
const inLine = new Map<string, Set<Response>>();

/** Whether a request knows this version already, which is answered then and costs nothing. */
function isFresh(request: Request, response: Response, etag: string): boolean {
  response.setHeader('ETag', etag);
  if (!request.fresh) return false;
  response.status(304).end();
  return true;
}

async function sendCommon(
  context: HttpContext,
  badge: Badge,
  common: CommonView,
  request: Request,
  response: Response,
): Promise<void> {
  const often = readingRefusal(context, badge);
  if (often) return answerRefusal(response, often);
  response.setHeader('Vary', 'Cookie, Authorization, Accept-Encoding');
  const encoding = request.acceptsEncodings(['br', 'gzip']);
  if (encoding !== 'br' && encoding !== 'gzip') return sendJson(response, await common.plain);
  response.setHeader('Content-Encoding', encoding);
  return sendJson(response, await common[encoding]());
}

function sendJson(response: Response, body: Buffer): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

async function details(
  context: HttpContext,
  of: 'sessions' | 'posters',
  request: Request,
  response: Response,
): Promise<void> {
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await badgeOfRequest(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  const often = readingRefusal(context, badge);
  if (often) return answerRefusal(response, often);
  const id = String(request.params['id']);
  const { state } = running.live;
  const row = of === 'sessions' ? state.tables.sessions.get(id) : state.tables.posters.get(id);
  if (!row || row.removed)
    return answerRefusal(
      response,
      refuse('unknown', of === 'sessions' ? 'session-unknown' : 'poster-unknown'),
    );
  const listed = running.ticker.views.common(seatOf(badge)).view[of];
  const fields = listed && id in listed ? Object.entries(listed).find(([key]) => key === id)?.[1] : {};
  const more = 'kind' in row && 'abstract' in row ? detailsOf(row) : {};
  response.setHeader('Cache-Control', 'private, no-cache');
  response.json({ ...fields, ...more });
}

function detailsOf(row: object): object {
  const shown = [
    'abstract',
    'captions',
    'recording',
    'paper',
    'poster',
    'meet',
    'facts',
    'awards',
    'qa',
    'shrinkTo',
  ];
  return Object.fromEntries(Object.entries(row).filter(([field]) => shown.includes(field)));
}
