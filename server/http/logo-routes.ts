import { randomUUID } from 'node:crypto';
import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { type LogoType, logoLimit, shortDigest } from '../../shared/event/logo.ts';
import { eventOf, type State, textOf } from '../../shared/state/state.ts';
import { logoQuerySchema } from '../../shared/wire/requests.ts';
import { fileOfAddress, type ReadLogo, readLogo } from '../programme/file/logo.ts';
import { refuse } from '../refusals/refuse.ts';
import { receive } from '../socket/intake.ts';
import { understand } from '../socket/parse.ts';
import { answerRefusal, eventOfRequest, hasRunOut, staffOfRequest } from './answers.ts';
import type { HttpContext } from './context.ts';
import { guestOrBadge, guestReading } from './guests.ts';
import { withLogo } from './uploads.ts';

/** The logo of an event: given to everybody as a picture, and set by a file of up to 100 kB, which no frame could carry. */
export function logoRoutes(context: HttpContext): Router {
  const router = Router();
  const path = '/api/events/:slug/logo';
  router.get(path, async (request, response) => give(context, request, response));
  router.put(path, async (request, response) => set(context, request, response));
  router.use(tooLarge);
  return router;
}

const largest = { limit: logoLimit / 1_000 };

/** What lets a picture draw itself and nothing else, also where somebody opens it as a page. */
const pictureAlone = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** [W93] Gives the logo, once and for all to whoever names it by its digest (`v`). Refuses: `logo-missing`. */
async function give(context: HttpContext, request: Request, response: Response): Promise<void> {
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const who = await guestOrBadge(context, running, request);
  if ('ok' in who) return answerRefusal(response, who);
  const { state } = running.live;
  const found = logoOf(state);
  if (found === null) return answerRefusal(response, refuse('unknown', 'logo-missing'));
  const { digest, logo } = found;
  const shared = eventOf(state)?.passcode == null ? 'public' : 'private';
  const forEver = request.query['v'] === digest ? `${shared}, max-age=31536000, immutable` : 'no-cache';
  response.setHeader('Cache-Control', forEver);
  response.setHeader('ETag', `"${digest}"`);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const often = guestReading(context, who, request);
  if (often) return answerRefusal(response, often);
  response.setHeader('Content-Type', logo.type);
  response.setHeader('Content-Security-Policy', pictureAlone);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.end(logo.bytes);
}

/** What was looked at before it was kept. */
function logoOf(state: State): { digest: string; logo: { type: LogoType; bytes: Buffer } } | null {
  const digest = eventOf(state)?.policy.look?.logo ?? null;
  const address = textOf(state, digest);
  const logo = address === null ? null : fileOfAddress(address);
  return digest !== null && logo !== null ? { digest: shortDigest(digest), logo } : null;
}

/**
 * [W94] Sets the logo to the file that is sent, by the command `policy.set`, under the id that the query names.
 * Refuses: `logo-too-large`, `logo-unreadable`, `logo-unsafe`, and whatever that command is refused for.
 */
async function set(context: HttpContext, request: Request, response: Response): Promise<void> {
  const query = understand(logoQuerySchema, request.query);
  if (!query.ok) return answerRefusal(response, query);
  const who = await staffOfRequest(context, request, response);
  if (!who) return;
  const { running, badge } = who;
  const upload = await withLogo(context, badge, request, response, async (bytes) => readLogo(bytes));
  if ('ok' in upload) return answerRefusal(response, upload);
  if (hasRunOut(context, running, badge, response)) return;
  const read = upload.value;
  if (!read.ok) return answerRefusal(response, refusedLogo(read.code));
  const { id = randomUUID() } = query.value;
  const command = { id, type: 'policy.set' as const, look: { logo: read.address } };
  const outcome = await receive(running.live, badge, command, context);
  if (outcome.ok) response.json(outcome);
  else answerRefusal(response, outcome);
}

function refusedLogo(code: (ReadLogo & { ok: false })['code']) {
  return code === 'logo-too-large' ? refuse('too-large', code, largest) : refuse('malformed', code);
}

/** A body above the limit is refused in the words of a logo, not of a message. */
const tooLarge: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') answerRefusal(response, refuse('too-large', 'logo-too-large', largest));
  else next(error);
};
