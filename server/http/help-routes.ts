import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { pageBelow } from '../access/base-path.ts';

/**
 * Serves the pages for the people who run an event (`/help` and below), as the build made them: whole without
 * JavaScript, and without a badge, since they say nothing of any event. Their drawings come with the built files.
 */
export function helpRoutes(clientDir: string, base: string): Router {
  const pages = readPages(join(clientDir, 'help'), base);
  const router = Router();
  router.get(['/help', '/help/:page'], (request, response, next) => {
    const page = pages.get(String(request.params['page'] ?? 'index'));
    if (page === undefined) return next();
    response.setHeader('Cache-Control', 'no-cache');
    return response.type('html').send(page);
  });
  return router;
}

/** The pages of a folder by their names, as they stand below `base`; none where there is no folder. */
function readPages(dir: string, base: string): Map<string, string> {
  const names = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.html')) : [];
  return new Map(
    names.map((name) => [
      name.replace(/\.html$/, ''),
      pageBelow(readFileSync(join(dir, name), 'utf8'), base),
    ]),
  );
}
