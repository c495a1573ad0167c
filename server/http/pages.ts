import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import sirv from 'sirv';

/** The pages that the built client draws; the client decides what each shows. */
const pages = ['/', '/j/:code', '/e/:slug', '/e/:slug/desk', '/e/:slug/stage', '/e/:slug/stage/:room', '/e/:slug/admin'];

/** Serves the built client in `dir`: hashed files for ever and precompressed, pages never from a cache unasked. */
export function pageRoutes(dir: string): Router {
  const router = Router();
  const page = readFileSync(join(dir, 'index.html'));
  const sendPage: RequestHandler = (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(page);
  };
  router.get(pages, sendPage);
  const files: RequestHandler = sirv(dir, { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000, dotfiles: false, etag: true });
  router.use('/assets', (request, response, next) => {
    request.url = `/assets${request.url}`;
    files(request, response, next);
  });
  router.use(sirv(dir, { brotli: true, gzip: true, maxAge: 3600, etag: true, single: false }));
  router.use((request, response, next) => {
    if (request.method !== 'GET' || request.path.startsWith('/api/')) return next();
    response.status(404);
    return sendPage(request, response, next);
  });
  return router;
}
