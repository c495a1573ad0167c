import proxyAddr from 'proxy-addr';
import type { Trust } from './origin.ts';

/**
 * Tells of the address of a peer whether it is a proxy whose headers count: by how many proxies there are, or by their
 * networks (`10.0.0.0/8`, or `loopback`, `linklocal`, `uniquelocal`). Without either nobody is.
 */
export function trustOf(proxies: number | readonly string[] | undefined): Trust {
  if (proxies === undefined) return () => false;
  if (typeof proxies === 'number') return (_address, hop = 0) => hop < proxies;
  const isOneOf = proxyAddr.compile([...proxies]);
  return (address, hop = 0) => isOneOf(address, hop);
}
