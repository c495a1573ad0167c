import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { pageBelow } from '../access/base-path.ts';
import { addressOf } from '../access/origin.ts';
import { codeTyped, couldBeCode } from '../access/typed.ts';
import { refuse } from '../refusals/refuse.ts';
import { answerRefusal } from './answers.ts';
import { builtFiles } from './built-files.ts';
import type { HttpContext } from './context.ts';

/** Pages of attendees that the built client draws; the client decides what each shows. They keep their system's font. */
const pages = ['/', '/e/:slug'];

/** Pages of the staff and of screens, which stand in a font of their own. */
const lettered = [
  '/new',
  '/e/:slug/desk',
  '/e/:slug/stage',
  '/e/:slug/stage/:room',
  '/e/:slug/monitor/:room',
  '/e/:slug/speaker/:session',
  '/e/:slug/admin',
];

/** Serves the built client in `dir`: hashed files for ever and precompressed, pages never from a cache. */
export function pageRoutes(dir: string, context: HttpContext): Router {
  const router = Router();
  const page = pageBelow(readFileSync(join(dir, 'index.html'), 'utf8'), context.base);
  const sendPage: RequestHandler = (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page);
  };
  router.get(pages, sendPage);
  const font = fontOf(dir);
  router.get(lettered, (request, response, next) => {
    if (font)
      response.setHeader(
        'Link',
        `<${context.base}/${font}>; rel=preload; as=font; type="font/woff2"; crossorigin`,
      );
    sendPage(request, response, next);
  });
  router.get('/j/:code', async (request, response, next) => {
    const code = codeTyped(String(request.params['code']));
    const address = addressOf(request, context.trusted);
    const found = context.events.list().find(({ event }) => event.code === code);
    // The code of an event that is listed is no secret.
    if (found && (found.event.listed || context.limits.guessedTooOften(address) === null))
      return response.redirect(
        302,
        `${context.base}/e/${found.event.slug}${new URL(request.originalUrl, 'http://here').search}`,
      );
    const opened = staffPage(context, address, code);
    if (opened) {
      response.setHeader('Cache-Control', 'no-store');
      return response.redirect(302, opened);
    }
    const tooFast = couldBeCode(code) ? context.limits.address('guess', address) : null;
    // Whoever typed it sees the page that says so; programs get the refusal.
    if (tooFast && !request.accepts('html'))
      return answerRefusal(response, refuse('too-fast', 'too-many-guesses', tooFast));
    response.status(tooFast ? 429 : 404);
    return sendPage(request, response, next);
  });
  router.use(builtFiles(dir));
  router.get('/{*other}', (request, response, next) => {
    response.status(404);
    sendPage(request, response, next);
  });
  // An address whose escapes mean nothing is none of this server's pages, and no fault of a program.
  const mistyped: ErrorRequestHandler = (error, request, response, next) => {
    if (!(error instanceof URIError) || !request.accepts('html')) return next(error);
    response.status(404);
    return sendPage(request, response, next);
  };
  router.use(mistyped);
  return router;
}

/** The file of the letters that every such page draws first; undefined where the build has none. */
function fontOf(dir: string): string | undefined {
  const assets = join(dir, 'assets');
  const name = existsSync(assets)
    ? readdirSync(assets).find((file) => /-latin-wght-normal-[\w-]+\.woff2$/.test(file))
    : undefined;
  return name && `assets/${name}`;
}

/** The page that a code of the staff opens. Whoever guessed too often is not let in by a right one either. */
function staffPage({ codes, limits }: HttpContext, address: string, code: string): string | null {
  const path = codes.pathOf(code);
  return path !== null && limits.guessedTooOften(address) === null ? path : null;
}
