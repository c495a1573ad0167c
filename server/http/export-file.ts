import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { delimiterHint, delimiterOf, type ExportedFile } from '../export/table.ts';
import { malformed } from '../socket/parse.ts';
import { answerRefusal } from './answers.ts';

/** The delimiter of `?delimiter=`, which only a CSV has; null where it is none, which is answered already. */
export function delimiterOfRequest(request: Request, response: Response, format: string): string | null {
  const asked = request.query['delimiter'];
  const delimiter =
    asked === undefined || (format === 'csv' && typeof asked === 'string') ? delimiterOf(asked) : null;
  if (delimiter === null)
    answerRefusal(
      response,
      malformed([{ path: 'delimiter', message: format === 'csv' ? delimiterHint : 'Only a CSV has one.' }]),
    );
  return delimiter;
}

/** Sends a file under a name, part by part as it is read, to be kept by whoever asked and by nobody on the way. */
export async function sendFile(
  response: Response,
  { parts, type, isText }: ExportedFile,
  name: string,
): Promise<void> {
  response.setHeader('Content-Type', isText ? `${type}; charset=utf-8` : type);
  response.setHeader(
    'Content-Length',
    parts.reduce((sum, part) => sum + part.length, 0),
  );
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Cache-Control', 'no-store');
  // Who goes away meanwhile is no failure of the server.
  await pipeline(Readable.from(parts, { objectMode: true }), response).catch(() => response.destroy());
}
