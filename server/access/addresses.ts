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

/** An address or a name as it stands in a link: IPv6 in brackets, the `%` before a zone escaped. */
export function hostInLink(host: string): string {
  return host.includes(':') ? `[${host.replace('%', '%25')}]` : host;
}

/** Where a connection for a link goes. `URL` reads no zone (`fe80::1%eth0`), and a link of this computer may have one. */
export function doorOf(link: string): { secure: boolean; host: string; port: number } {
  const [, scheme, bracketed, plain, port] =
    /^(https?):\/\/(?:\[([^\]]*)\]|([^/:]*))(?::(\d+))?/.exec(link) ?? [];
  const secure = scheme === 'https';
  const host = bracketed?.replace('%25', '%') ?? plain ?? '';
  return { secure, host, port: port === undefined ? (secure ? 443 : 80) : Number(port) };
}

/**
 * The origins of a server that listens on `host` and `port`; `publicUrls` come first where they are known. `bound` is
 * the address that a name came out as, once it listens.
 */
export function originsOf(
  scheme: 'http' | 'https',
  host: string,
  port: number,
  publicUrls: readonly string[],
  bound = host,
): Origins {
  const at = (address: string) => `${scheme}://${hostInLink(address)}:${port}`;
  const shortest = shortened(host);
  const everywhere = /^(0\.0\.0\.0|::|::ffff:0:0)$/.test(shortest);
  // No browser opens an address with a zone, and none but this computer a local one, whatever name stands for it.
  const local = [shortest, shortened(bound)].some((at) => /^(localhost$|127\.|::1$|::ffff:7f)|%/.test(at));
  const reachable = everywhere ? networkAddress(shortest === '::') : local ? null : host;
  return {
    people: publicUrls[0] ?? (reachable === null ? null : at(reachable)),
    here: at(everywhere || bound === 'localhost' ? '127.0.0.1' : bound),
  };
}

/** An address in its shortest form, `0:0:0:0:0:0:0:0` as `::`; a name in small letters. */
function shortened(host: string): string {
  const link = `http://${hostInLink(host)}/`;
  return URL.canParse(link) ? new URL(link).hostname.replace(/^\[|\]$/g, '') : host;
}

/**
 * The address of this computer on its network: IPv4, private ones first, else IPv6 where that is listened to (`six`);
 * null where there is none.
 */
function networkAddress(six: boolean): string | null {
  const outward = Object.entries(networkInterfaces())
    .filter(([name]) => !virtual.test(name))
    .flatMap(([, list]) => list ?? [])
    .filter(({ internal, address }) => !internal && !/^(169\.254\.|fe80:)/i.test(address));
  const addresses = outward.filter(({ family }) => family === 'IPv4').map(({ address }) => address);
  return (
    addresses.find((address) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)) ??
    addresses[0] ??
    (six ? outward.find(({ family }) => family === 'IPv6')?.address : undefined) ??
    null
  );
}
