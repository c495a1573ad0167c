import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { builtFiles } from './built-files.ts';

/** The pages that the built client draws; the client decides what each shows. */
const pages = ['/', '/j/:code', '/e/:slug', '/e/:slug/desk', '/e/:slug/stage', '/e/:slug/stage/:room', '/e/:slug/admin'];

/** Serves the built client in `dir`: hashed files for ever and precompressed, pages never from a cache. */
export function pageRoutes(dir: string): Router {
  const router = Router();
  const page = readFileSync(join(dir, 'index.html'));
  const sendPage: RequestHandler = (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page);
  };
  router.get(pages, sendPage);
  router.use(builtFiles(dir));
  router.get('/{*other}', (request, response, next) => {
    response.status(404);
    sendPage(request, response, next);
  });
  return router;
}
