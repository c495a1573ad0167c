import type { RequestListener } from 'node:http';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { sentenceOf, spoken } from '../refusals/spoken.ts';

/** Answers while the log is not open yet: the process serves, and says that it can do nothing else so far. */
export function answerWhileStarting(whyNotReady: () => Refusal | null): RequestListener {
  return ({ url }, response) => {
    const [path] = url?.split('?') ?? [];
    const alive = path === '/healthz';
    const why = whyNotReady();
    const body = alive
      ? { ok: true }
      : path === '/readyz'
        ? { ready: false, reason: why && sentenceOf(why) }
        : why && spoken(why);
    response.writeHead(alive ? 200 : 503, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...(!alive && { 'Retry-After': 1 }),
    });
    response.end(JSON.stringify(body));
  };
}
