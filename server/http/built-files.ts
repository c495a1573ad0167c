import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { RequestHandler } from 'express';

interface Kept {
  plain: Buffer;
  br: Buffer | null;
  gzip: Buffer | null;
  etag: string;
}

/**
 * Serves the files of a folder as they were when the server started: a build that is made meanwhile takes nothing
 * away from the pages that are open, and a missing file never stops the server. Files under `assets/` carry a hash
 * in their name and are kept for ever.
 */
export function builtFiles(dir: string): RequestHandler {
  const files = readAll(dir);
  return (request, response, next) => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? files.get(request.path) : undefined;
    if (!file) return next();
    response.setHeader(
      'Cache-Control',
      request.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    );
    response.setHeader('ETag', file.etag);
    response.vary('Accept-Encoding');
    response.type(/\.[a-z0-9]+$/.exec(request.path)?.[0] ?? '.bin');
    if (request.fresh) return response.status(304).end();
    const encoding = request.acceptsEncodings(['br', 'gzip']);
    const packed = encoding === 'br' ? file.br : encoding === 'gzip' ? file.gzip : null;
    if (packed && encoding) response.setHeader('Content-Encoding', encoding);
    return response.end(request.method === 'HEAD' ? undefined : (packed ?? file.plain));
  };
}

function readAll(dir: string): Map<string, Kept> {
  const files = new Map<string, Kept>();
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    const path = join(dir, name);
    const hidden = name.split(sep).some((part) => part.startsWith('.'));
    if (hidden || /\.(br|gz|map|html)$/.test(name) || !statSync(path).isFile()) continue;
    const plain = readFileSync(path);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`;
    files.set(`/${relative(dir, path).split(sep).join('/')}`, {
      plain,
      br: readIf(`${path}.br`),
      gzip: readIf(`${path}.gz`),
      etag,
    });
  }
  return files;
}

function readIf(path: string): Buffer | null {
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path) : null;
}
