import { timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { Registry } from 'prom-client';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { isLoopback } from '../access/address.ts';
import { bearerOf } from '../access/gate.ts';
import { refuse } from '../refusals/refuse.ts';
import { sentenceOf } from '../refusals/spoken.ts';
import { answerRefusal } from './answers.ts';

/** What the health routes ask. */
export interface Health {
  /** Why not ready; null where the log is replayed and writable. */
  whyNotReady: () => Refusal | null;
  /** Why nothing can be recorded, of the log as a whole or of one event, in a sentence; null where all can. */
  whyNotWritable: () => string | null;
  metrics: Registry;
  metricsToken: string | undefined;
}

/** `/healthz` as soon as the process serves, `/readyz` once it can do its work, `/metrics` for those who may. */
export function healthRoutes({ whyNotReady, whyNotWritable, metrics, metricsToken }: Health): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  router.get('/readyz', (_request, response) => {
    const why = whyNotReady();
    const reason = why === null ? whyNotWritable() : sentenceOf(why);
    response
      .status(reason === null ? 200 : 503)
      .json(reason === null ? { ready: true } : { ready: false, reason });
  });
  router.get('/metrics', async (request, response) => {
    const local =
      isLoopback(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined;
    const token = bearerOf(request);
    if (!local && !(metricsToken !== undefined && token !== undefined && equal(token, metricsToken))) {
      return answerRefusal(response, refuse('unknown', 'nothing-here'));
    }
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  return router;
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
