import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Request, type Response, Router } from 'express';
import { iso } from '../../shared/wire/instant.ts';
import { refuse } from '../../shared/wire/refusals.ts';
import { audienceOf } from '../live/audiences.ts';
import { readCommand, take, unreadable } from '../socket/intake.ts';
import { seatOf, viewerOf } from '../socket/sockets.ts';
import { answerRefusal, badgeOfRequest, eventOfRequest } from './answers.ts';
import type { HttpContext } from './context.ts';

/** How long a common view may be served before it is made anew, in milliseconds. */
const commonLife = 1_000;

interface Cached {
  madeAt: number;
  etag: string;
  plain: Buffer;
  br: Promise<Buffer>;
  gzip: Promise<Buffer>;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Views, commands and details over HTTP: what the socket does, for programs and for phones whose sockets are blocked. */
export function readingRoutes(context: HttpContext): Router {
  const router = Router();
  const common = new Map<string, Cached>();
  router.get('/api/events', (_request, response) => {
    const listed = context.events.list().filter(({ event }) => event.listed);
    response.json(
      listed.map(({ event: { slug, title, timezone, startsAt, endsAt, code } }) => ({
        slug,
        title,
        timezone,
        startsAt: iso(startsAt),
        endsAt: iso(endsAt),
        code,
      })),
    );
  });
  router.get('/api/events/:slug/view', async (request, response) => view(context, common, request, response));
  router.post('/api/events/:slug/commands', async (request, response) => {
    const command = readCommand(request.body);
    const wrong = 'ok' in command ? command : unreadable(command, context.clock());
    if (wrong) return answerRefusal(response, wrong);
    const running = eventOfRequest(context, request, response);
    if (!running) return;
    const badge = await badgeOfRequest(context, running, request);
    if ('ok' in badge) return answerRefusal(response, badge);
    const outcome = await take(running.live, badge, command, context);
    if (outcome.ok) response.json(outcome);
    else answerRefusal(response, outcome);
  });
  router.get('/api/events/:slug/sessions/:id', async (request, response) =>
    details(context, 'sessions', request, response),
  );
  router.get('/api/events/:slug/posters/:id', async (request, response) =>
    details(context, 'posters', request, response),
  );
  return router;
}

async function view(
  context: HttpContext,
  cache: Map<string, Cached>,
  request: Request,
  response: Response,
): Promise<void> {
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await badgeOfRequest(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  const { ticker, live } = running;
  const seat = seatOf(badge);
  if (request.query['part'] === 'common') {
    const key = `${live.slug} ${audienceOf(seat).key}`;
    const known = cache.get(key);
    const fresh =
      known && context.clock() - known.madeAt < commonLife
        ? known
        : makeCommon(context, ticker.common(seat), audienceOf(seat).key);
    cache.set(key, fresh);
    return sendCommon(request, response, fresh);
  }
  const body =
    request.query['part'] === 'own'
      ? ticker.own(seat, viewerOf(badge))
      : withoutTime(ticker.view(seat, viewerOf(badge)));
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Cookie, Authorization');
  response.json(body);
}

function withoutTime<V extends { serverTime: string }>({
  serverTime: _time,
  ...rest
}: V): Omit<V, 'serverTime'> {
  return rest;
}

function makeCommon(
  context: HttpContext,
  common: { epoch: string; seq: number; view: object },
  audience: string,
): Cached {
  const plain = Buffer.from(JSON.stringify(common));
  return {
    madeAt: context.clock(),
    etag: `"${common.epoch}.${audience}.${common.seq}"`,
    plain,
    br: brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    gzip: zip(plain),
  };
}

async function sendCommon(request: Request, response: Response, cached: Cached): Promise<void> {
  response.setHeader('Cache-Control', 'public, no-cache');
  response.setHeader('Vary', 'Cookie, Authorization, Accept-Encoding');
  response.setHeader('ETag', cached.etag);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const encoding = request.acceptsEncodings('br', 'gzip');
  if (encoding === false) {
    response.end(cached.plain);
    return;
  }
  response.setHeader('Content-Encoding', encoding);
  response.end(encoding === 'br' ? await cached.br : await cached.gzip);
}

/** The full thing behind a list row: abstracts, recordings, facts. */
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
  const id = String(request.params['id']);
  const { state } = running.live;
  const row = of === 'sessions' ? state.tables.sessions.get(id) : state.tables.posters.get(id);
  if (!row || row.removed)
    return answerRefusal(
      response,
      refuse('unknown', of === 'sessions' ? 'session-unknown' : 'poster-unknown'),
    );
  const listed = running.ticker.common(seatOf(badge)).view[of];
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
