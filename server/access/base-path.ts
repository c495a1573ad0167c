import type { IncomingMessage, Server } from 'node:http';

/** The path below which people reach this server: that of its addresses, which have one. Empty where there is none. */
export function baseOf(publicUrls: readonly string[]): string {
  return publicUrls[0] === undefined ? '' : new URL(publicUrls[0]).pathname.replace(/\/$/, '');
}

/**
 * What a request asks for without the path below which this server stands. Proxies that pass the path on and those that
 * take it off are answered alike, and those that name the host too; a path that only begins like it is another.
 */
export function withoutBase(url: string, base: string): string {
  const depth = base.split('/').length;
  const [path = '', ...query] = url.replace(/^https?:\/\/[^/?]*/i, '').split('?');
  const segments = path.split('/');
  if (base === '' || plain(segments.slice(0, depth).join('/')) !== plain(base)) return url;
  return [`/${segments.slice(depth).join('/')}`, ...query].join('?');
}

/** Lets a server answer with and without the path, before anything of it looks at a request: pages and sockets alike. */
export function standBelow(http: Server, base: string): void {
  const take = (request: IncomingMessage) => {
    request.url = withoutBase(request.url ?? '/', base);
  };
  if (base === '') return;
  http.prependListener('request', take);
  http.prependListener('upgrade', take);
}

/** A built page as it stands below a path: what it loads and leads to on this server, and the path for its script. */
export function pageBelow(html: string, base: string): string {
  return html
    .replace(/\b(href|src|srcset)="\.?\/(?!\/)/g, `$1="${base}/`)
    .replace('data-base=""', `data-base="${base}"`);
}

/** A path in one form, however its letters are escaped. */
function plain(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
