import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { readBytes } from './read-bytes.ts';

/* The thread in which a file is read: whatever it holds, the server beside it goes on. */

const order = z.object({
  bytes: z.instanceof(Uint8Array),
  options: z.object({
    slug: z.string().optional(),
    timezone: z.string().optional(),
    date: z.string().optional(),
    title: z.string().optional(),
    fileName: z.string().optional(),
    eventZone: z.string().optional(),
  }),
});

parentPort?.once('message', (given: unknown) => void read(given));

async function read(given: unknown): Promise<void> {
  const { bytes, options } = order.parse(given);
  parentPort?.postMessage({ begun: true });
  parentPort?.postMessage({ read: await readBytes(bytes, options) });
}
