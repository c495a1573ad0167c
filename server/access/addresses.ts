import { networkInterfaces } from 'node:os';

/** The origins of this server: where people reach it, and where this computer does. */
export interface Origins {
  /** Goes into every QR, link and calendar; null where no address is known that people could reach. */
  people: string | null;
  /** For this computer alone. */
  here: string;
}

/** Interfaces of containers and virtual machines: what listens there is not the venue. */
const virtual = /^(docker|br-|veth|virbr|vmnet|lo)/;

/** The origins of a server that listens on `host` and `port`; `publicUrls` come first where they are known. */
export function originsOf(
  scheme: 'http' | 'https',
  host: string,
  port: number,
  publicUrls: readonly string[],
): Origins {
  const at = (address: string) => `${scheme}://${address.includes(':') ? `[${address}]` : address}:${port}`;
  const everywhere = host === '0.0.0.0' || host === '::';
  const local = /^(localhost$|127\.|::1$)/.test(host);
  const reachable = everywhere ? networkAddress() : local ? null : host;
  return {
    people: publicUrls[0] ?? (reachable === null ? null : at(reachable)),
    here: at(everywhere ? '127.0.0.1' : host === 'localhost' ? '127.0.0.1' : host),
  };
}

/** The IPv4 address of this computer on its network, private networks first; null where there is none. */
function networkAddress(): string | null {
  const addresses = Object.entries(networkInterfaces())
    .filter(([name]) => !virtual.test(name))
    .flatMap(([, list]) => list ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address);
  return (
    addresses.find((address) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)) ??
    addresses[0] ??
    null
  );
}
