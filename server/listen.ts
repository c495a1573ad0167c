import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, isIP } from 'node:net';
import type { Config } from './config.ts';
import { using } from './unusable.ts';

/** A server of the configuration's kind that listens nowhere yet: https where it has a certificate. */
export function serverFor({ TLS_CERT, TLS_KEY }: Config, handle: RequestListener): Server {
  const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };
  if (TLS_CERT === undefined || TLS_KEY === undefined) return createHttpServer(timeouts, handle);
  return using(`TLS_CERT ${TLS_CERT} with TLS_KEY ${TLS_KEY}`, () =>
    createHttpsServer({ ...timeouts, cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY) }, handle),
  );
}

/** This computer cannot listen as it was asked to; the message says why and what to do. */
export class CannotListen extends Error {
  constructor(host: string, port: number, code: string) {
    super(
      code === 'EADDRINUSE'
        ? `PORT ${port} is in use by another program. Set another one, or leave it out.`
        : code === 'EACCES'
          ? `PORT ${port} is kept for the system. Set one from 1024 on, or leave it out.`
          : `HOST ${host} is no address that this computer can listen on (${code}). Set another one, or leave it out.`,
    );
  }
}

/** Ports that are tried where none was asked for: 3000 and the next hundred. */
const ports = { first: 3000, last: 3100 };

/** Listens, and gives the port and the address: of a name the one that it stands for, else the one asked for. */
export async function listen(
  http: Server,
  { HOST, PORT }: Config,
): Promise<{ port: number; address: string }> {
  for (let port = PORT ?? ports.first; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, HOST, () => {
          http.off('error', reject);
          resolve();
        });
      });
      const { port: found, address } = addressOf(http.address());
      return { port: found, address: isIP(HOST) === 0 ? address : HOST };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : null;
      if (code === null) throw error;
      if (code !== 'EADDRINUSE' || PORT !== undefined || port >= ports.last)
        throw new CannotListen(HOST, port, code);
    }
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return address;
}
