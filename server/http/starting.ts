import type { RequestListener } from 'node:http';
import { refuse } from '../../shared/wire/refusals.ts';

/** Answers while the log is not open yet: the process serves, and says that it can do nothing else so far. */
export function answerWhileStarting(whyNotReady: () => string | null): RequestListener {
  return ({ url }, response) => {
    const alive = url === '/healthz';
    const reason = whyNotReady() ?? '';
    const body = alive
      ? { ok: true }
      : url === '/readyz'
        ? { ready: false, reason }
        : refuse('unavailable', reason, { retryAfterMs: 1_000 });
    response.writeHead(alive ? 200 : 503, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...(!alive && { 'Retry-After': 1 }),
    });
    response.end(JSON.stringify(body));
  };
}
