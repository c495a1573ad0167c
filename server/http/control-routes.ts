import type { Socket } from 'node:net';
import express, { Router } from 'express';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { isLoopback } from '../access/address.ts';
import { bearerOf } from '../access/gate.ts';
import { type Done, type Order, orderSchema } from '../admin-commands.ts';
import { largestFile } from '../programme/file/read-text.ts';
import { refuse } from '../refusals/refuse.ts';
import { answerRefusal } from './answers.ts';

/** Who may give orders to this server, and who carries them out. */
export interface Control {
  isControl(token: string): Promise<boolean>;
  execute(order: Order): Promise<Done | Refusal>;
  /** Why nothing can be done yet; null once it can. */
  whyNotReady(): Refusal | null;
}

/**
 * Orders of the command line to the server that owns the log: `POST /control`. Only from this computer, not through
 * a proxy, and only with a permission signed by SECRET; for everybody else there is nothing here.
 */
export function controlRoutes({ isControl, execute, whyNotReady }: Control): Router {
  const router = Router();
  router.post('/control', async (request, response, next) => {
    if (!isThisComputer(request.socket) || request.headers['x-forwarded-for'] !== undefined) {
      return answerRefusal(response, refuse('unknown', 'nothing-here'));
    }
    const token = bearerOf(request);
    if (token === undefined || !(await isControl(token))) {
      return answerRefusal(response, refuse('no-badge', 'permission-needed'));
    }
    const reason = whyNotReady();
    if (reason !== null) {
      return answerRefusal(response, reason);
    }
    return next();
  });
  // A file of 5 MB is longer as JSON: quotes, and shortcuts written out.
  router.post('/control', express.json({ limit: 4 * largestFile, type: () => true }));
  router.post('/control', async (request, response) => {
    const order = orderSchema.safeParse(request.body);
    if (!order.success) return answerRefusal(response, misunderstood(order.error.issues));
    const came = await execute(order.data);
    if (came.ok) response.json(came);
    else answerRefusal(response, came);
  });
  return router;
}

function misunderstood(found: readonly { path: PropertyKey[]; message: string }[]): Refusal {
  const issues = found.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  return refuse('malformed', 'malformed', { issues });
}

/** Whether both ends of a connection are on one computer: loopback, or the address that it listens on itself. */
function isThisComputer({ remoteAddress, localAddress }: Socket): boolean {
  if (remoteAddress === undefined) return false;
  return isLoopback(remoteAddress) || remoteAddress === localAddress;
}
