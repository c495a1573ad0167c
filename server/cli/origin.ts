import { doorOf, type Origins, originsOf } from '../access/addresses.ts';
import type { Config } from '../config.ts';
import { lockHolder } from '../log/lock.ts';
import type { Terminal } from './terminal.ts';

/** Where a server listens that was not asked and is not running. */
const usualPort = 3000;

/** The origins of the server as far as they can be known here; `runs`: whether one owns the folder now. */
export function knownOrigin(config: Config): Origins & { runs: boolean } {
  const { DATA_DIR, HOST, PORT, PUBLIC_URL, TLS_CERT } = config;
  const address = lockHolder(DATA_DIR)?.address ?? null;
  const publicUrls = PUBLIC_URL ?? [];
  if (address === null) {
    const scheme = TLS_CERT === undefined ? 'http' : 'https';
    return { ...originsOf(scheme, HOST, PORT || usualPort, publicUrls), runs: false };
  }
  const { secure, host, port } = doorOf(address);
  const { people } = originsOf(secure ? 'https' : 'http', HOST, port, publicUrls, host);
  return { people, here: address, runs: true };
}

/** The origin for links that people are given; what had to be assumed is said on standard error. */
export function originForPeople(config: Config, terminal: Terminal): string {
  const { people, here, runs } = knownOrigin(config);
  if (people === null) {
    terminal.err(
      'Only this computer can open this link: set PUBLIC_URL to the address under which people reach the server.',
    );
  } else if (!runs && config.PUBLIC_URL === undefined) {
    terminal.err(
      `No server runs here now; the link assumes that it will be at ${people}. Set PUBLIC_URL to be sure.`,
    );
  }
  return people ?? here;
}
