import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { plainAddress } from './address.ts';

/** Whether the peer with an address is a proxy whose headers count; `hop` counts the proxies before it. */
export type Trust = (address: string, hop?: number) => boolean;

/** What a request says of where it comes from and where it went to, behind the proxies that are trusted. */
export interface Direction {
  /** The `Origin` header; undefined where there is none. */
  origin: string | undefined;
  /** Scheme, host and port under which the request reached us. */
  own: string;
}

/**
 * The origins from which a page may act here, where the request's is not among them; null where all is well.
 * Browsers always send `Origin` with upgrades and POSTs from elsewhere; programs send none and are let in.
 */
export function foreignOrigin({ origin, own }: Direction, publicOrigins: readonly string[]): string[] | null {
  if (origin === undefined) return null;
  const expected = [own, ...publicOrigins.filter((url) => url !== own)];
  return expected.includes(origin) ? null : expected;
}

/** Where a request comes from and went to. `trusted` tells whether the peer is a proxy whose headers count. */
export function directionOf(request: IncomingMessage, trusted: Trust): Direction {
  const { headers, socket } = request;
  const behind = trusted(plainAddress(socket.remoteAddress ?? '') ?? '');
  const host = (behind ? first(headers['x-forwarded-host']) : undefined) ?? headers.host ?? '';
  const scheme =
    (behind ? first(headers['x-forwarded-proto']) : undefined) ?? ('encrypted' in socket ? 'https' : 'http');
  return { origin: headers.origin, own: originOf(`${scheme}://${host}`) };
}

/** The address that a request came from, in its one spelling, behind the proxies that are trusted; what others claim is not heard. */
export function addressOf(
  { headers, socket }: { headers: IncomingHttpHeaders; socket: Pick<Socket, 'remoteAddress'> },
  trusted: Trust,
): string {
  const claimed = (headers['x-forwarded-for'] ?? '')
    .toString()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .reverse();
  let address = plainAddress(socket.remoteAddress ?? '') ?? '';
  for (const [hop, before] of claimed.entries()) {
    if (!trusted(address, hop)) return address;
    address = plainAddress(before) ?? before;
  }
  return address;
}

/** Whether a request came by https, as far as we can know. */
export function isSecure(direction: Direction): boolean {
  return direction.own.startsWith('https:');
}

function first(header: string | string[] | undefined): string | undefined {
  return (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim();
}

/** Scheme, host and port in the form browsers send: default ports left out. */
function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
