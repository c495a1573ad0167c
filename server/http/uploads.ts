import express, { type Request, type Response } from 'express';
import { logoLimit } from '../../shared/event/logo.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import type { Badge } from '../access/badges.ts';
import { largestFile } from '../programme/file/read-text.ts';
import { refuse } from '../refusals/refuse.ts';
import type { HttpContext } from './context.ts';

const rawUpTo = (limit: number) => express.raw({ limit, type: () => true });
const file = rawUpTo(largestFile);
const logo = rawUpTo(logoLimit);

/**
 * Reads a file that somebody sends, up to 5 MB, and works on it while it counts as an upload of theirs, of which few are
 * under way at once: until here, not a byte of its body was kept. Refuses more of them as `too-fast`; rejects with the
 * error of the body's parser, which says what is too large.
 */
export function withUpload<T>(
  { limits }: HttpContext,
  { participant }: Badge,
  request: Request,
  response: Response,
  work: (bytes: Uint8Array) => Promise<T>,
): Promise<{ value: T } | Refusal> {
  return limits.uploads.run(participant, async () => work(await bytesOf(file, request, response)));
}

/** Reads a logo that somebody sends, up to its limit, as `withUpload` reads a file. */
export function withLogo<T>(
  { limits }: HttpContext,
  { participant }: Badge,
  request: Request,
  response: Response,
  work: (bytes: Buffer) => Promise<T>,
): Promise<{ value: T } | Refusal> {
  return limits.uploads.run(participant, async () =>
    work(Buffer.from(await bytesOf(logo, request, response))),
  );
}

/** Whether the head of a request announces a body that is no file any more. */
export function isTooLong({ headers }: Request): boolean {
  return Number(headers['content-length'] ?? 0) > largestFile;
}

/** The refusal of a file that is too long, in megabytes. Refuses: `file-too-large`. */
export function tooLong({ headers }: Request): Refusal {
  const megabytes = Math.ceil(Number(headers['content-length'] ?? largestFile + 1) / 1e6);
  return refuse('too-large', 'file-too-large', { now: { megabytes }, limit: largestFile / 1e6 });
}

function bytesOf(raw: ReturnType<typeof rawUpTo>, request: Request, response: Response): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    raw(request, response, (error?: unknown) => {
      const body: unknown = request.body;
      if (error === undefined) resolve(body instanceof Uint8Array ? body : new Uint8Array());
      else reject(error instanceof Error ? error : new Error('The body could not be read', { cause: error }));
    });
  });
}
